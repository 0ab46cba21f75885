// Step 1 of a phase: wait until its dependencies are done and the campaign is not paused.
import type { Campaign } from '../../contracts/campaign.ts';
import type { CampaignReference, PhaseReference } from '../../contracts/identifiers.ts';
import { CampaignGone } from '../../generation/call-failures.ts';
import { type GateParts, isReady, openReadyGates } from '../gates.ts';

export interface OpenGateParts extends GateParts {
  /** Makes a draft whose execution has been started a running campaign; undefined when somebody else was faster. */
  readonly beginCampaign: (reference: CampaignReference) => Promise<Campaign | undefined>;
}

/**
 * Stores the waiting task's token; opens the gate at once when nothing holds it. The execution of a campaign that is still a draft was
 * started by a launch that has not got further, and may never: its first gate makes the campaign a running one.
 */
export const openGate =
  (parts: OpenGateParts) =>
  async ({ taskToken, ...reference }: PhaseReference & { taskToken: string }): Promise<void> => {
    const phase = await parts.phases.storeGateToken(reference, taskToken);
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    if (!isReady(phase)) return;
    const campaign = await parts.campaigns.get(reference);
    const begun = campaign?.status === 'DRAFT' ? await parts.beginCampaign(reference) : campaign;
    await openReadyGates(parts, reference, [phase], begun);
  };

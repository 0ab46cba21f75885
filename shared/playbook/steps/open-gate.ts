// Step 1 of a phase: wait until its dependencies are done and the campaign is not paused.
import type { Campaign } from '../../contracts/campaign.ts';
import type { CampaignReference, PhaseReference } from '../../contracts/identifiers.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { CampaignGone } from '../../generation/call-failures.ts';
import { type GateAnswer, inputsOf } from '../gate-lookahead.ts';
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
    const [campaign, answer] = await Promise.all([parts.campaigns.get(reference), answerTo(parts, reference, phase)]);
    const begun = campaign?.status === 'DRAFT' ? await parts.beginCampaign(reference) : campaign;
    await openReadyGates(parts, reference, [phase], begun, answer);
  };

/** A phase that is about to begin is told where its inputs lie. */
async function answerTo(
  { phases }: OpenGateParts,
  reference: CampaignReference,
  { status, sources }: PhaseRecord,
): Promise<GateAnswer> {
  if (status !== 'IDLE' && status !== 'READY') return {};
  const inputs = inputsOf(sources, await phases.progress(reference));
  return inputs ? { inputs } : {};
}

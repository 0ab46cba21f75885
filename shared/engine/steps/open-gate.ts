// Step 1 of a phase: wait until its dependencies are done and the campaign is not paused.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import { CampaignGone } from '../failures.ts';
import { type GateParts, openReadyGates } from '../gates.ts';

/** Stores the waiting task's token; opens the gate at once when nothing holds it. */
export const openGate =
  (parts: GateParts) =>
  async ({ taskToken, ...reference }: PhaseReference & { taskToken: string }): Promise<void> => {
    const phase = await parts.phases.storeGateToken(reference, taskToken);
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    await openReadyGates(parts, reference, [phase]);
  };

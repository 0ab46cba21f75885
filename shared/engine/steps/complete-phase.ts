// Last step of a phase: finish it and open the gates of its dependants.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { PhaseRecord } from '../../data/phases.ts';
import { recordMetric } from '../../runtime/metrics.ts';
import { CampaignGone } from '../failures.ts';
import { type GateParts, openDependants } from '../gates.ts';
import type { Publish } from '../publisher.ts';

export interface CompletePhaseParts extends GateParts {
  readonly publish: Publish;
}

/**
 * Says that a phase is finished, whoever finished it (its agent, or a person who approved or skipped it), and lets its dependants
 * go on. A phase that nobody decided on in time stays FAILED; its dependants go on too, and those that miss an input skip
 * themselves. This is the only place that announces the end of a phase, and it does so once, however often it is repeated.
 */
export const completePhase =
  (parts: CompletePhaseParts) =>
  async (reference: PhaseReference): Promise<void> => {
    const [phase, header] = await Promise.all([
      parts.phases.get(reference),
      parts.campaigns.getWithFinished(reference),
    ]);
    if (!phase || !header)
      throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    const isFinished = phase.status === 'COMPLETED' || phase.status === 'SKIPPED';
    await Promise.all([
      openDependants(parts, reference, phase, header.campaign),
      isFinished && !header.finishedPhases.has(phase.id) && announce(parts, reference, phase),
    ]);
    recordMetric('phasesFinished', 1, { agent: phase.agent, status: phase.status });
  };

const announce = (
  { publish }: CompletePhaseParts,
  reference: PhaseReference,
  { id, attempt, status, skippedBecause }: PhaseRecord,
) =>
  publish(reference, {
    events: [
      {
        type: 'phase:status',
        data: { phaseId: id, status, attempt, ...(skippedBecause ? { reason: skippedBecause } : {}) },
      },
    ],
    finishedPhases: [id],
  });

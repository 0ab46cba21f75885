// Last step of a phase: finish it and open the gates of its dependants.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { PhaseRecord } from '../../data/phases.ts';
import { recordMetric } from '../../runtime/metrics.ts';
import { CampaignGone } from '../failures.ts';
import { type GateParts, openDependants } from '../gates.ts';
import type { Publish } from '../publisher.ts';

export interface CompletePhaseParts extends GateParts {
  readonly publish: Publish;
  readonly clock: () => Date;
}

/**
 * Completes a phase that ran through; one that a person approved or skipped is finished already, and one that nobody decided
 * on in time stays FAILED. Its dependants go on in every case: those that miss an input skip themselves.
 */
export const completePhase =
  (parts: CompletePhaseParts) =>
  async (reference: PhaseReference): Promise<void> => {
    const completed = await parts.phases.change(reference, {
      from: ['RUNNING'],
      set: { status: 'COMPLETED', finishedAt: parts.clock().toISOString() },
    });
    const phase = completed ?? (await parts.phases.get(reference));
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    await Promise.all([
      openDependants(parts, reference, phase),
      (completed || (await wasNotAnnounced(parts, reference, phase))) && announce(parts, reference, phase),
    ]);
    recordMetric('phasesFinished', 1, { agent: phase.agent, status: phase.status });
  };

/** The phase was finished by somebody who died before saying so. */
const wasNotAnnounced = async (
  { campaigns }: CompletePhaseParts,
  reference: PhaseReference,
  { id, status }: PhaseRecord,
) => (status === 'COMPLETED' || status === 'SKIPPED') && !(await campaigns.hasFinished(reference, id));

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

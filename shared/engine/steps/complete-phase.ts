// Last step of a phase: finish it and open the gates of its dependants.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { InlineOutputs } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phases.ts';
import { recordMetric } from '../../runtime/metrics.ts';
import { CampaignGone } from '../failures.ts';
import { type GateParts, openReadyGates, releaseDependants } from '../gates.ts';
import { outputEvent } from '../output-event.ts';
import { costEvent, type TakeNumbersOfEnd, type TakenNumbers } from '../publisher.ts';

export interface CompletePhaseParts extends GateParts {
  readonly outputs: InlineOutputs;
  readonly takeNumbersOfEnd: TakeNumbersOfEnd;
}

/**
 * Says that a phase is finished, whoever finished it (its agent, or a person who approved or skipped it), and lets its dependants
 * go on. A phase that nobody decided on in time stays FAILED; its dependants go on too, and those that miss an input skip
 * themselves. This is the only place that announces the end of a phase, and it does so once, however often it is repeated.
 */
export const completePhase =
  (parts: CompletePhaseParts) =>
  async (reference: PhaseReference): Promise<void> => {
    const phase = await parts.phases.get(reference);
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    const shows = phase.status === 'COMPLETED' && !phase.needsApproval; // a person was shown it when asked
    // Numbered before a dependant can begin, so that no watcher sees it begin too soon; delivered after, so that none waits for it.
    const [dependants, taken] = await Promise.all([
      releaseDependants(parts.phases, reference, phase),
      isFinished(phase) ? parts.takeNumbersOfEnd(reference, phase.id, shows ? 3 : 1) : undefined,
    ]);
    await openReadyGates(parts, reference, dependants, taken?.campaign);
    if (taken) await deliver(parts, reference, phase, shows, taken);
    recordMetric('phasesFinished', 1, { status: phase.status }, { agent: phase.agent });
  };

async function deliver(
  { outputs }: CompletePhaseParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  shows: boolean,
  taken: TakenNumbers,
): Promise<void> {
  const { id, status, attempt, skippedBecause } = phase;
  const finished: NewLiveEvent = {
    type: 'phase:status',
    data: { phaseId: id, status, attempt, ...(skippedBecause ? { reason: skippedBecause } : {}) },
  };
  await taken.deliver(
    shows ? [await outputEvent(outputs, reference, phase), costEvent(taken.campaign), finished] : [finished],
  );
}

const isFinished = ({ status }: PhaseRecord) => status === 'COMPLETED' || status === 'SKIPPED';

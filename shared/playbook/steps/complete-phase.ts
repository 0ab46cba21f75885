// Last step of a phase: finish it and open the gates of its dependants.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { InlineOutputs } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phases.ts';
import { outputEvent } from '../../events/output-event.ts';
import { costEvent, type Publisher, type TakeNumbersOfEnd, type TakenNumbers } from '../../events/publisher.ts';
import { CampaignGone } from '../../generation/call-failures.ts';
import { recordMetric } from '../../runtime/metrics.ts';
import { type GateParts, openReadyGates, releaseDependants } from '../gates.ts';

export interface CompletePhaseParts extends GateParts {
  readonly outputs: InlineOutputs;
  readonly prepareAnnouncement: Publisher['prepareAnnouncement'];
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
    const [phase, announcement] = await Promise.all([
      parts.phases.get(reference),
      parts.prepareAnnouncement(reference),
    ]);
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    const before = announcedBefore(phase);
    // Numbered before a dependant can begin, so that no watcher sees it begin too soon; delivered after, so that none waits for it.
    const [dependants, taken] = await Promise.all([
      releaseDependants(parts.phases, reference, phase),
      isFinished(phase) ? parts.takeNumbersOfEnd(reference, phase.id, before.length + 1, announcement) : undefined,
    ]);
    await openReadyGates(parts, reference, dependants, taken?.campaign);
    if (taken) await deliver(parts, reference, phase, before, taken);
    recordMetric('phasesFinished', 1, { status: phase.status }, { agent: phase.agent });
  };

type SaidBefore = 'output' | 'cost' | 'approved';

/** What is said right before the end of the phase. A person who was asked was shown output and cost then. */
function announcedBefore({ status, needsApproval, approvedBy }: PhaseRecord): readonly SaidBefore[] {
  if (status !== 'COMPLETED') return [];
  if (!needsApproval) return ['output', 'cost'];
  return approvedBy === undefined ? [] : ['approved'];
}

async function deliver(
  { outputs }: CompletePhaseParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  before: readonly SaidBefore[],
  taken: TakenNumbers,
): Promise<void> {
  const { id, status, attempt, skippedBecause, approvedBy = '' } = phase;
  const eventOf: Record<SaidBefore, () => NewLiveEvent | Promise<NewLiveEvent>> = {
    output: () => outputEvent(outputs, reference, phase),
    cost: () => costEvent(taken.campaign),
    approved: () => ({ type: 'phase:approved', data: { phaseId: id, attempt, decidedBy: approvedBy } }),
  };
  const finished: NewLiveEvent = {
    type: 'phase:status',
    data: { phaseId: id, status, attempt, ...(skippedBecause ? { reason: skippedBecause } : {}) },
  };
  await taken.deliver([...(await Promise.all(before.map((kind) => eventOf[kind]()))), finished]);
}

const isFinished = ({ status }: PhaseRecord) => status === 'COMPLETED' || status === 'SKIPPED';

// Last step of a phase: finish it and open the gates of its dependants.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { Settlement } from '../../data/campaign-budget.ts';
import type { InlineOutputs, OutputValue } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import type { TakeNumbersOfEnd, TakenNumbers } from '../../events/event-numbers.ts';
import { outputEvent, readOutputEvent } from '../../events/output-event.ts';
import { costEvent, type Publisher } from '../../events/publisher.ts';
import { CampaignGone } from '../../generation/call-failures.ts';
import { recordMetric } from '../../runtime/record-metric.ts';
import { type CampaignEnd, endWith, isFinished } from '../campaign-end.ts';
import { awaitedGates, lookAhead, type Outlook } from '../gate-lookahead.ts';
import { type GateParts, openReadyGates, releaseDependants } from '../gates.ts';

export interface CompletePhaseParts extends GateParts {
  readonly outputs: InlineOutputs;
  readonly prepareAnnouncement: Publisher['prepareAnnouncement'];
  readonly takeNumbersOfEnd: TakeNumbersOfEnd;
}

/** What the step that made an output knows at its end. */
export interface EndOfRun {
  /** The calls of the run, which are settled with it. */
  readonly settlements?: readonly Settlement[];
  /** What was stored, where events show it: it need not be read again. */
  readonly output?: OutputValue;
  /** Called once, beside the delivery of events: dependants are free by then and numbers are taken, so that no other step need end the phase. */
  readonly whenEnded?: () => Promise<unknown>;
}

/** The end of a phase once everything is ready for it. */
export type EndPhase = (phase: PhaseRecord, endOfRun?: EndOfRun) => Promise<void>;

/**
 * Gets ready to end a phase, which a step may do beside other work: numbers are taken after it. The end says that the phase is finished,
 * whoever finished it (its agent, or a person who approved or skipped it), and lets its dependants go on. A phase that nobody decided on in
 * time stays FAILED; its dependants go on too, and those that miss an input skip themselves. It is announced once, however often it is ended.
 */
export const prepareEnd =
  (parts: CompletePhaseParts) =>
  async (reference: PhaseReference): Promise<EndPhase> => {
    const looking = lookAhead(parts, reference);
    const preparing = parts.prepareAnnouncement(reference); // gates do not wait for it
    preparing.catch(() => {}); // heard where numbers are taken
    const outlook = await looking;
    return async (phase, { settlements, output, whenEnded } = {}) => {
      // A dependant announces its beginning after these numbers (announce-start.ts); they are delivered last, so that none waits for it.
      const [dependants, taken] = await Promise.all([
        releaseDependants(parts.phases, reference, phase, awaitedGates(parts, outlook, phase)),
        isFinished(phase) ? takeNumbers(parts, outlook, reference, phase, await preparing, settlements) : undefined,
      ]);
      await openReadyGates(parts, reference, dependants, taken?.campaign);
      await Promise.all([taken && deliver(parts, reference, phase, taken, output), whenEnded?.()]);
      if (taken?.end) recordMetric('campaignsFinished', 1, { status: taken.end.status });
      recordMetric('phasesFinished', 1, { status: phase.status }, { agent: phase.agent });
    };
  };

/** Ends a phase that whoever finished it could not end: the run of its agent, or a person's decision. Safe to repeat. */
export const completePhase =
  (parts: CompletePhaseParts) =>
  async (reference: PhaseReference): Promise<void> => {
    const [phase, end] = await Promise.all([parts.phases.get(reference), prepareEnd(parts)(reference)]);
    if (!phase) throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
    await end(phase);
  };

/** Numbers of the end of a phase, and of the campaign where it ends with it. */
interface NumbersOfEnd extends TakenNumbers {
  readonly end?: CampaignEnd | undefined;
}

/** Takes them once. The last phase completes its campaign in the same write; where others are not announced yet, the last step does it. */
async function takeNumbers(
  { takeNumbersOfEnd }: CompletePhaseParts,
  outlook: Outlook,
  reference: PhaseReference,
  phase: PhaseRecord,
  announcement: Awaited<ReturnType<Publisher['prepareAnnouncement']>>,
  settlements: readonly Settlement[] = [],
): Promise<NumbersOfEnd | undefined> {
  const count = announcedBefore(phase).length + 1;
  const take = (more: number, finishedBefore?: number) =>
    takeNumbersOfEnd(reference, phase.id, count + more, announcement, settlements, finishedBefore);
  const end = endWith(outlook, phase, settlements);
  const taken = end && (await take(end.events.length, outlook.phases.length - 1));
  return taken ? { ...taken, end } : take(0);
}

type SaidBefore = 'output' | 'cost' | 'approved';

/** What is said right before the end of the phase. A person who was asked was shown output and cost then; who wrote it knows it. */
function announcedBefore({ status, needsApproval, approvedBy }: PhaseRecord): readonly SaidBefore[] {
  if (status !== 'COMPLETED') return [];
  if (approvedBy !== undefined) return ['approved'];
  return needsApproval ? [] : ['output', 'cost'];
}

async function deliver(
  { outputs }: CompletePhaseParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  taken: NumbersOfEnd,
  output: OutputValue | undefined,
): Promise<void> {
  const { id, status, attempt, skippedBecause, approvedBy = '' } = phase;
  const eventOf: Record<SaidBefore, () => NewLiveEvent | Promise<NewLiveEvent>> = {
    output: () => (output ? outputEvent(phase, output) : readOutputEvent(outputs, reference, phase)),
    cost: () => costEvent(taken.campaign),
    approved: () => ({ type: 'phase:approved', data: { phaseId: id, attempt, decidedBy: approvedBy } }),
  };
  const finished: NewLiveEvent = {
    type: 'phase:status',
    data: { phaseId: id, status, attempt, ...(skippedBecause ? { skippedBecause } : {}) },
  };
  const before = await Promise.all(announcedBefore(phase).map((kind) => eventOf[kind]()));
  await taken.deliver([...before, finished, ...(taken.end?.events ?? [])]);
}

// Says that a phase waits for a person: what they are to look at, and what it has cost.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { Settlement } from '../../data/campaign-budget.ts';
import type { SaidOfPhase } from '../../data/campaign-counters.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { daysWaited } from '../../domain/playbook/approval-deadlines.ts';
import type { Publication, Publish } from '../../events/publisher.ts';

interface Question {
  readonly output: NewLiveEvent;
  /** The calls of the attempt, which are settled with it. */
  readonly settlements: readonly Settlement[];
  readonly announcement: NonNullable<Publication['prepared']>['announcement'];
}

/** Puts the question once, however often it is repeated, and once more for each week that nobody decides in. */
export async function announceQuestion(
  { publish, clock }: { readonly publish: Publish; readonly clock: () => Date },
  reference: PhaseReference,
  phase: PhaseRecord,
  { output, settlements, announcement }: Question,
): Promise<void> {
  const { id: phaseId, status, attempt, waitingSince } = phase;
  const waitedDays = daysWaited(waitingSince, clock());
  const reminder = waitedDays < 7 ? {} : { waitedDays };
  await publish(reference, {
    events: [output, { type: 'phase:status', data: { phaseId, status, attempt, ...reminder } }],
    withCost: true,
    settlements,
    prepared: { announcement },
    once: questionOf(phase, clock()),
  });
}

/** The name under which a question is put once: a repeated step asks nothing new, and every full week is a reminder. */
export const questionOf = ({ id, attempt, status, waitingSince }: PhaseRecord, now: Date): SaidOfPhase => {
  const weeks = Math.floor(daysWaited(waitingSince, now) / 7);
  return { phaseId: id, name: `${attempt} ${status}${weeks > 0 ? ` week ${weeks}` : ''}` };
};

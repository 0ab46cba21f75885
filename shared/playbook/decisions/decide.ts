// What all decisions about a phase have in common. The status change is the decision and holds its record: conditional, so that of two
// deciders one wins and the other hears of a conflict. Only then the phase is ended, where it ends with it, and the waiting task is answered.
import { isTerminalCampaign } from '../../contracts/campaign.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { DecisionKind, PhaseStatus } from '../../contracts/phase.ts';
import type { Variant } from '../../contracts/variant.ts';
import type { Assets } from '../../data/assets.ts';
import type { BanditStatistics } from '../../data/bandit-statistics.ts';
import type { Campaigns } from '../../data/campaigns.ts';
import type { Outputs } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import type { PhaseChange, Phases } from '../../data/phases.ts';
import { phaseStatusEvent } from '../../events/phase-status-event.ts';
import type { Publish } from '../../events/publisher.ts';
import { logger } from '../../runtime/logger.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import type { EndPhase } from '../steps/complete-phase.ts';
import type { TaskTokens } from '../task-tokens.ts';
import { type NextStep, nextStepOf } from './next-step.ts';
import { rewardModel } from './reward-model.ts';

export interface DecisionParts {
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly phases: Phases;
  readonly outputs: Outputs;
  readonly assets: Assets;
  readonly publish: Publish;
  readonly tokens: TaskTokens;
  readonly prepareEnd: (reference: PhaseReference) => Promise<EndPhase>;
  /** Throws validation-failed for a model there is not. */
  readonly check: { readonly model: (model: string | undefined) => void };
  readonly clock: () => Date;
  /** What decisions say about models is noted there. */
  readonly arms?: Pick<BanditStatistics, 'tell'> | undefined;
}

/** Which attempt a decision is about: one that the phase has left is not decided on any more. */
export interface OfAttempt {
  readonly attempt?: number | undefined;
}

export interface Verdict {
  readonly kind: DecisionKind;
  readonly allowedIn: readonly PhaseStatus[];
  readonly set: PhaseChange['set'];
  readonly remove?: PhaseChange['remove'];
  readonly feedback?: string | undefined;
  readonly choice?: Variant | undefined;
  readonly editedPaths?: readonly string[];
  /** How much of the output was changed, from 0 to 1. */
  readonly editedShare?: number;
  /** What only the decision that won may change; answers with the events of it. */
  readonly afterwards?: () => Promise<readonly NewLiveEvent[]>;
}

export const parked = ['FAILED', 'BUDGET_HOLD'] as const satisfies readonly PhaseStatus[];
export const waiting = ['WAITING_VALIDATION'] as const satisfies readonly PhaseStatus[];

/** The phase as it waits for a decision. Throws not-found, and conflict for one that waits for none, or is on another attempt. */
export async function undecidedPhase(
  parts: DecisionParts,
  reference: PhaseReference,
  allowedIn: readonly PhaseStatus[],
  attempt: number | undefined,
): Promise<PhaseRecord> {
  const phase = await parts.phases.get(reference);
  if (!phase) throw new ProblemError('not-found', `This campaign has no phase "${reference.phaseId}".`);
  if (attempt !== undefined && attempt !== phase.attempt)
    return refuse(
      parts,
      phase,
      `You decided about attempt ${attempt} of phase "${phase.id}", and its current one is attempt ${phase.attempt} (${phase.status}). Read the phase again, then decide about that.`,
    );
  if (!allowedIn.includes(phase.status))
    return refuse(
      parts,
      phase,
      `Phase "${phase.id}" is ${phase.status}; this decision needs it to be ${allowedIn.join(' or ')}. ${whatToDo[phase.status]}`,
    );
  return phase;
}

/** Nothing runs any more that could try again, or go on. Throws conflict. */
export async function refuseWhenOver({ campaigns }: DecisionParts, reference: PhaseReference): Promise<void> {
  const campaign = await campaigns.get(reference);
  if (campaign && isTerminalCampaign(campaign.status))
    throw new ProblemError(
      'conflict',
      `The campaign has ended and is ${campaign.status}. Relaunch it: its failed phases run again then.`,
    );
}

/** The phase does not wait for this decision. If one was taken but its task was never answered (a crash), it is answered now. */
async function refuse({ tokens }: DecisionParts, phase: PhaseRecord, why: string): Promise<never> {
  const isWaitingForPerson = [...waiting, ...parked].some((status) => status === phase.status);
  if (phase.decisionToken && !isWaitingForPerson) await tokens.succeed(phase.decisionToken, nextStepOf(phase));
  throw new ProblemError('conflict', why);
}

/** Writes a decision, then ends what ends with it and lets the waiting task go on. Throws conflict when somebody else was faster. */
export async function decide(
  parts: DecisionParts,
  reference: PhaseReference,
  before: PhaseRecord,
  decidedBy: string,
  verdict: Verdict,
): Promise<PhaseRecord> {
  const { kind, allowedIn, set, remove = [], feedback, choice, editedPaths = [], editedShare = 0 } = verdict;
  const { attempt } = before;
  const changing = parts.phases.change(reference, {
    set,
    // Judged below, and never again.
    remove: before.answeredBy ? [...remove, 'answeredBy'] : remove,
    from: allowedIn,
    attempt,
    // Of what was looked at: a post that somebody has moved since is part of what is decided about.
    version: before.editedVersion ?? null,
    decision: {
      attempt,
      decision: kind,
      decidedBy,
      decidedAt: parts.clock().toISOString(),
      ...(feedback ? { feedback } : {}),
      ...(choice ? { choice } : {}),
      editedPaths: [...editedPaths],
    },
  });
  // Beside the write: what ends with it has its dependants let go on from here, not by the next step.
  const ending = isEnd(set) ? parts.prepareEnd(reference) : undefined;
  ending?.catch(() => {}); // heard below
  const phase = await changing;
  if (!phase)
    throw new ProblemError(
      'conflict',
      `Somebody else has just decided about, or changed, phase "${reference.phaseId}". Read it again to see how.`,
    );
  const events = [
    ...((await verdict.afterwards?.()) ?? []),
    // The end of a phase is announced where it is ended; a new attempt is announced here.
    ...(phase.status === 'READY' ? [phaseStatusEvent(phase)] : []),
  ];
  await Promise.all([
    goOn(parts, phase, ending),
    events.length > 0 && parts.publish(reference, { events }),
    rewardModel(parts, reference, before, kind, editedShare),
  ]);
  return phase;
}

const isEnd = ({ status }: PhaseChange['set']) => status === 'COMPLETED' || status === 'SKIPPED';

/**
 * Ends the phase and answers the task that waits with it. Should this die in between, or fail, the step that completes phases does what is left: when
 * the task is answered by the next who decides, asks again, or is run again.
 */
async function goOn(
  { tokens }: DecisionParts,
  phase: PhaseRecord,
  ending: Promise<EndPhase> | undefined,
): Promise<void> {
  const answer = async (step: NextStep) => {
    if (phase.decisionToken) await tokens.succeed(phase.decisionToken, step);
  };
  if (!ending) return answer(nextStepOf(phase));
  try {
    const end = await ending;
    await end(phase, { whenEnded: () => answer({ decision: 'FINISHED' }) });
  } catch (error) {
    logger.warn('A phase that was decided about could not be ended: the next step does it', error as Error);
    await answer(nextStepOf(phase));
  }
}

/** What a person can do about a phase that does not wait for their decision. */
const whatToDo: Record<PhaseStatus, string> = {
  IDLE: 'Wait until it asks.',
  READY: 'Wait until it asks.',
  RUNNING: 'Wait until it asks.',
  WAITING_VALIDATION: 'Approve it, reject it or skip it.',
  FAILED: 'Retry it, write its output, or skip it.',
  BUDGET_HOLD: 'Raise the cap and retry it, write its output, or skip it.',
  COMPLETED: 'Nothing is left to decide.',
  SKIPPED: 'Nothing is left to decide.',
};

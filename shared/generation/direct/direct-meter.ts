// Every model call outside of a campaign goes through here: the caller's limit, then the month's quota, then a record that a crash
// leaves behind, then the call.
import type { GenerationRecord, Generations } from '../../data/generations.ts';
import { microUsd, usd } from '../../domain/money.ts';
import { ModelBusy, type ModelUsage } from '../../models/model.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import { type CallEnd, lostCall } from '../call-end.ts';
import { type CallQuota, directCall, quotaUsedUp } from '../call-quota.ts';
import { endOfError } from '../end-of-error.ts';
import { recordCallMetrics } from '../record-call-metrics.ts';
import { endGeneration } from './end-generation.ts';

export interface DirectMeterParts {
  readonly quota: Pick<CallQuota, 'take'>;
  readonly generations: Pick<Generations, 'put' | 'end'>;
  readonly clock: () => Date;
}

/** Whose generation it is, and until when an answer is of use. */
export interface DirectCaller {
  readonly userId: string;
  readonly workspaceId: string;
  readonly signal: AbortSignal;
}

/** A meter for one generation, as it is before it was made. */
export function createDirectMeter(
  { quota, generations, clock }: DirectMeterParts,
  caller: DirectCaller,
  begun: GenerationRecord & { readonly reservedMicroUsd: number },
) {
  let billed: ModelUsage | undefined;

  async function end(status: CallEnd['status'], ended: GenerationRecord): Promise<void> {
    if (!(await endGeneration(generations, caller, ended))) return;
    recordCallMetrics({ ...ended, status, latencyMilliseconds: elapsed(begun, clock()) }, ended.agent ?? 'none');
  }
  const fail = ({ status, usage, warnings }: CallEnd) =>
    end(status, {
      ...begun,
      ...usage,
      warnings: [...warnings],
      status: 'FAILED',
      latencyMilliseconds: elapsed(begun, clock()),
    });

  return {
    /**
     * Takes a call of the month and makes it. `billedBy` says what was billed, or undefined while a long job is running. Who gets an answer
     * ends the generation with it. When the signal ends the wait, the whole reservation stays counted, for nobody knows.
     */
    async run<Answer>(
      make: () => Promise<Answer>,
      billedBy: (answer: Answer) => ModelUsage | undefined,
    ): Promise<Answer> {
      const { signal } = caller;
      if (signal.aborted) throw tookTooLong();
      if (!(await quota.take(caller.userId, directCall(begun.id)))) throw quotaUsedUp(clock());
      await generations.put(caller.workspaceId, begun);
      try {
        const answer = await unlessOver(make(), signal);
        billed = billedBy(answer);
        return answer;
      } catch (error) {
        await fail(signal.aborted ? lostCall(begun.reservedMicroUsd) : endOfError(error, begun.reservedMicroUsd));
        throw problemOf(error);
      }
    },

    /** Ends a generation that was made. */
    done: (made: GenerationRecord): Promise<void> => end('SETTLED', made),

    /** Ends one whose answer was billed and is of no use. Does nothing when it has ended. */
    async useless(): Promise<void> {
      if (billed) await fail({ status: 'FAILED', usage: billed, warnings: [] });
    },
  };
}

export const elapsed = ({ createdAt }: Pick<GenerationRecord, 'createdAt'>, now: Date): number =>
  Math.max(0, now.getTime() - Date.parse(createdAt));

/** Throws cost-limit when calls could cost more than the caller allows. */
export function requireWithinLimit(worstCaseMicroUsd: number, maximumCostUsd: number): void {
  if (worstCaseMicroUsd <= microUsd(maximumCostUsd)) return;
  throw new ProblemError(
    'cost-limit',
    `This could cost $${usd(worstCaseMicroUsd).toFixed(6)}, and maximumCostUsd allows $${maximumCostUsd}. Raise it, ask for less, or name a cheaper model.`,
  );
}

/** A failure of a model in words for a client; anything else as it is. */
export function problemOf(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'ModelRefused') return new ProblemError('model-refused', error.message);
  if (error instanceof ModelBusy) return new ProblemError('unavailable', error.message, [], error.askAgainSeconds);
  if (error.name === 'ModelUnavailable')
    return new ProblemError('unavailable', 'No model could be reached. Try again in a moment.', [], 5);
  return error;
}

const tookTooLong = () =>
  new ProblemError('unavailable', 'The model took too long. Ask for less, or for the same again later.', [], 30);

async function unlessOver<Answer>(work: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const end = () => reject(tookTooLong());
  signal.addEventListener('abort', end, { once: true });
  try {
    if (signal.aborted) end();
    return await Promise.race([work, over]);
  } finally {
    signal.removeEventListener('abort', end);
    work.catch(() => {}); // its answer comes too late to be of use, and so does its failure
  }
}

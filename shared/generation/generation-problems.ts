// What a caller outside of a campaign hears when their call cannot be made, fails or takes too long.
import { microUsd, usd } from '../contracts/micro-usd.ts';
import { ModelBusy, ModelRefused, ModelUnavailable } from '../models/errors.ts';
import { ProblemError } from '../runtime/problem-error.ts';

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
  if (error instanceof ModelRefused) return new ProblemError('model-refused', error.message);
  if (error instanceof ModelBusy) return new ProblemError('unavailable', error.message, [], error.askAgainSeconds);
  if (error instanceof ModelUnavailable)
    return new ProblemError('unavailable', 'No model could be reached. Try again in a moment.', [], 5);
  return error;
}

export const tookTooLong = () =>
  new ProblemError('unavailable', 'The model took too long. Ask for less, or for the same again later.', [], 30);

/** The answer, unless the signal comes first: then nobody knows what became of the work, and tookTooLong is thrown. */
export async function unlessOver<Answer>(work: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
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

// When a model or a provider is left alone for a while, and for how long. Pure.
import type { FailureReason } from '../../models/errors.ts';

/** What of a circuit its rules look at. */
export interface CircuitBreakerState {
  readonly calls: number;
  readonly failures: number;
  readonly streak: number;
  readonly openUntil?: number | undefined;
  readonly opens?: number | undefined;
}

/**
 * What a failure says: `now`: nobody gets an answer until a person does something; `rate`: it may be over soon, so only many of them open;
 * `no`: the request was at fault, not who was asked.
 */
const effects: Record<FailureReason, { readonly opens: 'now' | 'rate' | 'no'; readonly scope: 'model' | 'provider' }> =
  {
    unauthorized: { opens: 'now', scope: 'provider' },
    'no-credit': { opens: 'now', scope: 'provider' },
    'model-gone': { opens: 'now', scope: 'model' },
    unavailable: { opens: 'rate', scope: 'model' },
    'timed-out': { opens: 'rate', scope: 'model' },
    'rate-limited': { opens: 'rate', scope: 'model' },
    'bad-answer': { opens: 'rate', scope: 'model' },
    busy: { opens: 'no', scope: 'model' },
    filtered: { opens: 'no', scope: 'model' },
    unsupported: { opens: 'no', scope: 'model' },
    'bad-request': { opens: 'no', scope: 'model' },
  };
export const effectOf = (reason: FailureReason) => effects[reason];

/** So many calls of a minute make a rate; with fewer, failures must follow each other. */
const fewestCalls = 5;
const highestRate = 0.5;
const longestStreak = 3;

export const isFailing = ({ calls, failures, streak }: CircuitBreakerState): boolean =>
  calls >= fewestCalls ? failures / calls > highestRate : streak >= longestStreak;

const shortestRestSeconds = 30;
const longestRestSeconds = 600;
/** Where a person must do something first: asking again sooner would be of no use. */
const restUntilMendedSeconds = 300;

/** How long nobody asks: doubled each time, up to ten minutes, a fifth more or less at random, and never less than the provider wants. */
export function cooldownSeconds(
  opensBefore: number,
  needsPerson: boolean,
  retryAfterSeconds: number | undefined,
  random: number,
): number {
  const first = needsPerson ? restUntilMendedSeconds : shortestRestSeconds;
  const doubled = Math.min(longestRestSeconds, first * 2 ** Math.min(opensBefore, 10));
  return Math.max(doubled * (1 + 0.2 * random), Math.min(retryAfterSeconds ?? 0, 3600));
}

export const stateAt = ({ openUntil }: CircuitBreakerState, now: number): 'closed' | 'open' | 'half-open' =>
  openUntil === undefined ? 'closed' : openUntil > now ? 'open' : 'half-open';

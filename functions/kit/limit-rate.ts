// Holds back what is tried too often, by the limits of the route table, and tells the client how much is left.
import { type RateLimit, type RateLimitClass, rateLimits } from '../../shared/contracts/limits.ts';
import type { RateWindow, RateWindows } from '../../shared/data/rate-windows.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import type { HttpAnswer } from './http-answer.ts';

/** Who a try is counted for. */
export interface RateSubjects {
  readonly user?: string | undefined;
  readonly address: string;
  /** The e-mail of the body, if it has one. */
  readonly email?: string | undefined;
}

/** Refused until the wait is over; answered with the window beside Retry-After. */
export class RateLimited extends ProblemError {
  readonly window: RateWindow;

  constructor(waitSeconds: number, window: RateWindow) {
    super('rate-limited', `Try again in ${waitSeconds} seconds.`, [], waitSeconds);
    this.window = window;
  }
}

interface Taken {
  readonly tightest: RateWindow;
  /** Gives the tries back. */
  readonly forgive: () => Promise<unknown>;
}

/** Takes a try of each subject. Throws RateLimited, and takes none then. */
export async function takeTries(windows: RateWindows, limit: RateLimitClass, subjects: RateSubjects): Promise<Taken> {
  const { per }: RateLimit = rateLimits[limit];
  const counted = per.flatMap((kind) => {
    const value = subjects[kind];
    return value === undefined ? [] : [`${kind}:${value}`];
  });
  const taken = await Promise.all(counted.map((subject) => windows.take(limit, subject)));
  const tightest = taken.reduce((one, other) => (isTighter(other, one) ? other : one));
  if (tightest.allowed) return { tightest, forgive: () => giveBack(windows, limit, counted) };
  // A try that another window refused was none: it must not use up this one.
  await giveBack(
    windows,
    limit,
    counted.filter((_subject, index) => taken[index]?.allowed),
  );
  const wait = Math.max(...taken.filter(({ allowed }) => !allowed).map(({ resetsInSeconds }) => resetsInSeconds));
  throw new RateLimited(wait, tightest);
}

/** Takes a try of each subject, does the work, and adds RateLimit-* headers. Throws rate-limited with Retry-After. */
export async function withinRate(
  windows: RateWindows,
  limit: RateLimitClass,
  subjects: RateSubjects,
  work: () => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const { forgivesSuccess }: RateLimit = rateLimits[limit];
  const { tightest, forgive } = await takeTries(windows, limit, subjects);
  const answer = await work();
  // What is done is done: a try that cannot be given back must not hide its answer.
  if (forgivesSuccess)
    await forgive().catch((error: unknown) => logger.warn('A try could not be given back', { error: error as Error }));
  return { ...answer, headers: { ...answer.headers, ...headersOf(tightest, forgivesSuccess) } };
}

const isTighter = (one: RateWindow, other: RateWindow) =>
  one.allowed !== other.allowed ? !one.allowed : one.remaining < other.remaining;

const giveBack = (windows: RateWindows, limit: RateLimitClass, subjects: readonly string[]) =>
  Promise.all(subjects.map((subject) => windows.giveBack(limit, subject)));

export const headersOf = ({ limit, remaining, resetsInSeconds }: RateWindow, isForgiven = false) => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(isForgiven ? remaining + 1 : remaining),
  'ratelimit-reset': String(resetsInSeconds),
});

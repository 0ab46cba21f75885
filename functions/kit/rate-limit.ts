// Holds back what is tried too often, by the limits of the route table, and tells the client how much is left.
import { type RateLimit, type RateLimitClass, rateSubjects } from '../../shared/contracts/limits.ts';
import type { RateWindow, RateWindows } from '../../shared/data/rate-windows.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import type { GatewayResponse } from './gateway-response.ts';

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
  const counted = await countedFor(windows, limit, subjects);
  const taken = await Promise.all(counted.map(({ subject, most }) => windows.take(limit, subject, most)));
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

interface Counted {
  readonly subject: string;
  readonly most: number;
}

async function countedFor(windows: RateWindows, limit: RateLimitClass, subjects: RateSubjects): Promise<Counted[]> {
  const { tries, triesWhereKnown }: RateLimit = windows.limits[limit];
  const { email, address } = subjects;
  if (triesWhereKnown !== undefined && email !== undefined && (await windows.knows(email, address)))
    return [{ subject: `known:${email} ${address}`, most: triesWhereKnown }];
  return rateSubjects.flatMap((kind) => {
    const [value, most] = [subjects[kind], tries[kind]];
    return value === undefined || most === undefined ? [] : [{ subject: `${kind}:${value}`, most }];
  });
}

/** Takes a try of each subject, does the work, and adds RateLimit-* headers. Throws rate-limited with Retry-After. */
export async function withinRate(
  windows: RateWindows,
  limit: RateLimitClass,
  subjects: RateSubjects,
  work: () => Promise<GatewayResponse>,
): Promise<GatewayResponse> {
  const { forgivesSuccess } = windows.limits[limit];
  const { tightest, forgive } = await takeTries(windows, limit, subjects);
  const answer = await work();
  // What is done is done: a try that cannot be given back must not hide its answer.
  if (forgivesSuccess)
    await forgive().catch((error: unknown) => logger.warn('A try could not be given back', { error: error as Error }));
  return { ...answer, headers: { ...answer.headers, ...headersOf(tightest, forgivesSuccess) } };
}

/** After a password was right: from here it is let through, whoever guesses at the account. What cannot be remembered hides no answer. */
export async function rememberAddress(windows: Pick<RateWindows, 'remember'>, email: string, address: string) {
  await windows
    .remember(email, address)
    .catch((error: unknown) => logger.warn('A known address could not be remembered', { error: error as Error }));
}

const isTighter = (one: RateWindow, other: RateWindow) =>
  one.allowed !== other.allowed ? !one.allowed : one.remaining < other.remaining;

const giveBack = (windows: RateWindows, limit: RateLimitClass, subjects: readonly Counted[]) =>
  Promise.all(subjects.map(({ subject }) => windows.giveBack(limit, subject)));

export const headersOf = ({ limit, remaining, resetsInSeconds }: RateWindow, isForgiven = false) => ({
  'ratelimit-limit': String(limit),
  'ratelimit-remaining': String(isForgiven ? remaining + 1 : remaining),
  'ratelimit-reset': String(resetsInSeconds),
});

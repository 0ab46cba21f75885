import { neededServices } from '../../../shared/contracts/routes/readiness-routes.ts';
import type { RouteOutput } from '../../../shared/contracts/routes.ts';
import { logger } from '../../../shared/runtime/logger.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';

type Service = (typeof neededServices)[number];

export interface ReadinessParts {
  /** One cheap question per service; a rejection means that it does not answer. */
  readonly ask: Readonly<Record<Service, () => Promise<unknown>>>;
  readonly clock: () => Date;
  /** How long a service may take; two seconds unless told. */
  readonly limitMilliseconds?: number;
}

interface Check {
  readonly name: Service;
  readonly ok: boolean;
  readonly milliseconds: number;
}

/** However often somebody asks, the services are asked this often by each instance. */
const reusedForMilliseconds = 2000;

/** Asks all services at once. Throws unavailable with the names of those that do not answer in time. */
export function readReadiness({ ask, clock, limitMilliseconds = 2000 }: ReadinessParts) {
  let latest: { readonly at: number; readonly checks: Promise<Check[]> } | undefined;

  const check = async (name: Service): Promise<Check> => {
    const started = performance.now();
    const ok = await answersWithin(limitMilliseconds, name, ask[name]);
    return { name, ok, milliseconds: Math.round(performance.now() - started) };
  };

  return async (): Promise<RouteOutput<'readiness'>> => {
    const now = clock().getTime();
    if (!latest || now - latest.at >= reusedForMilliseconds)
      latest = { at: now, checks: Promise.all(neededServices.map(check)) };
    const checks = await latest.checks;
    const silent = checks.filter(({ ok }) => !ok).map(({ name }) => name);
    if (silent.length > 0)
      throw new ProblemError(
        'unavailable',
        `No answer from ${silent.join(' and ')}.`,
        [],
        reusedForMilliseconds / 1000,
      );
    return { status: 'ready', checks: checks.map(({ name, milliseconds }) => ({ name, ok: true, milliseconds })) };
  };
}

/** Why a service does not answer is for our logs; callers learn only that it does not. */
async function answersWithin(limitMilliseconds: number, name: Service, ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${limitMilliseconds} ms`)), limitMilliseconds);
  });
  try {
    await Promise.race([ask(), limit]);
    return true;
  } catch (error) {
    logger.warn('A service does not answer', { service: name, error: error instanceof Error ? error : String(error) });
    return false;
  } finally {
    clearTimeout(timer);
  }
}

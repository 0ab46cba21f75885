import type { Phases } from '../../../shared/data/phases.ts';
import type { Snoozes } from '../../../shared/data/snoozes.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';
import { waitsForPeople } from './list-approvals.ts';

interface Parts {
  readonly phases: Pick<Phases, 'get'>;
  readonly snoozes: Pick<Snoozes, 'put' | 'remove'>;
  readonly clock: () => Date;
}

const longestDays = 31;

/** Puts aside, for the caller, what waits; or takes it up again. Throws not-found, conflict for what waits no more, and validation-failed. */
export const snoozePhase =
  ({ phases, snoozes, clock }: Parts) =>
  async ({ params, body: { until }, principal: { userId, workspaceId } }: Input<'snoozePhase'>) => {
    const phase = await phases.get({ ...params, workspaceId });
    if (!phase) throw new ProblemError('not-found', `This campaign has no phase "${params.phaseId}".`);
    if (until === null) await snoozes.remove(userId, params);
    else {
      if (!waitsForPeople(phase))
        throw new ProblemError('conflict', `Phase "${phase.id}" is ${phase.status}: it waits for nobody.`);
      requireAhead(until, clock());
      await snoozes.put(userId, { ...params, attempt: phase.attempt, until });
    }
    return { success: true as const };
  };

function requireAhead(until: string, now: Date): void {
  const ahead = Date.parse(until) - now.getTime();
  if (ahead > 0 && ahead <= longestDays * 24 * 60 * 60 * 1000) return;
  throw new ProblemError('validation-failed', 'This is no time to be reminded at.', [
    { pointer: '#/until', detail: `must be within ${longestDays} days from now, and it is ${now.toISOString()} now` },
  ]);
}

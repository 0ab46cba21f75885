// What a run comes to while its job goes on elsewhere: it is asked after again, in longer and longer pauses, until nobody waits any more.
import type { Failure } from '../../contracts/phase.ts';
import { nextPollSeconds } from '../../domain/playbook/poll-interval.ts';
import { AttemptOver } from '../../generation/call-failures.ts';
import { settleLeftOver } from '../../generation/settle-call.ts';
import type { Run, RunAgentParts } from './agent-run.ts';
import type { RunOutcome } from './run-outcome.ts';

/** Ends the step while work goes on elsewhere, or waits for a place there. Nobody's clock runs meanwhile. */
export async function postponeRun(parts: RunAgentParts, run: Run, askAgainSeconds: number): Promise<RunOutcome> {
  const { reference, phase } = run;
  const phases = await parts.phases.progress(reference);
  const polls = phases.reduce((sum, { polls = 0 }) => sum + polls, 0);
  const waitedSeconds = phase.waited?.attempt === phase.attempt ? phase.waited.seconds : 0;
  const pauseSeconds = nextPollSeconds(polls, waitedSeconds, askAgainSeconds);
  if (pauseSeconds === undefined) {
    await giveUpJobs(parts, run);
    return { outcome: 'PARKED', failure: jobTooSlow };
  }
  const waiting = await parts.phases.change(reference, {
    from: ['RUNNING'],
    attempt: phase.attempt,
    set: {
      waited: { attempt: phase.attempt, seconds: waitedSeconds + pauseSeconds },
      polls: (phase.polls ?? 0) + 1,
    },
  });
  if (!waiting)
    throw new AttemptOver(`Attempt ${phase.attempt} of phase ${phase.id} is over: nobody waits for its job.`);
  return { outcome: 'PENDING', askAgainSeconds: pauseSeconds };
}

/** Nobody asks after them any more, and what they cost nobody can say: all that was reserved counts. */
async function giveUpJobs(parts: RunAgentParts, { reference, phase, campaign }: Run): Promise<void> {
  const now = await parts.campaigns.getWithReservations(reference);
  await settleLeftOver(
    parts,
    { reference, userId: campaign.createdBy },
    now?.reservations ?? new Map(),
    ({ phaseId, attempt }) => phaseId === phase.id && attempt === phase.attempt,
  );
}

const jobTooSlow: Failure = {
  name: 'JobTooSlow',
  reason:
    'The provider has not finished this in the hours that a campaign waits. Retry with another model, or skip this phase.',
};

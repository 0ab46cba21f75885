// Step 2 of a phase: run its agent once and keep what it made. Repeating it never repeats finished work.
import type { AgentResult } from '../../agents/agent.ts';
import type { AgentOutput, OutputValues } from '../../contracts/agent-outputs.ts';
import type { AgentId } from '../../contracts/agents.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import { createInvalidAnswers } from '../../data/invalid-answers.ts';
import { feedbackOf } from '../../data/phase-records.ts';
import { callName } from '../../domain/costs/call-name.ts';
import { AttemptOver } from '../../generation/call-failures.ts';
import { campaignCall } from '../../generation/call-quota.ts';
import { deferSettlements } from '../../generation/deferred-settlements.ts';
import { ModelBusy } from '../../models/errors.ts';
import { createAgentTools } from '../agent-tools.ts';
import { failureOf, isPermanent } from '../failures.ts';
import type { GateAnswer } from '../gate-lookahead.ts';
import { learnFrom, routeAttempt } from '../route-attempt.ts';
import { trackTools } from '../tracked-tools.ts';
import type { Heard, Run, RunAgentParts } from './agent-run.ts';
import { announceStart } from './announce-start.ts';
import { beginRun } from './begin-run.ts';
import { postponeRun } from './postpone-run.ts';
import type { RunOutcome } from './run-outcome.ts';
import { storeOutput } from './store-output.ts';

/** A phase, and what was said when its gate was opened. */
export type OpenedPhase = PhaseReference & { readonly gate?: GateAnswer | undefined };

/**
 * Runs the agent of a phase. Failures that repeating cannot mend park the phase; ModelUnavailable and the unexpected are
 * thrown, for the state machine to retry or to catch.
 */
export const runAgent =
  (parts: RunAgentParts) =>
  async ({ gate = {}, ...reference }: OpenedPhase): Promise<RunOutcome> => {
    const started = await beginRun(parts, reference, gate);
    if ('outcome' in started) return started;
    const { run: begun, values } = started;
    const heard: Heard = [];
    const settlements = deferSettlements(parts.campaigns, reference, parts.warnOfCost);
    try {
      const result = await work({ ...parts, campaigns: settlements.campaigns }, begun, values, heard).catch(inLine);
      return result.status === 'pending'
        ? await postponeRun(parts, begun, result.askAgainSeconds)
        : await storeOutput(parts, begun, result.output, heard, settlements);
    } catch (error) {
      if (!(await parts.phases.get(reference))) return await leaveNothing(parts, begun);
      if (error instanceof AttemptOver) return { outcome: 'DONE' };
      if (!isPermanent(error)) throw error;
      await learnFrom(parts, begun, heard);
      return { outcome: 'PARKED', failure: failureOf(error) };
    } finally {
      await settlements.flush();
    }
  };

/** A model whose every place is taken is asked again, as a job is. */
function inLine(error: unknown): { readonly status: 'pending'; readonly askAgainSeconds: number } {
  if (error instanceof ModelBusy) return { status: 'pending', askAgainSeconds: error.askAgainSeconds };
  throw error;
}

async function work(
  parts: RunAgentParts,
  run: Run,
  values: OutputValues,
  heard: Heard,
): Promise<AgentResult<AgentOutput<AgentId>>> {
  const { phase, campaign } = run;
  if (phase.agent === 'Human') throw new Error(`Phase ${phase.id} belongs to a person: there is no agent to run`);
  // Nobody waits for the announcement to begin working, but it must be numbered before the output is.
  const announced = announceStart(parts, run);
  announced.catch(() => {}); // heard below, once the agent is done: its work must not run on unattended
  const input = {
    language: campaign.language,
    values,
    feedback: feedbackOf(phase),
    instructions: phase.instructions,
    startedAt: phase.startedAt ?? campaign.createdAt,
  };
  const routed = await routeAttempt(parts, run, (call) => heard.push(call));
  const { tools, idle } = trackTools(createAgentTools(parts, run.reference, phase, campaign, run, routed));
  const working = parts.agents[phase.agent].run(input, tools);
  await Promise.allSettled([working, announced]);
  await idle();
  await announced;
  return working;
}

/** The campaign was deleted while its agent was at work: what that has written since goes too. */
async function leaveNothing(parts: RunAgentParts, { reference, phase, campaign }: Run): Promise<RunOutcome> {
  const member = { userId: campaign.createdBy, workspaceId: reference.workspaceId };
  await parts.quota.close(member, campaignCall(reference, callName(phase.id, phase.attempt, '')));
  await parts.outputs.delete(reference, phase.attempt);
  await createInvalidAnswers(parts.bucket).delete(reference, phase.attempt);
  await parts.campaigns.deleteContents(reference);
  return { outcome: 'DONE' };
}

// Step 2 of a phase: run its agent once and keep what it made. Repeating it never repeats finished work.
import type { AgentRegistry, AgentResult } from '../../agents/agent.ts';
import { type AgentOutput, agentOutputSchemas, type OutputValues } from '../../contracts/agent-outputs.ts';
import type { AgentId } from '../../contracts/agents.ts';
import type { Campaign } from '../../contracts/campaign.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { Failure } from '../../contracts/phase.ts';
import type { Outputs, OutputValue } from '../../data/outputs.ts';
import { feedbackOf, type PhaseProgress, type PhaseRecord } from '../../data/phases.ts';
import { callName } from '../../domain/call-name.ts';
import { nextPauseSeconds } from '../../domain/poll-pace.ts';
import { AttemptOver, CampaignGone, OutputInvalid } from '../../generation/call-failures.ts';
import { campaignCall } from '../../generation/call-quota.ts';
import { settleLeftOver } from '../../generation/settle-call.ts';
import { ModelBusy } from '../../models/errors.ts';
import { logger } from '../../runtime/logger.ts';
import { type AgentToolParts, createAgentTools } from '../agent-tools.ts';
import { attended } from '../attended-tools.ts';
import { failureOf, isPermanent } from '../failures.ts';
import type { EndPhase } from './complete-phase.ts';
import type { RunOutcome } from './run-outcome.ts';

export interface RunAgentParts extends AgentToolParts {
  readonly outputs: Outputs;
  readonly agents: AgentRegistry;
  readonly prepareEnd: (reference: PhaseReference) => Promise<EndPhase>;
}

interface Run {
  /** False when an earlier run of this attempt has marked it as running (a crash, or a job that was pending). */
  readonly isNewAttempt: boolean;
  readonly reference: PhaseReference;
  readonly phase: PhaseRecord;
  readonly phases: readonly PhaseProgress[];
  readonly campaign: Campaign;
  readonly reservations: ReadonlyMap<string, number>;
  readonly listeners: readonly string[];
}

/**
 * Runs the agent of a phase. Failures that repeating cannot mend park the phase; ModelUnavailable and the unexpected are
 * thrown, for the state machine to retry or to catch.
 */
export const runAgent =
  (parts: RunAgentParts) =>
  async (reference: PhaseReference): Promise<RunOutcome> => {
    const run = await load(parts, reference);
    const settled = outcomeOfEarlierRun(run.phase);
    if (settled) return settled;
    const missing = missingInputs(run);
    if (missing.length > 0) return skip(parts, run, missing);
    // Reading the inputs and marking the phase as running do not need each other.
    const [begun, values] = await Promise.all([begin(parts, run), loadInputs(parts, run)]);
    if (!begun) return { outcome: 'DONE' }; // cancelled or skipped since we looked
    try {
      const result = await work(parts, begun, values);
      return result.status === 'pending'
        ? await postpone(parts, begun, result.askAgainSeconds)
        : await keep(parts, begun, result.output);
    } catch (error) {
      if (!(await parts.phases.get(reference))) return leaveNothing(parts, begun);
      if (error instanceof ModelBusy) return postpone(parts, begun, error.askAgainSeconds);
      if (error instanceof AttemptOver) return { outcome: 'DONE' };
      if (isPermanent(error)) return { outcome: 'PARKED', failure: failureOf(error) };
      throw error;
    }
  };

async function load(parts: RunAgentParts, reference: PhaseReference): Promise<Run> {
  const [phase, phases, header] = await Promise.all([
    parts.phases.get(reference),
    parts.phases.progress(reference),
    parts.campaigns.getWithReservations(reference),
  ]);
  if (!phase || !header)
    throw new CampaignGone(`Phase ${reference.phaseId} of ${reference.campaignId} is not there any more.`);
  return { isNewAttempt: phase.status !== 'RUNNING', reference, phase, phases, ...header };
}

/** What an earlier run of this step came to, if it got that far. */
function outcomeOfEarlierRun({ status, outputAttempt, attempt }: PhaseRecord): RunOutcome | undefined {
  if (status === 'COMPLETED' || status === 'SKIPPED') return { outcome: 'DONE' };
  if (status === 'WAITING_VALIDATION') return { outcome: 'NEEDS_APPROVAL' };
  if (status === 'FAILED' || status === 'BUDGET_HOLD') return { outcome: 'PARKED' };
  if (status === 'RUNNING' && outputAttempt === attempt) return { outcome: 'NEEDS_APPROVAL' };
  return undefined;
}

const producerOf = (run: Run, phaseId: string) => run.phases.find(({ id }) => id === phaseId);

/** Required inputs whose phase ended without making them. */
const missingInputs = (run: Run) =>
  run.phase.sources.filter(({ optional, phaseId }) => !optional && producerOf(run, phaseId)?.status !== 'COMPLETED');

async function skip(parts: RunAgentParts, run: Run, missing: ReturnType<typeof missingInputs>): Promise<RunOutcome> {
  const reason = `needs ${missing.map(({ name, phaseId }) => `${name} from ${phaseId}`).join(', ')}, which did not come`;
  await parts.phases.change(run.reference, {
    from: ['IDLE', 'READY', 'RUNNING'],
    set: { status: 'SKIPPED', skippedBecause: reason, finishedAt: parts.clock().toISOString() },
  });
  return { outcome: 'DONE' };
}

/** Marks the phase as running. A run that goes on after a crash or a pending job keeps its start. */
async function begin(parts: RunAgentParts, run: Run): Promise<Run | undefined> {
  if (!run.isNewAttempt) return run;
  const phase = await parts.phases.change(run.reference, {
    from: ['IDLE', 'READY'],
    attempt: run.phase.attempt,
    set: { status: 'RUNNING', startedAt: parts.clock().toISOString() },
    remove: ['gateToken', 'decisionToken', 'waitingSince', 'finishedAt', 'failure'],
  });
  // What an attempt left reserved that timed out, or whose job was given up, would hold the next one up.
  await settleLeftOver(
    parts,
    { reference: run.reference, userId: run.campaign.createdBy },
    run.reservations,
    ({ phaseId, attempt }) => phaseId === run.phase.id && attempt < run.phase.attempt,
  );
  return phase && { ...run, phase };
}

async function work(parts: RunAgentParts, run: Run, values: OutputValues): Promise<AgentResult<AgentOutput<AgentId>>> {
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
  const { tools, idle } = attended(createAgentTools(parts, run.reference, phase, campaign, run.listeners));
  const working = parts.agents[phase.agent].run(input, tools);
  await Promise.allSettled([working, announced]);
  await idle();
  await announced;
  return working;
}

/** Also by a run that goes on after a crash, which may have come before; not each time that a pending job is asked for. */
async function announceStart(parts: RunAgentParts, { isNewAttempt, reference, phase }: Run): Promise<void> {
  if (!isNewAttempt && Object.keys(phase.videoJobs).length > 0) return;
  await parts.publish(reference, {
    events: [{ type: 'phase:status', data: { phaseId: phase.id, status: 'RUNNING', attempt: phase.attempt } }],
    once: { phaseId: phase.id, name: `${phase.attempt} RUNNING` },
  });
}

/** The inputs by name, from the outputs of the phases that make them. */
async function loadInputs(parts: RunAgentParts, run: Run): Promise<OutputValues> {
  const producerIds = new Set(run.phase.sources.map(({ phaseId }) => phaseId));
  const producers = run.phases.filter(({ id, status }) => producerIds.has(id) && status === 'COMPLETED');
  const outputs = new Map<string, OutputValue | undefined>(
    await Promise.all(
      producers.map(
        async ({ id, attempt, outputAttempt, editedVersion }) =>
          [
            id,
            await parts.outputs.get({ ...run.reference, phaseId: id }, outputAttempt ?? attempt, editedVersion),
          ] as const,
      ),
    ),
  );
  const values = run.phase.sources.flatMap(({ name, phaseId }) => {
    const value = outputs.get(phaseId)?.[name];
    return value === undefined ? [] : [[name, value]];
  });
  // Each output was checked against its agent's schema when it was stored, so a name holds a value of its type.
  return Object.fromEntries(values) as OutputValues;
}

/** Ends the step while work goes on elsewhere, or waits for a place there. Nobody's clock runs meanwhile. */
async function postpone(
  parts: RunAgentParts,
  { reference, phase, phases }: Run,
  askAgainSeconds: number,
): Promise<RunOutcome> {
  const polls = phases.reduce((sum, { polls = 0 }) => sum + polls, 0);
  const waitedSeconds = phase.waited?.attempt === phase.attempt ? phase.waited.seconds : 0;
  const pauseSeconds = nextPauseSeconds(polls, waitedSeconds, askAgainSeconds);
  if (pauseSeconds === undefined) return { outcome: 'PARKED', failure: jobTooSlow };
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

const jobTooSlow: Failure = {
  name: 'JobTooSlow',
  reason:
    'The provider has not finished this in the hours that a campaign waits. Retry with another model, or skip this phase.',
};

/**
 * Checks and stores what the agent made. Where nobody must see it, the phase is completed in the same write, and ended straight after it: its
 * dependants need not wait until the next step has started.
 */
async function keep(parts: RunAgentParts, { reference, phase }: Run, output: unknown): Promise<RunOutcome> {
  const parsed = agentOutputSchemas[phase.agent].safeParse(output);
  if (!parsed.success) throw new OutputInvalid(`The output of ${phase.agent} does not fit: ${parsed.error.message}`);
  const [end] = await Promise.all([
    phase.needsApproval ? undefined : parts.prepareEnd(reference),
    parts.outputs.put(reference, phase.attempt, parsed.data),
  ]);
  const kept = await parts.phases.change(reference, {
    from: ['RUNNING'],
    attempt: phase.attempt,
    set: {
      outputAttempt: phase.attempt,
      ...(end ? { status: 'COMPLETED', finishedAt: parts.clock().toISOString() } : {}),
    },
  });
  if (!kept) throw new AttemptOver(`Attempt ${phase.attempt} of phase ${phase.id} is over: its output does not count.`);
  if (!end) return { outcome: 'NEEDS_APPROVAL' };
  try {
    await end(kept);
    return { outcome: 'FINISHED' };
  } catch (error) {
    logger.warn('A finished phase could not be ended: the next step does it', error as Error);
    return { outcome: 'DONE' };
  }
}

/** The campaign was deleted while its agent was at work: what that has written since goes too. */
async function leaveNothing(parts: RunAgentParts, { reference, phase, campaign }: Run): Promise<RunOutcome> {
  const member = { userId: campaign.createdBy, workspaceId: reference.workspaceId };
  await parts.quota.close(member, campaignCall(reference, callName(phase.id, phase.attempt, '')));
  await parts.outputs.delete(reference, phase.attempt);
  await parts.campaigns.deleteContents(reference);
  return { outcome: 'DONE' };
}

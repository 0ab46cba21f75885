// Step 2 of a phase: run its agent once and keep what it made. Repeating it never repeats finished work.
import { setTimeout as pause } from 'node:timers/promises';
import type { AgentRegistry, AgentResult } from '../../agents/agent.ts';
import { type AgentOutput, agentOutputSchemas, type OutputValues } from '../../contracts/agent-outputs.ts';
import type { AgentId } from '../../contracts/agents.ts';
import type { Campaign } from '../../contracts/campaign.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { Failure } from '../../contracts/phase.ts';
import { createInvalidAnswers } from '../../data/invalid-answers.ts';
import type { Outputs, OutputValue } from '../../data/outputs.ts';
import { feedbackOf, type PhaseProgress, type PhaseRecord } from '../../data/phase-records.ts';
import type { PhaseChange } from '../../data/phases.ts';
import { callName } from '../../domain/call-name.ts';
import { nextPauseSeconds } from '../../domain/poll-pace.ts';
import { AttemptOver, CampaignGone, OutputInvalid } from '../../generation/call-failures.ts';
import { campaignCall } from '../../generation/call-quota.ts';
import { type LaterSettlements, settlingLater } from '../../generation/later-settlements.ts';
import { type ReconciliationParts, reconcileCalls } from '../../generation/reconcile-calls.ts';
import type { HeardCall } from '../../generation/router/watch-ledger.ts';
import { settleLeftOver } from '../../generation/settle-call.ts';
import type { AskBill } from '../../models/ask-bill.ts';
import { ModelBusy } from '../../models/errors.ts';
import { logger } from '../../runtime/logger.ts';
import { type AgentToolParts, createAgentTools } from '../agent-tools.ts';
import { attended } from '../attended-tools.ts';
import { type GateAnswer, type GateInput, inputOf } from '../awaited-gates.ts';
import { failureOf, isPermanent } from '../failures.ts';
import { answererOf, learnFrom, routeAttempt } from '../route-attempt.ts';
import type { EndPhase } from './complete-phase.ts';
import type { RunOutcome } from './run-outcome.ts';

export interface RunAgentParts extends AgentToolParts {
  readonly outputs: Outputs;
  readonly agents: AgentRegistry;
  readonly usages: AgentToolParts['usages'] & ReconciliationParts['usages'];
  readonly askBill?: AskBill | undefined;
  readonly prepareEnd: (reference: PhaseReference) => Promise<EndPhase>;
}

/** What an attempt's calls came to, in this run of its step. */
type Heard = HeardCall[];

interface Run {
  /** False when an earlier run of this attempt has marked it as running (a crash, or a job that was pending). */
  readonly isNewAttempt: boolean;
  readonly reference: PhaseReference;
  readonly phase: PhaseRecord;
  readonly campaign: Campaign;
  readonly reservations: ReadonlyMap<string, number>;
  readonly listeners: readonly string[];
  /** Phases that the header, as it was read, counts as finished. */
  readonly finishedPhases: ReadonlySet<string>;
  /** The phase whose end opened the gate, and may not have been numbered yet. */
  readonly after?: string;
}

/** A phase, and what was said when its gate was opened. */
export type OpenedPhase = PhaseReference & { readonly gate?: GateAnswer | undefined };

/**
 * Runs the agent of a phase. Failures that repeating cannot mend park the phase; ModelUnavailable and the unexpected are
 * thrown, for the state machine to retry or to catch.
 */
export const runAgent =
  (parts: RunAgentParts) =>
  async ({ gate = {}, ...reference }: OpenedPhase): Promise<RunOutcome> => {
    const started = (await beginAtOnce(parts, reference, gate)) ?? (await start(parts, reference));
    if ('outcome' in started) return started;
    const { run: begun, values } = started;
    const heard: Heard = [];
    const settlements = settlingLater(parts.campaigns, reference, parts.warnOfCost);
    try {
      const result = await work({ ...parts, campaigns: settlements.campaigns }, begun, values, heard);
      return result.status === 'pending'
        ? await postpone(parts, begun, result.askAgainSeconds)
        : await keep(parts, begun, result.output, heard, settlements);
    } catch (error) {
      if (!(await parts.phases.get(reference))) return leaveNothing(parts, begun);
      if (error instanceof ModelBusy) return postpone(parts, begun, error.askAgainSeconds);
      if (error instanceof AttemptOver) return { outcome: 'DONE' };
      if (!isPermanent(error)) throw error;
      await learnFrom(parts, begun, heard);
      return { outcome: 'PARKED', failure: failureOf(error) };
    } finally {
      await settlements.flush();
    }
  };

/** A run whose phase is marked as running, with its inputs. */
interface Started {
  readonly run: Run;
  readonly values: OutputValues;
}

/** What begins a run of an attempt, in the one write that marks it as running. */
const beginning = (parts: RunAgentParts): PhaseChange => ({
  from: ['IDLE', 'READY'],
  set: { status: 'RUNNING', startedAt: parts.clock().toISOString() },
  remove: ['pendingDependencies', 'gateToken', 'decisionToken', 'waitingSince', 'finishedAt', 'failure'],
});

/**
 * The first run behind a gate whose opener said where the inputs lie: everything at once, one call after the gate. Undefined when the opener
 * said nothing, or when there is more to know of the phase, because this step has run before.
 */
async function beginAtOnce(
  parts: RunAgentParts,
  reference: PhaseReference,
  { inputs, after }: GateAnswer,
): Promise<Started | undefined> {
  if (!inputs) return undefined;
  const [phase, header, outputs] = await Promise.all([
    parts.phases.change(reference, beginning(parts)),
    parts.campaigns.getWithReservations(reference),
    readOutputs(parts, reference, inputs),
  ]);
  if (!phase) return undefined;
  if (!header) throw gone(reference);
  const run: Run = { isNewAttempt: true, reference, phase, ...header, ...(after ? { after } : {}) };
  await settleEarlierAttempts(parts, run);
  return { run, values: valuesOf(phase, outputs) };
}

/** Looks at everything first: what earlier runs came to, and which inputs there are. */
async function start(parts: RunAgentParts, reference: PhaseReference): Promise<Started | RunOutcome> {
  const { phases, ...run } = await load(parts, reference);
  const settled = outcomeOfEarlierRun(run.phase);
  if (settled) return settled;
  const missing = missingInputs(run.phase, phases);
  if (missing.length > 0) return skip(parts, run, missing);
  // Reading the inputs and marking the phase as running do not need each other.
  const [begun, values] = await Promise.all([begin(parts, run), loadInputs(parts, run, phases)]);
  return begun ? { run: begun, values } : { outcome: 'DONE' }; // else cancelled or skipped since we looked
}

const gone = ({ phaseId, campaignId }: PhaseReference) =>
  new CampaignGone(`Phase ${phaseId} of ${campaignId} is not there any more.`);

async function load(parts: RunAgentParts, reference: PhaseReference) {
  const [phase, phases, header] = await Promise.all([
    parts.phases.get(reference),
    parts.phases.progress(reference),
    parts.campaigns.getWithReservations(reference),
  ]);
  if (!phase || !header) throw gone(reference);
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

/** Required inputs whose phase ended without making them. */
const missingInputs = ({ sources }: PhaseRecord, phases: readonly PhaseProgress[]) =>
  sources.filter(
    ({ optional, phaseId }) => !optional && phases.find(({ id }) => id === phaseId)?.status !== 'COMPLETED',
  );

async function skip(parts: RunAgentParts, run: Run, missing: ReturnType<typeof missingInputs>): Promise<RunOutcome> {
  const reason = `needs ${missing.map(({ name, phaseId }) => `${name} from ${phaseId}`).join(', ')}, which did not come`;
  await parts.phases.change(run.reference, {
    from: ['IDLE', 'READY', 'RUNNING'],
    set: { status: 'SKIPPED', skippedBecause: reason, finishedAt: parts.clock().toISOString() },
    remove: ['pendingDependencies'],
  });
  return { outcome: 'DONE' };
}

/** Marks the phase as running. A run that goes on after a crash or a pending job keeps its start. */
async function begin(parts: RunAgentParts, run: Run): Promise<Run | undefined> {
  if (!run.isNewAttempt) return run;
  const phase = await parts.phases.change(run.reference, { ...beginning(parts), attempt: run.phase.attempt });
  await settleEarlierAttempts(parts, run);
  return phase && { ...run, phase };
}

/**
 * What an attempt left reserved that timed out, or whose job was given up, would hold the next one up; a job that goes on keeps its money. And
 * what lost calls cost, which their provider may tell by now.
 */
async function settleEarlierAttempts(
  parts: RunAgentParts,
  { reference, phase, campaign, reservations }: Run,
): Promise<void> {
  const owner = { reference, userId: campaign.createdBy };
  const goingOn = new Set(Object.values(phase.videoJobs).map(({ call }) => call));
  const given = new Map([...reservations].filter(([id]) => !goingOn.has(id)));
  const isEarlier = ({ phaseId, attempt }: { readonly phaseId: string; readonly attempt: number }) =>
    phaseId === phase.id && attempt < phase.attempt;
  await Promise.all([settleLeftOver(parts, owner, given, isEarlier), reconcileCalls(parts, owner, reservations)]);
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
  const { tools, idle } = attended(createAgentTools(parts, run.reference, phase, campaign, run, routed));
  const working = parts.agents[phase.agent].run(input, tools);
  await Promise.allSettled([working, announced]);
  await idle();
  await announced;
  return working;
}

/** Also by a run that goes on after a crash, which may have come before; not each time that a pending job is asked for. */
async function announceStart(parts: RunAgentParts, run: Run): Promise<void> {
  const { isNewAttempt, reference, phase } = run;
  if (!isNewAttempt && Object.keys(phase.videoJobs).length > 0) return;
  await untilNumbered(parts, run);
  await parts.publish(reference, {
    events: [{ type: 'phase:status', data: { phaseId: phase.id, status: 'RUNNING', attempt: phase.attempt } }],
    once: { phaseId: phase.id, name: `${phase.attempt} RUNNING` },
  });
}

/**
 * Waits until the end that opened the gate has its number, so that no watcher sees the next phase begin before it. It was on its way when the
 * gate opened, and is there before this step has started; were its step dead, the next one would number it, and nobody waits for that.
 */
async function untilNumbered({ campaigns }: RunAgentParts, { reference, after, finishedPhases }: Run): Promise<void> {
  if (after === undefined) return;
  for (let [known, looks] = [finishedPhases, 0]; !known.has(after) && looks < 5; looks += 1) {
    await pause(100);
    known = (await campaigns.getWithReservations(reference))?.finishedPhases ?? new Set([after]);
  }
}

/** The inputs by name, from the outputs of the phases that make them. */
async function loadInputs(
  parts: RunAgentParts,
  { reference, phase }: Run,
  phases: readonly PhaseProgress[],
): Promise<OutputValues> {
  const producerIds = new Set(phase.sources.map(({ phaseId }) => phaseId));
  const producers = phases.filter(({ id, status }) => producerIds.has(id) && status === 'COMPLETED');
  return valuesOf(phase, await readOutputs(parts, reference, producers.map(inputOf)));
}

type ReadOutputs = ReadonlyMap<string, OutputValue | undefined>;

const readOutputs = async (
  { outputs }: RunAgentParts,
  reference: PhaseReference,
  inputs: readonly GateInput[],
): Promise<ReadOutputs> =>
  new Map(
    await Promise.all(
      inputs.map(
        async ({ phaseId, attempt, version }) =>
          [phaseId, await outputs.get({ ...reference, phaseId }, attempt, version)] as const,
      ),
    ),
  );

function valuesOf({ sources }: PhaseRecord, outputs: ReadOutputs): OutputValues {
  const values = sources.flatMap(({ name, phaseId }) => {
    const value = outputs.get(phaseId)?.[name];
    return value === undefined ? [] : [[name, value]];
  });
  // Each output was checked against its agent's schema when it was stored, so a name holds a value of its type.
  return Object.fromEntries(values) as OutputValues;
}

/** Ends the step while work goes on elsewhere, or waits for a place there. Nobody's clock runs meanwhile. */
async function postpone(parts: RunAgentParts, run: Run, askAgainSeconds: number): Promise<RunOutcome> {
  const { reference, phase } = run;
  const phases = await parts.phases.progress(reference);
  const polls = phases.reduce((sum, { polls = 0 }) => sum + polls, 0);
  const waitedSeconds = phase.waited?.attempt === phase.attempt ? phase.waited.seconds : 0;
  const pauseSeconds = nextPauseSeconds(polls, waitedSeconds, askAgainSeconds);
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

/**
 * Checks and stores what the agent made. Where nobody must see it, the phase is completed in the same write, and ended straight after it: its
 * dependants need not wait until the next step has started.
 */
async function keep(
  parts: RunAgentParts,
  run: Run,
  output: unknown,
  heard: Heard,
  settlements: LaterSettlements,
): Promise<RunOutcome> {
  const { reference, phase } = run;
  const answeredBy = answererOf(run, heard);
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
      ...(answeredBy ? { answeredBy } : {}),
      ...(end ? { status: 'COMPLETED', finishedAt: parts.clock().toISOString() } : {}),
    },
    remove: ['editedVersion'], // a person's version is one of an attempt
  });
  if (!kept) throw new AttemptOver(`Attempt ${phase.attempt} of phase ${phase.id} is over: its output does not count.`);
  const learnt = answeredBy?.untold ? undefined : learnFrom(parts, run, heard);
  try {
    await end?.(kept, settlements.open());
    settlements.leave(); // the next step settles them, where it asks people
    return { outcome: end ? 'FINISHED' : 'NEEDS_APPROVAL' };
  } catch (error) {
    logger.warn('A finished phase could not be ended: the next step does it', error as Error);
    return { outcome: 'DONE' };
  } finally {
    await learnt;
  }
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

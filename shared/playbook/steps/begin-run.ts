// How a run of an agent begins: with everything at once where its gate said where the inputs lie, else after a look at what there is.

import type { OutputValues } from '../../contracts/agent-outputs.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { PhaseProgress, PhaseRecord } from '../../data/phase-records.ts';
import type { PhaseChange } from '../../data/phases.ts';
import { reconcileCalls } from '../../generation/reconcile-calls.ts';
import { settleLeftOver } from '../../generation/settle-call.ts';
import type { GateAnswer } from '../gate-lookahead.ts';
import { gone, type Run, type RunAgentParts } from './agent-run.ts';
import { loadInputs, readOutputs, valuesOf } from './read-inputs.ts';
import type { RunOutcome } from './run-outcome.ts';

/** A run whose phase is marked as running, with its inputs. */
interface Started {
  readonly run: Run;
  readonly values: OutputValues;
}

/** Marks the phase as running and reads its inputs; or answers what there is to do instead, where that was decided before. */
export const beginRun = async (
  parts: RunAgentParts,
  reference: PhaseReference,
  gate: GateAnswer,
): Promise<Started | RunOutcome> => (await beginAtOnce(parts, reference, gate)) ?? (await start(parts, reference));

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
function outcomeOfEarlierRun({ status }: PhaseRecord): RunOutcome | undefined {
  if (status === 'COMPLETED' || status === 'SKIPPED') return { outcome: 'DONE' };
  if (status === 'WAITING_VALIDATION') return { outcome: 'NEEDS_APPROVAL', isAsked: false };
  if (status === 'FAILED' || status === 'BUDGET_HOLD') return { outcome: 'PARKED' };
  return undefined;
}

/** Required inputs whose phase ended without making them. */
const missingInputs = ({ sources }: PhaseRecord, phases: readonly PhaseProgress[]) =>
  sources.filter(
    ({ optional, phaseId }) => !optional && phases.find(({ id }) => id === phaseId)?.status !== 'COMPLETED',
  );

async function skip(parts: RunAgentParts, run: Run, missing: ReturnType<typeof missingInputs>): Promise<RunOutcome> {
  const inputs = missing.map(({ name, phaseId }) => ({ name, phaseId }));
  await parts.phases.change(run.reference, {
    from: ['IDLE', 'READY', 'RUNNING'],
    set: {
      status: 'SKIPPED',
      skippedBecause: { kind: 'missing', inputs },
      finishedAt: parts.clock().toISOString(),
    },
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

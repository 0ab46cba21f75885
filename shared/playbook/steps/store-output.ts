// The end of a run whose agent has made its output.
import { agentOutputSchemas } from '../../contracts/agent-outputs.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { PhaseChange } from '../../data/phases.ts';
import { outputEvent } from '../../events/output-event.ts';
import { AttemptOver, OutputInvalid } from '../../generation/call-failures.ts';
import type { DeferredSettlements } from '../../generation/deferred-settlements.ts';
import { logger } from '../../runtime/logger.ts';
import { answererOf, learnFrom } from '../route-attempt.ts';
import type { Heard, Run, RunAgentParts } from './agent-run.ts';
import { announceQuestion } from './announce-question.ts';
import type { EndPhase } from './complete-phase.ts';
import type { RunOutcome } from './run-outcome.ts';

/**
 * Checks and stores what the agent made. Where nobody must see it, the phase is completed in the same write, and ended straight after it: its
 * dependants need not wait until the next step has started. Where a person must, it waits for them from that write on, and they are asked straight
 * after it.
 */
export async function storeOutput(
  parts: RunAgentParts,
  run: Run,
  output: unknown,
  heard: Heard,
  settlements: DeferredSettlements,
): Promise<RunOutcome> {
  const { reference, phase } = run;
  const answeredBy = answererOf(run, heard);
  const parsed = agentOutputSchemas[phase.agent].safeParse(output);
  if (!parsed.success) throw new OutputInvalid(`The output of ${phase.agent} does not fit: ${parsed.error.message}`);
  const isInline = await parts.outputs.put(reference, phase.attempt, parsed.data);
  const { came, goOn, left } = phase.needsApproval ? asking : ending;
  const now = parts.clock().toISOString();
  const keeping = parts.phases.change(reference, {
    from: ['RUNNING'],
    attempt: phase.attempt,
    set: { outputAttempt: phase.attempt, ...(answeredBy ? { answeredBy } : {}), ...came(now) },
    remove: ['editedVersion'], // a person's version is one of an attempt
  });
  // Beside the write and behind it, so that it holds nothing up; heard after it: should it fail, the next step does it.
  const preparing = goOn(parts, reference);
  preparing.catch(() => {}); // heard below
  const kept = await keeping;
  if (!kept) throw new AttemptOver(`Attempt ${phase.attempt} of phase ${phase.id} is over: its output does not count.`);
  const learnt = answeredBy?.untold ? undefined : learnFrom(parts, run, heard);
  try {
    const tell = await preparing;
    await tell(kept, { settlements: settlements.open(), ...(isInline ? { output: parsed.data } : {}) });
    settlements.leave();
    return left.told;
  } catch (error) {
    logger.warn('What a phase came to could not be told: the next step does it', error as Error);
    return left.untold;
  } finally {
    await learnt;
  }
}

/** What becomes of a phase that has its output. */
interface Way {
  /** In the write that keeps the output. */
  readonly came: (now: string) => PhaseChange['set'];
  /** Gets ready to let people and other phases know; what is told is told after the write. */
  readonly goOn: (parts: RunAgentParts, reference: PhaseReference) => Promise<EndPhase>;
  readonly left: { readonly told: RunOutcome; readonly untold: RunOutcome };
}

const ending: Way = {
  came: (now) => ({ status: 'COMPLETED', finishedAt: now }),
  goOn: (parts, reference) => parts.prepareEnd(reference),
  left: { told: { outcome: 'FINISHED' }, untold: { outcome: 'DONE' } },
};

const asking: Way = {
  came: (now) => ({ status: 'WAITING_VALIDATION', waitingSince: now }),
  async goOn(parts, reference) {
    const announcement = await parts.prepareAnnouncement(reference);
    return (phase, { settlements = [], output } = {}) =>
      announceQuestion(parts, reference, phase, { settlements, announcement, output: outputEvent(phase, output) });
  },
  left: { told: { outcome: 'NEEDS_APPROVAL', isAsked: true }, untold: { outcome: 'NEEDS_APPROVAL', isAsked: false } },
};

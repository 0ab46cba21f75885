// The end of a run whose agent has made its output.
import { agentOutputSchemas } from '../../contracts/agent-outputs.ts';
import { AttemptOver, OutputInvalid } from '../../generation/call-failures.ts';
import type { DeferredSettlements } from '../../generation/deferred-settlements.ts';
import { logger } from '../../runtime/logger.ts';
import { answererOf, learnFrom } from '../route-attempt.ts';
import type { Heard, Run, RunAgentParts } from './agent-run.ts';
import type { RunOutcome } from './run-outcome.ts';

/**
 * Checks and stores what the agent made. Where nobody must see it, the phase is completed in the same write, and ended straight after it: its
 * dependants need not wait until the next step has started.
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
  const isEnd = !phase.needsApproval;
  const keeping = parts.phases.change(reference, {
    from: ['RUNNING'],
    attempt: phase.attempt,
    set: {
      outputAttempt: phase.attempt,
      ...(answeredBy ? { answeredBy } : {}),
      ...(isEnd ? { status: 'COMPLETED', finishedAt: parts.clock().toISOString() } : {}),
    },
    remove: ['editedVersion'], // a person's version is one of an attempt
  });
  // Beside the write and behind it, so that it holds nothing up; heard after it: should it fail, the next step ends the phase.
  const ending = isEnd ? parts.prepareEnd(reference) : undefined;
  ending?.catch(() => {}); // heard below
  const kept = await keeping;
  if (!kept) throw new AttemptOver(`Attempt ${phase.attempt} of phase ${phase.id} is over: its output does not count.`);
  const learnt = answeredBy?.untold ? undefined : learnFrom(parts, run, heard);
  try {
    const end = await ending;
    await end?.(kept, { settlements: settlements.open(), ...(isInline ? { output: parsed.data } : {}) });
    settlements.leave(ending ? undefined : phase.attempt); // the step that asks people settles those of the attempt
    return { outcome: ending ? 'FINISHED' : 'NEEDS_APPROVAL' };
  } catch (error) {
    logger.warn('A finished phase could not be ended: the next step does it', error as Error);
    return { outcome: 'DONE' };
  } finally {
    await learnt;
  }
}

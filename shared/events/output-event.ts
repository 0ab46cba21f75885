// The event that shows an output to whoever listens.
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { NewLiveEvent } from '../contracts/live-events.ts';
import type { InlineOutputs, OutputValue } from '../data/outputs.ts';
import type { PhaseRecord } from '../data/phase-records.ts';

/** The output of a phase's newest attempt as an event; read where it is not known. A large one is left out of it: the client fetches the phase. */
export async function outputEvent(
  outputs: InlineOutputs,
  reference: PhaseReference,
  { id, attempt, outputAttempt = attempt }: PhaseRecord,
  known?: OutputValue,
): Promise<NewLiveEvent> {
  const output = known ?? (await outputs.get(reference, outputAttempt));
  return { type: 'phase:output', data: { phaseId: id, attempt: outputAttempt, ...(output ? { output } : {}) } };
}

// The event that shows an output to whoever listens.
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { NewLiveEvent } from '../contracts/live-events.ts';
import type { InlineOutputs, OutputValue } from '../data/outputs.ts';
import type { PhaseRecord } from '../data/phase-records.ts';

/** The output of a phase's newest attempt as an event. A large one is left out of it: the client fetches the phase. */
export const outputEvent = (
  { id, attempt, outputAttempt = attempt }: PhaseRecord,
  output: OutputValue | undefined,
): NewLiveEvent => ({
  type: 'phase:output',
  data: { phaseId: id, attempt: outputAttempt, ...(output ? { output } : {}) },
});

/** The same, read by whoever does not know it. */
export const readOutputEvent = async (
  outputs: InlineOutputs,
  reference: PhaseReference,
  phase: PhaseRecord,
): Promise<NewLiveEvent> => outputEvent(phase, await outputs.get(reference, phase.outputAttempt ?? phase.attempt));

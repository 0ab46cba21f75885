// The event that shows an output to whoever listens.
import type { PhaseReference } from '../contracts/identifiers.ts';
import type { NewLiveEvent } from '../contracts/live-events.ts';
import type { InlineOutputs } from '../data/outputs.ts';
import type { PhaseRecord } from '../data/phases.ts';

/** The output of a phase's newest attempt as an event; none when it made none. A large one is left out of its event. */
export async function outputEvents(
  outputs: InlineOutputs,
  reference: PhaseReference,
  { id, outputAttempt }: PhaseRecord,
): Promise<NewLiveEvent[]> {
  if (outputAttempt === undefined) return [];
  const output = await outputs.get(reference, outputAttempt);
  return [{ type: 'phase:output', data: { phaseId: id, attempt: outputAttempt, ...(output ? { output } : {}) } }];
}

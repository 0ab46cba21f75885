// What is known of models at work, as a client holds it: the newest word of each phase. Pure.
import type { PhaseProgress } from '../contracts/live-events.ts';
import type { Phase } from '../contracts/phase.ts';

/** The newest frame of each phase, and when it came by the client's own clock. */
export type ProgressOfPhases = Readonly<Record<string, { readonly frame: PhaseProgress; readonly receivedAt: number }>>;

export const withProgress = (known: ProgressOfPhases, frame: PhaseProgress, receivedAt: number): ProgressOfPhases => ({
  ...known,
  [frame.data.phaseId]: { frame, receivedAt },
});

/** How far the model has come, with the time until now. Nothing once the phase has ended or begun another attempt: frames may come late. */
export function progressOf(
  { id, status, attempt }: Pick<Phase, 'id' | 'status' | 'attempt'>,
  known: ProgressOfPhases,
  now: number,
): PhaseProgress['data'] | undefined {
  const last = known[id];
  if (!last || status !== 'RUNNING' || last.frame.data.attempt !== attempt) return undefined;
  const { data } = last.frame;
  return { ...data, elapsedMilliseconds: data.elapsedMilliseconds + Math.max(0, now - last.receivedAt) };
}

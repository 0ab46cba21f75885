// Says that a run has begun, numbered after the end that opened its gate.
import { setTimeout as pause } from 'node:timers/promises';
import type { Run, RunAgentParts } from './agent-run.ts';

/** Also by a run that goes on after a crash, which may have come before; not each time that a pending job is asked for. */
export async function announceStart(parts: RunAgentParts, run: Run): Promise<void> {
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

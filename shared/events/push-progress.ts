// Pushes how far a model has come to whoever listens. Nothing is numbered, kept or tried again: the next frame says more.
import type { PhaseProgress } from '../contracts/live-events.ts';
import type { LiveSender } from './live-sender.ts';

/** Answers with the sockets that are still there. Never fails: a frame that does not arrive is no loss. */
export type PushProgress = (
  listeners: readonly string[],
  frame: PhaseProgress,
  signal: AbortSignal,
) => Promise<readonly string[]>;

export const createPushProgress =
  (sender: Pick<LiveSender, 'send'>): PushProgress =>
  async (listeners, frame, signal) => {
    const text = JSON.stringify(frame);
    const answers = await Promise.all(
      listeners.map((connectionId) => sender.send(connectionId, text, signal).catch(() => 'failed' as const)),
    );
    return listeners.filter((_, index) => answers[index] !== 'gone');
  };

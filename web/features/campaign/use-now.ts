// One clock for everything that counts seconds, so that all of it is drawn together.
import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

const listen = (listener: () => void) => {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const tell of listeners) tell();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
};
const stand = () => () => {};
/** The same for everybody who asks within a second. */
const second = () => Math.floor(Date.now() / 1000) * 1000;

/** The time in milliseconds, told once a second while something moves. */
export const useNow = (moves: boolean): number => useSyncExternalStore(moves ? listen : stand, second);

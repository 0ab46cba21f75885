// Whether the server answers: every call says so, and while it does not, it is asked again until it does.

import { useSyncExternalStore } from 'react';
import { retryNow } from '../retry/retry-signal.ts';
import { createListeners } from './listeners.ts';
import { settings } from './settings.ts';

const firstPauseMilliseconds = 1_000;
const longestPauseMilliseconds = 8_000;
const answerMilliseconds = 5_000;

export type Reachability = 'reachable' | 'offline' | 'silent';

let isSilent = false;
let pauseMilliseconds = firstPauseMilliseconds;
let timer: ReturnType<typeof setTimeout> | undefined;
const { listen, tell } = createListeners();

/** A call got no answer. */
export function noteSilence(): void {
  if (isSilent) return;
  isSilent = true;
  pauseMilliseconds = firstPauseMilliseconds;
  timer = setTimeout(() => void ask(), pauseMilliseconds);
  tell();
}

/** A call was answered. After a silence, whatever failed meanwhile is tried again. */
export function noteAnswer(): void {
  if (!isSilent) return;
  isSilent = false;
  clearTimeout(timer);
  tell();
  retryNow();
}

async function ask(): Promise<void> {
  clearTimeout(timer);
  if (!isSilent) return;
  if (navigator.onLine && (await answers())) return noteAnswer();
  pauseMilliseconds = Math.min(longestPauseMilliseconds, pauseMilliseconds * 2);
  timer = setTimeout(() => void ask(), pauseMilliseconds);
}

/** Of another origin nothing but that it answered is to be seen, which is enough. */
const answers = (): Promise<boolean> =>
  fetch(`${settings().apiUrl}/api/v1/health/live`, {
    mode: 'no-cors',
    cache: 'no-store',
    signal: AbortSignal.timeout(answerMilliseconds),
  }).then(
    ({ ok, type }) => ok || type === 'opaque',
    () => false,
  );

// Where nobody is online or offline, as in a test, there is nothing to hear.
globalThis.addEventListener?.('online', () => {
  tell();
  void ask();
});
globalThis.addEventListener?.('offline', tell);
const current = (): Reachability => {
  if (!navigator.onLine) return 'offline';
  return isSilent ? 'silent' : 'reachable';
};
export const useReachability = (): Reachability => useSyncExternalStore(listen, current);

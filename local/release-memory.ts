// Gives the memory of collected objects back to the operating system. V8 keeps their pages for the next peak, for ever: a platform that has
// run a thousand campaigns at once would hold gigabytes until it ends. One for each thread.
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const megabyte = 2 ** 20;
const everyMilliseconds = 5000;
/** A thread that worked less than this part of the time has time for it: it takes some tenths of a second. */
const idleUtilization = 0.1;
/** What has gathered since the last time, before it is worth the while; more of it where others wait for the thread. */
const worthwhileBytes = { idle: 50 * megabyte, busy: 150 * megabyte };

export interface MemoryState {
  readonly residentBytes: number;
  /** After the last time. */
  readonly leastResidentBytes: number;
  /** Part of the time that the thread worked. */
  readonly utilization: number;
}

export const isWorthwhile = ({ residentBytes, leastResidentBytes, utilization }: MemoryState): boolean =>
  residentBytes - leastResidentBytes > worthwhileBytes[utilization < idleUtilization ? 'idle' : 'busy'];

/** Looks every few seconds whether it is worth the while. Keeps no process alive. */
export function startReleasingMemory(): { stop(): void } {
  const collect = collector();
  let leastResidentBytes = process.memoryUsage.rss();
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    const residentBytes = process.memoryUsage.rss();
    leastResidentBytes = Math.min(leastResidentBytes, residentBytes);
    if (!isWorthwhile({ residentBytes, leastResidentBytes, utilization })) return;
    collect();
    leastResidentBytes = process.memoryUsage.rss();
  }, everyMilliseconds);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

/** Collects as V8 does before it gives up: what is left over then goes back. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const gc: NodeJS.GCFunction = runInNewContext('gc');
  return () => gc({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

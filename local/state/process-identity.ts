import { readFileSync } from 'node:fs';

/** What Linux says of a process, from its state letter on; undefined where the system does not say. */
const statusFields = (pid: number): string[] | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name, in brackets, may hold spaces and brackets: count the fields after the last closing one.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
};

/**
 * A mark that tells this process from a later one that got the same id: its start time in clock ticks since boot
 * (Linux). Undefined where the system does not say.
 */
export const processStartMark = (pid: number): string | undefined => statusFields(pid)?.[19];

/** Killed, but not yet taken note of by its parent: it still has its id and answers to signals. */
const isDefunct = (pid: number): boolean => ['Z', 'X'].includes(statusFields(pid)?.[0] ?? '');

/** Says whether the process that wrote `pid` and `startMark` still lives. Where marks are unknown, the id alone decides. */
export const isProcessAlive = (pid: number, startMark?: string): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  if (isDefunct(pid)) return false;
  const mark = processStartMark(pid);
  return startMark === undefined || mark === undefined || mark === startMark;
};

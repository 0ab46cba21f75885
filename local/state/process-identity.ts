import { readFileSync } from 'node:fs';

/**
 * A mark that tells this process from a later one that got the same id: its start time in clock ticks since boot
 * (Linux). Undefined where the system does not say.
 */
export const processStartMark = (pid: number): string | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name, in brackets, may hold spaces and brackets: count the fields after the last closing one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[19];
  } catch {
    return undefined;
  }
};

/** Says whether the process that wrote `pid` and `startMark` still lives. Where marks are unknown, the id alone decides. */
export const isProcessAlive = (pid: number, startMark?: string): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const mark = processStartMark(pid);
  return startMark === undefined || mark === undefined || mark === startMark;
};

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { isProcessAlive, processStartMark } from './process-identity.ts';

/** A child that dies while its parent, a sleeping shell, takes no note of it. */
async function leaveDefunct(): Promise<{ pid: number; end(): void }> {
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(parent.stdout, 'data');
  return { pid: Number(String(line)), end: () => parent.kill('SIGKILL') };
}

describe('a process', () => {
  it('is alive while it runs, under its own mark only', () => {
    expect(isProcessAlive(process.pid, processStartMark(process.pid))).toBe(true);
    if (process.platform === 'linux') expect(isProcessAlive(process.pid, '1')).toBe(false);
  });

  it.runIf(process.platform === 'linux')('is not alive once killed, though its parent has not taken note', async () => {
    const { pid, end } = await leaveDefunct();
    await expect.poll(() => isProcessAlive(pid)).toBe(false);
    expect(() => process.kill(pid, 0)).not.toThrow();
    end();
  });
});

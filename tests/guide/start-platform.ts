// `npm start` as a person types it, in a process of its own, with a state of its own.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface Started {
  /** What it printed once it was ready. */
  readonly table: string;
  /** Ctrl-C, and whatever state it left is gone. */
  stop(): Promise<void>;
}

/** Resolves when the table of addresses is printed. Rejects with what it said when it ends before. */
export async function npmStart(): Promise<Started> {
  const directory = await mkdtemp(join(tmpdir(), 'astromedia-guide-'));
  const child = spawn('npm', ['start', '--silent', '--', '--no-demo', '--directory', directory], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, to be interrupted like one in a terminal
  });
  const stop = async () => {
    await interrupt(child);
    await rm(directory, { recursive: true, force: true });
  };
  try {
    return { table: await untilReady(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function untilReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        printed += chunk.toString('utf8');
        if (printed.includes('Stop with Ctrl-C')) resolve(printed);
      });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${printed}`)));
  });
}

async function interrupt(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGINT');
  await ended;
}

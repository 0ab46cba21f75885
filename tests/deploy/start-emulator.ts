// An AWS emulator of our own: MiniStack from PyPI in .venv, on a free loopback port, with its state below .ministack/.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { awaitEmulator } from '../../scripts/deploy/emulator.ts';
import { projectRoot } from '../../scripts/deploy/run-cdk.ts';

const packages = ['ministack==1.4.21', 'cryptography'];
const environmentDirectory = join(projectRoot, '.venv');
const binaries = join(environmentDirectory, process.platform === 'win32' ? 'Scripts' : 'bin');
const installedMark = join(environmentDirectory, `.${packages[0]}`);

export interface Emulator {
  readonly endpoint: string;
  readonly logFile: string;
  stop(): Promise<void>;
}

/** Why there can be no emulator here, such as a machine without Python or without PyPI. */
export class NoEmulator extends Error {
  override readonly name = 'NoEmulator';
}

/** Starts it with empty state in the directory. Throws NoEmulator when it cannot be installed. */
export async function startEmulator(directory: string): Promise<Emulator> {
  install();
  rmSync(directory, { recursive: true, force: true });
  for (const name of ['tmp', 'state']) mkdirSync(join(directory, name), { recursive: true });
  // Its Lambda workers are CommonJS files written below this directory, inside a project of ES modules.
  writeFileSync(join(directory, 'package.json'), '{"type":"commonjs"}\n');
  const endpoint = `http://127.0.0.1:${await freePort()}`;
  const logFile = join(directory, 'emulator.log');
  const child = start(directory, endpoint, logFile);
  const stop = () => stopChild(child);
  try {
    await awaitEmulator(endpoint, 60, () => child.exitCode === null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, logFile, stop };
}

function install(): void {
  if (existsSync(installedMark)) return;
  console.log(`Installing ${packages.join(' and ')} into .venv (only the first time)…`);
  const python = ['python3', 'python'].find((name) => spawnSync(name, ['--version']).status === 0);
  if (!python) throw new NoEmulator('there is no Python 3 on this machine');
  run(python, ['-m', 'venv', environmentDirectory], 'Python cannot make a virtual environment');
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--retries', '1', '--timeout', '20'];
  run(join(binaries, 'python'), [...pip, ...packages], 'it cannot be installed from PyPI');
  writeFileSync(installedMark, '');
}

function run(program: string, args: readonly string[], reason: string): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return;
  throw new NoEmulator(`${reason} (${stderr?.trim().split('\n').at(-1) ?? 'no reason given'})`);
}

function start(directory: string, endpoint: string, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  const child = spawn(join(binaries, 'ministack'), [], {
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: new URL(endpoint).port,
      // Where it fetches the keys of access tokens from: itself.
      MINISTACK_HOST: '127.0.0.1',
      LAMBDA_EXECUTOR: 'local',
      IOT_MTLS_ENABLED: '0',
      SFTP_ENABLED: '0',
      TMPDIR: join(directory, 'tmp'),
      STATE_DIR: join(directory, 'state'),
    },
  });
  closeSync(log);
  return child;
}

/** Asks it to end, and ends it when an open socket keeps it: its state is thrown away in any case. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}

/** A port that was free a moment ago; nothing reserves it until the emulator listens. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No free port on 127.0.0.1')),
      );
    });
  });

// Starts a program of this project on a bare clone: node scripts/run.mjs <file.ts|command> [arguments…]
// Installs what the lockfile asks for, then runs the target under the pinned Node 24. Plain JavaScript without
// dependencies, because it must run on Node 20 before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode } from './find-node.mjs';
import { installWhenNeeded } from './install-when-needed.mjs';

const root = process.env.ASTROMEDIA_ROOT ?? resolve(dirname(fileURLToPath(import.meta.url)), '..');
const usage = 'Usage: node scripts/run.mjs <file.ts|command> [arguments…]';

const main = async () => {
  const [target, ...args] = process.argv.slice(2);
  if (target === undefined) throw new Error(usage);
  await installWhenNeeded(root);
  const node = findNode(root);
  const commands = join(root, 'node_modules', '.bin');
  const { command, commandArguments, shell } = commandFor(target, args, node, commands);
  const path = [dirname(node), commands, process.env.PATH].filter(Boolean).join(delimiter);
  // What Node compiled once it need not compile again: a third less time until the platform is ready.
  const compileCache = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled');
  const env = { ...process.env, PATH: path, NODE_COMPILE_CACHE: compileCache };
  return runToEnd(spawn(command, commandArguments, { stdio: 'inherit', shell, env }));
};

/** A file of the project runs under Node; any other name is a command that a package brought. */
const commandFor = (target, args, node, commands) => {
  const file = resolve(root, target);
  // Node 24.0, the pinned one on Apple silicon, still warns about running TypeScript.
  if (existsSync(file)) {
    return { command: node, commandArguments: ['--disable-warning=ExperimentalWarning', file, ...args], shell: false };
  }
  const windows = process.platform === 'win32';
  const command = join(commands, windows ? `${target}.cmd` : target);
  if (existsSync(command)) return { command, commandArguments: args, shell: windows };
  throw new Error(`There is no file ${target} in ${root} and no installed command of that name.\n${usage}`);
};

/** Hands signals on and yields the exit code, as a shell would report it. */
const runToEnd = (child) =>
  new Promise((resolveExit, reject) => {
    // Ctrl-C in a terminal reaches the child by itself: a second one would look like impatience.
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolveExit(code ?? 128 + (constants.signals[signal] ?? 0)));
  });

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

// Brings node_modules in line with package-lock.json, and does nothing when it is. Safe when two commands start at once.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Installs unless every package of the lockfile is there in its version. Throws with npm's own words when npm fails. */
export const installWhenNeeded = async (root, install = npmInstall) => {
  if (isInstalled(root)) return;
  const release = await takeTurn(root);
  try {
    if (!isInstalled(root)) await install(root);
  } finally {
    release();
  }
};

/** Compares what npm wrote down after its last install with the lockfile; times of files say nothing after a clone. */
export const isInstalled = (root) => {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(root, 'package-lock.json'));
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) => path === '' || optional || link || installed[path]?.version === version,
  );
};

const packagesIn = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {});

const options = ['--include=dev', '--include=optional', '--no-fund', '--no-audit', '--loglevel=error'];

const npmInstall = async (root) => {
  console.error('Installing what the lockfile asks for (only the first time, about a minute)…');
  const strict = await runNpm(root, ['ci', ...options]);
  if (strict.code === 0) return;
  // "npm ci" also refuses a lockfile that lacks optional packages of other platforms, as one written against a
  // registry without them does. Installing without saving takes the same locked versions and lets those pass.
  const { code, output } = strict.output.includes('in sync')
    ? await runNpm(root, ['install', '--no-save', ...options])
    : strict;
  if (code !== 0) throw new Error(`${output.trim()}\n\nnpm failed. Fix what it says above and run the command again.`);
};

/** Runs npm quietly and keeps what it says. */
const runNpm = (root, args) =>
  new Promise((resolve, reject) => {
    // Under "npm run", npm tells where it is; on Windows its launcher is a script that needs a shell.
    const npm = process.env.npm_execpath;
    const child = npm?.endsWith('.js')
      ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
      : spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
    child.on('error', (error) => reject(new Error(`npm cannot be started (${error.message}). It comes with Node.`)));
    child.on('exit', (code) => resolve({ code, output }));
  });

/** Waits until no other living process installs here. The lock lies outside node_modules, which npm ci deletes. */
const takeTurn = async (root) => {
  const lock = join(tmpdir(), `astromedia-install-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`);
  while (true) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLeftOver(lock)) rmSync(lock, { force: true });
    else await wait(300);
  }
};

/** A lock whose process is gone was left by a crash. */
const isLeftOver = (lock) => {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
};

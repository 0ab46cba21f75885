// A platform in a directory of its own that is gone after the suite.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { RunningPlatform } from '../../local/start-platform.ts';

/** Starts it before the suite's tests and stops it after them. Its addresses may be read inside of tests only. */
export function scratchPlatform(start: (directory: string) => Promise<RunningPlatform>) {
  let directory: string;
  let platform: RunningPlatform;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'astromedia-test-'));
    platform = await start(directory);
  });
  afterAll(async () => {
    await platform.stop();
    await rm(directory, { recursive: true, force: true });
  });
  return {
    get directory() {
      return directory;
    },
    get apiUrl() {
      return platform.apiUrl;
    },
    get liveUrl() {
      return platform.liveUrl;
    },
  };
}

// Gives every journey its target: the one the environment names, or an embedded platform of its own with the real agents.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPlatform } from '../../cli/platform-process.ts';
import type { Target } from '../support/campaign-driver.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    target: Target;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = targetFrom(process.env);
  if (given) {
    project.provide('target', given);
    return async () => {};
  }
  const directory = await mkdtemp(join(tmpdir(), 'astromedia-e2e-'));
  const { apiUrl, liveUrl, stop } = await startPlatform({ directory });
  project.provide('target', { apiUrl, liveUrl });
  return async () => {
    await stop();
    await rm(directory, { recursive: true, force: true });
  };
}

/** Half a target is a mistake, not a reason to test something else. */
function targetFrom({ E2E_API_URL, E2E_LIVE_URL }: NodeJS.ProcessEnv): Target | undefined {
  if (E2E_API_URL && E2E_LIVE_URL) return { apiUrl: E2E_API_URL, liveUrl: E2E_LIVE_URL };
  if (!E2E_API_URL && !E2E_LIVE_URL) return undefined;
  throw new Error('Set both E2E_API_URL and E2E_LIVE_URL, or neither to test the embedded platform');
}

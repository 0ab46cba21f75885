// Serves the application to every journey: the site that the environment names, or an embedded platform in a directory of its own.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startPlatform } from '../../cli/platform-process.ts';
import { freePort } from '../../local/state/ports.ts';
import { findBrowser } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    site: { readonly url: string; readonly apiUrl: string };
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!findBrowser()) return undefined;
  const url = process.env['WEB_URL'];
  if (url) {
    project.provide('site', { url, apiUrl: url }); // of a deployment, where both are of one origin
    return undefined;
  }
  const directory = await mkdtemp(join(tmpdir(), 'astromedia-web-'));
  const { apiUrl, uiUrl = '', stop } = await startPlatform({ directory, pagePort: await freePort() });
  await fetch(uiUrl); // builds the application, so that no journey waits for it
  project.provide('site', { url: uiUrl, apiUrl });
  return async () => {
    await stop();
    await rm(directory, { recursive: true, force: true });
  };
}

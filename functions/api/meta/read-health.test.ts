import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readHealth, version } from './read-health.ts';

it('reports the version of package.json and the time', async () => {
  const { version: released } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  expect(version).toBe(released);
  const now = new Date('2026-11-23T08:00:00.000Z');
  expect(await readHealth({ clock: () => now })()).toEqual({ status: 'ok', version, time: now.toISOString() });
});

// The commands of docs/PARTNER_API.md against `npm start`, as typed: every block of it, one after the other, in one shell.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { npmStart, type Started } from './start-platform.ts';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(new URL('../../docs/PARTNER_API.md', import.meta.url), 'utf8');
const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, commands = '']) => commands);

let started: Started;
beforeAll(async () => {
  started = await npmStart();
});
afterAll(() => started.stop());

it('leads from an account to an approved strategy', async () => {
  expect(blocks).toHaveLength(2);
  const script = `set -euo pipefail\n${blocks.join('\n')}`;

  const { stdout } = await promisify(execFile)('bash', ['-c', script], { cwd: projectRoot, timeout: 55_000 });

  const answers = stdout.split(/(?<=\})(?=\{)/).map((text) => JSON.parse(text));
  expect(answers[0].user.email).toBe('me@example.com');
  expect(answers[1].events[0].number).toBe(1);
  expect(answers[2].output.strategyReport.keyMessages).toHaveLength(3);
  expect(answers.at(-1)).toMatchObject({ success: true, phase: { id: 'strategy', status: 'COMPLETED' } });
});

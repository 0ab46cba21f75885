// docs/WEBHOOKS.md: its verifier runs, its table is that of the data.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { webhookRetrySeconds } from '../../shared/contracts/webhook-retries.ts';
import { newWebhookSecret, signedHeaders } from '../../shared/webhooks/sign-webhook.ts';

const page = await readFile(new URL('../../docs/WEBHOOKS.md', import.meta.url), 'utf8');

it('the sample verifier takes what we sign, and nothing that is changed, old or signed by somebody else', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'astromedia-verifier-'));
  const file = join(directory, 'verify.mjs');
  await writeFile(file, /```js\n(.+?)```/s.exec(page)?.[1] ?? '');
  const { verify } = await import(pathToFileURL(file).href);
  await rm(directory, { recursive: true });
  const [secret, former] = [newWebhookSecret(), newWebhookSecret()];
  const payload = '{"id":"dlv_1"}';
  const headersAt = (sentAt: Date) => signedHeaders({ id: 'dlv_1', sentAt, payload }, [secret, former]);
  const headers = headersAt(new Date());

  for (const known of [secret, former]) expect(verify(known, headers, payload)).toEqual({ id: 'dlv_1' });
  expect(() => verify(newWebhookSecret(), headers, payload)).toThrow('not signed');
  expect(() => verify(secret, headers, payload.replace('1', '2'))).toThrow('not signed');
  expect(() => verify(secret, { ...headers, 'webhook-id': 'dlv_2' }, payload)).toThrow('not signed');
  expect(() => verify(secret, {}, payload)).toThrow('too old');
  expect(() => verify(secret, headersAt(new Date(Date.now() - 301_000)), payload)).toThrow('too old');
});

it('the table of attempts is that of the data', () => {
  const unit: Record<string, number> = { s: 1, min: 60, h: 3600 };
  const listed = [...page.matchAll(/^\| \d+ \| (\d+) (s|min|h) \|$/gm)].map(
    ([, count, name = '']) => Number(count) * (unit[name] ?? 0),
  );
  expect(listed).toEqual(webhookRetrySeconds);
});

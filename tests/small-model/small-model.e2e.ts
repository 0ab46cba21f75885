// What no fake can be: a real model, with its odd answers, broken JSON, slow tokens and real counts, through the adapter and the whole pipeline.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startPlatform } from '../../local/start-platform.ts';
import { apiPrefix } from '../../shared/contracts/api-prefix.ts';
import type { ProviderSettings } from '../../shared/contracts/provider-settings.ts';
import { configuredCards } from '../../shared/models/configured-cards.ts';
import type { TextModel, TextRequest } from '../../shared/models/model.ts';
import type { StructuredMode } from '../../shared/models/model-card.ts';
import { offersOf } from '../../shared/models/providers/offers.ts';
import { registerUser } from '../support/campaign-driver.ts';
import { sendRaw } from '../support/raw-requests.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { noteUnexpectedError } from '../support/unexpected-errors.ts';
import { modelPath } from './prepare-model.ts';

let server: ChildProcess;
let settings: ProviderSettings;
const startServer = async (): Promise<ProviderSettings> => {
  server = spawn(process.execPath, [fileURLToPath(new URL('./serve-model.mjs', import.meta.url)), modelPath], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (!server.stdout) throw new Error('The server has no output');
  const [line] = await once(createInterface(server.stdout), 'line');
  const { url } = JSON.parse(String(line)) as { url: string };
  return { OPENAI_COMPATIBLE_BASE_URL: url, OPENAI_COMPATIBLE_MODEL: 'smollm2-135m-instruct' };
};

const platform = scratchPlatform(async (directory) => {
  settings = await startServer();
  return startPlatform({ directory, modelSettings: settings, onError: noteUnexpectedError });
});
afterAll(() => void server.kill());

const shape = z.strictObject({ headline: z.string(), words: z.int() });
const request: TextRequest = {
  system: 'You are a helpful assistant.',
  prompt: 'Write a headline of five words about fresh bread.',
  source: { purpose: 'test', language: 'en', facts: {}, feedback: [] },
  schema: shape,
  maximumOutputTokens: 120,
};

/** The model as it is configured, made to keep to a schema in one way or another. */
function modelIn(structuredMode: StructuredMode): TextModel {
  const [card] = configuredCards(settings, '2026-11-26');
  const model = card && offersOf(settings, [{ ...card, structuredMode }])[0]?.text;
  if (!model) throw new Error('The server of one’s own offers no text');
  return model;
}

describe('a real small model', () => {
  it('keeps to a schema that its server enforces, and counts its tokens', async () => {
    const answer = await modelIn('native').generate(request);

    expect(shape.safeParse(JSON.parse(answer.text)).error).toBeUndefined();
    expect(answer).toMatchObject({ ended: 'stop', warnings: [], servedModel: 'smollm2-135m-instruct' });
    expect(answer.usage.inputTokens).toBeGreaterThan(20);
    expect(answer.usage.outputTokens).toBeGreaterThan(5);
    expect(answer.usage.isEstimated).toBeUndefined();
  });

  it('that is cut at its limit leaves JSON that is broken, and says so', async () => {
    const answer = await modelIn('native').generate({ ...request, maximumOutputTokens: 6 });

    expect(answer.ended).toBe('length');
    expect(() => JSON.parse(answer.text)).toThrow();
    expect(answer.usage.outputTokens).toBeLessThanOrEqual(7);
  });

  it('is seen writing, token by token', async () => {
    const seen: string[] = [];

    const answer = await modelIn('prompt').generate(
      { ...request, maximumOutputTokens: 40 },
      { onProgress: ({ textSoFar }) => seen.push(textSoFar) },
    );

    expect(seen.length).toBeGreaterThan(5);
    expect(seen.every((text, index) => text.startsWith(seen[index - 1] ?? ''))).toBe(true);
    expect(seen.at(-1)).toBe(answer.text);
    expect(answer.usage.outputTokens).toBeGreaterThanOrEqual(seen.length);
  });

  it('that is given up in the middle leaves a bill that nobody knows, and answers the next one', async () => {
    const patience = new AbortController();

    const given = modelIn('prompt').generate(request, { signal: patience.signal, onProgress: () => patience.abort() });

    await expect(given).rejects.toMatchObject({ reason: 'timed-out', billing: 'unknown' });
    expect((await modelIn('native').generate(request)).ended).toBe('stop');
  });

  it('writes behind the API, counted and free, and what does not fit a schema is refused with its faults', async () => {
    const user = await registerUser(platform);
    const write = (body: object) =>
      sendRaw(platform, { method: 'POST', path: `${apiPrefix}/internal/llm`, token: user.token, body });

    const plain = await write({ prompt: 'Say hello.', language: 'en', maximumOutputTokens: 40 });
    const schema = {
      type: 'object',
      properties: {
        title: { type: 'string', maxLength: 40 },
        seasons: { type: 'array', items: { type: 'string' }, minItems: 4, maxItems: 4 },
      },
      required: ['title', 'seasons'],
    };
    const shaped = await write({ prompt: 'Name the four seasons.', language: 'en', schema, maximumOutputTokens: 80 });

    // It is asked for JSON in words alone, and a model of this size heeds them or not.
    const kept = [plain, shaped].filter(({ status }) => status === 201);
    for (const { json } of kept)
      expect(json).toMatchObject({
        generation: {
          provider: 'openai-compatible',
          model: 'smollm2-135m-instruct',
          costMicroUsd: 0,
          aiGenerated: true,
        },
      });
    for (const { status, json } of [plain, shaped].filter(({ status }) => status !== 201))
      expect({ status, json }).toMatchObject({
        status: expect.toSatisfy((code: number) => code >= 400 && code < 600),
        // A busy machine may not be done in the time that a request has.
        json: {
          code: expect.stringMatching(/^(model-refused|unavailable)$/),
          detail: expect.stringMatching(/does not fit the schema|cut off|nothing|time|seconds/),
        },
      });
    const { groups } = await user.client.call('getUsage', { query: { groupBy: 'provider' } });
    const [own] = groups.filter(({ key }) => key === 'openai-compatible');
    expect(own).toMatchObject({ costMicroUsd: 0, outputTokens: expect.toSatisfy((tokens: number) => tokens > 0) });
    expect(own?.calls).toBeGreaterThanOrEqual(2); // and one more for each repair
  });
});

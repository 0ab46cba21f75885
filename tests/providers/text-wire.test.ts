// Every way in which a provider of texts can behave, over real HTTP, in every protocol: what comes out of the port.
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { ProviderSettings } from '../../shared/contracts/provider-settings.ts';
import { ModelFailure } from '../../shared/models/errors.ts';
import type { CallOptions, ModelUsage, TextModel, TextRequest } from '../../shared/models/model.ts';
import type { ModelCard, StructuredMode } from '../../shared/models/model-card.ts';
import { offersOf } from '../../shared/models/providers/offers.ts';
import { answers, type Behaviour, fails } from '../support/fake-provider/behaviour.ts';
import { type FakeProvider, startFakeProvider } from '../support/fake-provider/fake-provider.ts';

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';
const usage = { inputTokens: 120, outputTokens: 40, cachedInputTokens: 20, reasoningTokens: 8 };
const text = '{"headline":"Le pain du matin","count":2}';

interface Protocol {
  readonly name: string;
  readonly card: Pick<ModelCard, 'provider' | 'id'>;
  readonly settings: (origin: string) => ProviderSettings;
  /** The provider tells its own cost, and the model that served. */
  readonly tellsCost?: true;
  readonly modes: readonly StructuredMode[];
  /** Where it differs from the others: AWS's own client reads what comes before we do, and no thoughts are counted. */
  readonly unlike?: Readonly<Record<string, Partial<Pick<Failing, 'reason' | 'billing' | 'says'>>>>;
  readonly countsNoThoughts?: true;
}

const unreadable = /something that (is no answer|cannot be read)|answered with nothing/;

const protocols: readonly Protocol[] = [
  {
    name: 'OpenRouter',
    card: { provider: 'openrouter', id: 'maker/model-1' },
    settings: (origin) => ({ OPENROUTER_API_KEY: key, OPENROUTER_BASE_URL: `${origin}/api/v1` }),
    tellsCost: true,
    modes: ['native', 'tool', 'json', 'prompt'],
  },
  {
    name: 'Hugging Face',
    card: { provider: 'hugging-face', id: 'maker/model-2:cheapest' },
    settings: (origin) => ({ HF_API_KEY: key, HF_BASE_URL: `${origin}/v1` }),
    modes: ['native', 'tool', 'json', 'prompt'],
  },
  {
    name: 'a server of one’s own',
    card: { provider: 'openai-compatible', id: 'llama3.2:3b' },
    settings: (origin) => ({ OPENAI_COMPATIBLE_BASE_URL: `${origin}/v1/`, OPENAI_COMPATIBLE_MODEL: 'llama3.2:3b' }),
    modes: ['native', 'tool', 'json', 'prompt'],
  },
  {
    name: 'Gemini',
    card: { provider: 'gemini', id: 'gemini-3.5-flash-lite' },
    settings: (origin) => ({ GEMINI_API_KEY: key, GEMINI_BASE_URL: `${origin}/v1beta` }),
    modes: ['native', 'tool', 'json', 'prompt'],
  },
  {
    name: 'Vertex AI',
    card: { provider: 'vertex', id: 'gemini-3.5-flash-lite' },
    settings: (origin) => ({
      GOOGLE_CLOUD_CREDENTIALS: serviceAccount(origin),
      GOOGLE_CLOUD_BASE_URL: `${origin}/v1/projects/shop/locations/global/publishers/google`,
    }),
    modes: ['native', 'tool', 'json', 'prompt'],
  },
  {
    name: 'Bedrock',
    card: { provider: 'bedrock', id: 'global.anthropic.claude-sonnet-5' },
    settings: (origin) => {
      process.env['AWS_ENDPOINT_URL_BEDROCK_RUNTIME'] = origin; // where the SDK itself is told to look
      return { BEDROCK_REGION: 'eu-central-1', BEDROCK_API_KEY: key };
    },
    modes: ['native', 'tool', 'prompt'],
    countsNoThoughts: true,
    unlike: {
      'a page of HTML': { billing: 'unknown', says: unreadable },
      'the way to another host': { says: unreadable },
    },
  },
];

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const serviceAccount = (origin: string): string =>
  JSON.stringify({
    ...{ type: 'service_account', project_id: 'shop', client_email: 'writer@shop.iam.gserviceaccount.com' },
    ...{ private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }), token_uri: `${origin}/token` },
  });

let fake: FakeProvider;
beforeAll(async () => {
  fake = await startFakeProvider();
});
afterAll(() => fake.stop());
beforeEach(() => fake.reset());

const request: TextRequest = {
  system: 'You write.',
  prompt: 'Write a headline for a bakery.',
  source: { purpose: 'test', language: 'en', facts: {}, feedback: [] },
  schema: z.strictObject({ headline: z.string(), count: z.int() }),
  maximumOutputTokens: 500,
};

function modelOf(
  { card, settings }: Protocol,
  structuredMode: StructuredMode = 'native',
  facts: Partial<ModelCard> = {},
): TextModel {
  const whole: ModelCard = {
    ...card,
    ...{ isTrained: true, secondsPerCall: { text: 5 }, structuredMode, price: { since: '2026-11-01' } },
    ...facts,
  };
  const model = offersOf(settings(fake.origin), [whole])[0]?.text;
  if (!model) throw new Error(`${card.provider} offers no text`);
  return model;
}

async function failureOf(work: Promise<unknown>): Promise<ModelFailure> {
  const failure = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof ModelFailure)) throw new Error('It did not fail as a model fails', { cause: failure });
  return failure;
}

interface Failing {
  readonly behaviour: Behaviour;
  readonly reason: ModelFailure['reason'];
  readonly billing: 'none' | 'unknown' | 'told';
  readonly says: RegExp;
  readonly retryAfterSeconds?: number;
  /** Nobody waits for the answer any more, once the request has come. */
  readonly isAborted?: true;
}

const failing: Readonly<Record<string, Failing>> = {
  'a request that it does not take': {
    behaviour: fails(400, { message: 'Invalid schema' }),
    reason: 'unsupported',
    billing: 'none',
    says: /Invalid schema/,
  },
  'a key that is wrong': {
    behaviour: fails(401, { message: `Bad key ${key}` }),
    reason: 'unauthorized',
    billing: 'none',
    says: /does not accept the key.*Check [A-Z_]+/,
  },
  'no credit': {
    behaviour: fails(402, { message: 'Insufficient credits' }),
    reason: 'no-credit',
    billing: 'none',
    says: /no credit left.*Top it up/,
  },
  'a key that may not': {
    behaviour: fails(403, { message: 'Forbidden' }),
    reason: 'unauthorized',
    billing: 'none',
    says: /does not accept the key/,
  },
  'a model that is gone': {
    behaviour: fails(404, { message: 'No such model' }),
    reason: 'model-gone',
    billing: 'none',
    says: /no such model any more.*npm run models/,
  },
  'a request that took it too long': {
    behaviour: fails(408),
    reason: 'timed-out',
    billing: 'unknown',
    says: /gave up/,
  },
  'too many requests': { behaviour: fails(429), reason: 'rate-limited', billing: 'none', says: /no more requests/ },
  'too many requests, and when to come again': {
    behaviour: fails(429, { headers: { 'retry-after': '7' } }),
    reason: 'rate-limited',
    billing: 'none',
    says: /no more requests/,
    retryAfterSeconds: 7,
  },
  'an error of its own': {
    behaviour: fails(500),
    reason: 'unavailable',
    billing: 'none',
    says: /cannot answer now \(500\)/,
  },
  'a bad gateway': { behaviour: fails(502), reason: 'unavailable', billing: 'none', says: /\(502\)/ },
  'an outage': {
    behaviour: fails(503, { headers: { 'retry-after': '30' } }),
    reason: 'unavailable',
    billing: 'none',
    says: /\(503\)/,
    retryAfterSeconds: 30,
  },
  'an overload': { behaviour: fails(529), reason: 'unavailable', billing: 'none', says: /\(529\)/ },
  'a page of HTML': {
    behaviour: { does: 'html' },
    reason: 'bad-answer',
    billing: 'none',
    says: /page of HTML.*Check [A-Z_]+/,
  },
  'the way to another host': {
    behaviour: { does: 'redirect', to: 'https://example.com/v1' },
    reason: 'bad-answer',
    billing: 'none',
    says: /sends elsewhere \(302\), and a key is not carried along/,
  },
  'a body of 50 MB': {
    behaviour: { does: 'flood', megabytes: 50 },
    reason: 'bad-answer',
    billing: 'unknown',
    says: /more than 4 MB/,
  },
  'something that is no JSON': {
    behaviour: { does: 'say', body: '{"choices": [' },
    reason: 'bad-answer',
    billing: 'unknown',
    says: unreadable,
  },
  'JSON that is no answer': {
    behaviour: { does: 'say', body: '{"hello":"world"}' },
    reason: 'bad-answer',
    billing: 'unknown',
    says: unreadable,
  },
  'half an answer, and a connection cut': {
    behaviour: { does: 'cut' },
    reason: 'unavailable',
    billing: 'unknown',
    says: /broke off in the middle/,
  },
  'nothing in time': {
    behaviour: { does: 'hang' },
    reason: 'timed-out',
    billing: 'unknown',
    says: /did not answer in time/,
    isAborted: true,
  },
  'a stop by its filter': {
    behaviour: answers({ ended: 'filter', usage }),
    reason: 'filtered',
    billing: 'told',
    says: /filter stopped/,
  },
  'thoughts without an answer': {
    behaviour: answers({ ended: 'reasoning', usage }),
    reason: 'bad-answer',
    billing: 'told',
    says: /answered with nothing/,
  },
};

describe.each(protocols)('a text from $name', (protocol) => {
  const { tellsCost = false, modes, countsNoThoughts, unlike = {} } = protocol;
  const { reasoningTokens, ...withoutThoughts } = usage;
  const told = countsNoThoughts ? withoutThoughts : usage;

  it.each(modes)('comes as it was written, with its usage, in mode %s', async (mode) => {
    fake.next(answers({ text, usage, tellsCost }));

    const answer = await modelOf(protocol, mode).generate(request);

    expect(answer).toMatchObject({ text, ended: 'stop', usage: told, warnings: [] });
    expect(answer.usage.costMicroUsd).toBe(tellsCost ? fake.billMicroUsd : undefined);
    expect(fake.requests).toHaveLength(1);
  });

  it('comes as it is written, in pieces, for whoever watches', async () => {
    fake.next(answers({ text, usage, tellsCost }));
    const seen: string[] = [];

    const answer = await modelOf(protocol).generate(request, { onProgress: ({ textSoFar }) => seen.push(textSoFar) });

    expect(answer).toMatchObject({ text, ended: 'stop', usage: told, warnings: [] });
    expect(answer.usage.costMicroUsd).toBe(tellsCost ? fake.billMicroUsd : undefined);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toBe(text);
    expect(fake.requests[0]?.isStreamed).toBe(true);
  });

  const watched: readonly (readonly [string, CallOptions])[] = [
    ['whole', {}],
    ['streamed', { onProgress: () => {} }],
  ];

  it.each(watched)('that was cut at its limit says so, %s', async (_how, options) => {
    fake.next(answers({ text: '{"headline":"Le p', ended: 'length', usage }));

    expect(await modelOf(protocol).generate(request, options)).toMatchObject({
      text: '{"headline":"Le p',
      ended: 'length',
    });
  });

  it.each(watched)('whose usage is not told is estimated, and never free, %s', async (_how, options) => {
    fake.next(answers({ text, usage: null, tellsCost: false }));

    const answer = await modelOf(protocol).generate(request, options);

    expect(answer.usage).toEqual({
      inputTokens: Buffer.byteLength(request.system + request.prompt),
      outputTokens: Buffer.byteLength(text),
      isEstimated: true,
    } satisfies ModelUsage);
    expect(answer.warnings.join()).toMatch(/told no usage/);
  });

  for (const [what, usual] of Object.entries(failing)) {
    const { behaviour, reason, billing, says, retryAfterSeconds, isAborted } = { ...usual, ...unlike[what] };
    it.each(watched)(`that is ${what} is a failure with its reason and its bill, %s`, async (_how, options) => {
      fake.next(behaviour);
      const patience = new AbortController();

      const asked = failureOf(modelOf(protocol).generate(request, { ...options, signal: patience.signal }));
      if (isAborted) await fake.until(1).then(() => patience.abort());
      const failure = await asked;

      expect(failure.message).toMatch(says);
      expect(JSON.stringify(failure) + failure.message).not.toContain(key);
      expect(failure).toMatchObject({ reason, retryAfterSeconds });
      if (billing === 'told') expect(failure.billing).toMatchObject(told);
      else expect(failure.billing).toBe(billing);
      expect(fake.requests).toHaveLength(1); // nobody retries behind our back
    });
  }

  it('is not asked of a host that is not there, and costs nothing', async () => {
    const { card, settings } = protocol;
    const nowhere = modelOf({ ...protocol, card, settings: () => settings('http://127.0.0.1:1025') });

    expect(await failureOf(nowhere.generate(request))).toMatchObject({
      reason: 'unavailable',
      billing: 'none',
      message: expect.stringMatching(/cannot be reached \(ECONNREFUSED\)\. Check /),
    });
  });

  it('is not asked of a port that belongs to another protocol, and that is said too', async () => {
    const { card, settings } = protocol;
    const refused = modelOf({ ...protocol, card, settings: () => settings('http://127.0.0.1:9') });

    expect(await failureOf(refused.generate(request))).toMatchObject({
      reason: 'unavailable',
      billing: 'none',
      message: expect.stringMatching(/cannot be reached/),
    });
  });

  it('asks for no more than its card allows', async () => {
    fake.next(answers({ text }));

    await modelOf(protocol, 'native', { maximumOutputTokens: 300 }).generate(request);

    expect(JSON.stringify(fake.requests[0]?.body)).toMatch(/"(max_tokens|maxOutputTokens|maxTokens)":300/);
  });
});

describe('OpenRouter', () => {
  const [protocol] = protocols as readonly [Protocol];

  it('is asked for makers that heed the schema and keep nothing, with the key in its header', async () => {
    fake.next(answers({ text }));

    await modelOf(protocol).generate(request);

    expect(fake.requests[0]).toMatchObject({
      path: '/api/v1/chat/completions',
      headers: { authorization: `Bearer ${key}` },
      body: {
        model: 'maker/model-1',
        provider: { require_parameters: true, data_collection: 'deny' },
        response_format: { type: 'json_schema', json_schema: { strict: true, schema: { type: 'object' } } },
        max_tokens: 500,
      },
    });
  });

  it('tells its call and the model that served, by which its bill can be asked for', async () => {
    fake.next(answers({ text }));

    expect(await modelOf(protocol).generate(request)).toMatchObject({
      servedModel: 'maker/model-1',
      requestId: fake.charges[0]?.id,
    });
  });

  it.each([
    [402, 'no-credit', 'none'],
    [429, 'rate-limited', 'none'],
    [502, 'unavailable', 'unknown'],
    [503, 'unavailable', 'none'],
  ] as const)('may say 200 and mean %i', async (code, reason, billing) => {
    fake.next({ does: 'fail-inside-200', code, message: 'No provider available' });

    expect(await failureOf(modelOf(protocol).generate(request))).toMatchObject({ reason, billing });
  });

  it('may fail after its first words, and then nobody knows the bill', async () => {
    fake.next({ does: 'fail-in-stream', code: 502, message: `upstream died of ${key}` });

    const failure = await failureOf(modelOf(protocol).generate(request, { onProgress: () => {} }));

    expect(failure).toMatchObject({ reason: 'unavailable', billing: 'unknown' });
    expect(failure.message).toMatch(/upstream died of …/);
  });

  it.each(['whole', 'streamed'])('that refuses is billed and not asked again, %s', async (how) => {
    fake.next(answers({ ended: 'refusal', usage }));

    const failure = await failureOf(
      modelOf(protocol).generate(request, how === 'streamed' ? { onProgress: () => {} } : {}),
    );

    expect(failure).toMatchObject({ reason: 'filtered', billing: { ...usage, costMicroUsd: fake.billMicroUsd } });
  });
});

// Texts, pictures and films outside of a campaign, over HTTP: what they cost, what holds them back, and what the cache saves.
import { createHash } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { generationFunction } from '../../functions/api/generation/generation-function.ts';
import { startPlatform } from '../../local/start-platform.ts';
import type { GenerationAnswer } from '../../shared/contracts/generation.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { rateLimits } from '../../shared/contracts/limits.ts';
import { apiPrefix } from '../../shared/contracts/routes.ts';
import { keys } from '../../shared/data/keys.ts';
import { createMonthlyCalls, monthOf } from '../../shared/data/monthly-calls.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createUsages, dayOf } from '../../shared/data/usage.ts';
import { candidatesFrom } from '../../shared/generation/candidates.ts';
import { ModelRefused, ModelUnavailable } from '../../shared/models/errors.ts';
import type { TextRequest } from '../../shared/models/model.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { offlineStudio } from '../../studio/offline-studio.ts';
import { problemOf, registerUser, type User } from '../support/campaign-driver.ts';
import { type Behaviour, paidModels } from '../support/fake-models.ts';
import { type RawAnswer, sendRaw } from '../support/raw-requests.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { noteUnexpectedError } from '../support/unexpected-errors.ts';

const costMicroUsd = 300;
const worstCaseMicroUsd = 1000;
const second = 1000;
const day = 24 * 60 * 60 * second;
/** In the middle of a month, so that no test crosses its end by accident. */
const start = new Date('2026-11-15T12:00:00Z');

let now = start;
let behaviour: Partial<Behaviour> = {};
let asked: TextRequest[] = [];
let drawn = 0;

const fake = paidModels({ worstCaseMicroUsd, costMicroUsd }, () => ({
  text: async (request) => {
    asked.push(request);
    return { text: `answer ${asked.length}` };
  },
  image: async () => {
    drawn += 1;
  },
  ...behaviour,
}));

const platform = scratchPlatform((directory) =>
  startPlatform({
    directory,
    onError: noteUnexpectedError,
    functions: {
      generation: async () => ({
        handler: generationFunction(
          readEnvironment(lambdas.generation.environment),
          { candidates: async () => candidatesFrom([fake, offlineStudio]) },
          () => now,
        ),
      }),
    },
  }),
);

let user: User;
beforeEach(async () => {
  now = start;
  behaviour = {};
  asked = [];
  drawn = 0;
  user = await registerUser(platform);
});

const write = (body: { prompt: string; [field: string]: unknown }, as = user): Promise<RawAnswer> =>
  sendRaw(platform, { method: 'POST', path: `${apiPrefix}/internal/llm`, token: as.token, body });
const answerIn = ({ json }: RawAnswer) => json as GenerationAnswer;
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const table = () => openTable(readEnvironment(['TABLE_NAME']));
const usageOf = async ({ id }: User) => createUsages(table()).list(id, '2026-11-01', '2026-12-31');
const callsOf = async ({ workspaceId }: User) =>
  (await createMonthlyCalls(table()).get(workspaceId, monthOf(now))).calls;
/** Gives a workspace so many AI calls a month, as an operator does. */
async function allow({ workspaceId }: User, calls: number): Promise<void> {
  const key = keys.workspace(workspaceId);
  await table().update(key, { expression: 'SET monthlyCalls = :calls', values: { ':calls': calls } }, z.unknown());
}

describe('a text', () => {
  it('comes with where it is from and what it cost, and is counted for its agent', async () => {
    const { status, json } = await write({ prompt: 'A line about bread', agent: 'Copywriter', language: 'en' });
    expect(status).toBe(201);
    expect(json).toEqual({
      generation: {
        id: expect.stringMatching(/^gen_/),
        kind: 'text',
        status: 'DONE',
        agent: 'Copywriter',
        provider: 'fake-provider',
        model: 'fake-1',
        inputTokens: 10,
        outputTokens: 20,
        costMicroUsd,
        costSource: 'provider',
        savedMicroUsd: 0,
        cached: false,
        warnings: [],
        latencyMilliseconds: 0,
        createdAt: start.toISOString(),
        promptSha256: createHash('sha256').update(`${asked[0]?.system}\n${asked[0]?.prompt}`).digest('hex'),
        aiGenerated: true,
      },
      text: 'answer 1',
    });
    expect(await usageOf(user)).toEqual([
      {
        ...{ day: dayOf(start), campaignId: 'direct', agent: 'Copywriter', provider: 'fake-provider', model: 'fake-1' },
        ...{ calls: 1, cacheHits: 0, inputTokens: 10, outputTokens: 20, costMicroUsd, savedMicroUsd: 0 },
      },
    ]);
  });

  it('can be read again, and by nobody else', async () => {
    const made = answerIn(await write({ prompt: 'A line about bread' }));
    const params = { generationId: made.generation.id };
    expect(await user.client.call('getGeneration', { params })).toEqual(made);
    const stranger = await registerUser(platform);
    expect((await problemOf(stranger.client.call('getGeneration', { params }))).status).toBe(404);
    later(90 * day);
    expect((await problemOf(user.client.call('getGeneration', { params }))).status).toBe(404);
  });

  it('fills the schema it is given', async () => {
    behaviour = { text: async () => ({ title: 'Bread', words: 3 }) };
    const schema = {
      type: 'object',
      properties: { title: { type: 'string' }, words: { type: 'integer', minimum: 1 } },
      required: ['title'],
    };
    expect(answerIn(await write({ prompt: 'A title', schema }))).toMatchObject({
      output: { title: 'Bread', words: 3 },
      text: '{"title":"Bread","words":3}',
    });
    behaviour = { text: async () => ({ title: { first: 3 } }) };
    const refused = await write({ prompt: 'A title', schema, cache: false });
    expect([refused.status, refused.json]).toMatchObject([422, { code: 'model-refused' }]);
    expect(refused.text).toContain('#/title');
    // The model was paid for the answer that does not fit, and for its repair.
    expect(await usageOf(user)).toMatchObject([{ calls: 3, costMicroUsd: 3 * costMicroUsd }]);
  });

  it.each([
    [{ type: 'object', properties: { a: { type: 'string', pattern: '(a+)+$' } } }, '#/schema/properties/a/pattern'],
    [{ type: 'array', items: { type: 'string' } }, '#/schema/type'],
    [{ $ref: 'http://127.0.0.1/schema' }, '#/schema/$ref'],
  ])('is not asked for in the shape %j', async (schema, pointer) => {
    const { status, json } = await write({ prompt: 'A title', schema });
    expect([status, json]).toMatchObject([422, { code: 'validation-failed' }]);
    expect(JSON.stringify(json)).toContain(`"${pointer}"`);
    expect(asked).toEqual([]);
    expect(await callsOf(user)).toBe(0);
  });

  it.each([
    [() => new ModelRefused('Not this one.'), 422, 'model-refused', null, 0],
    [() => new ModelUnavailable('Down: key sk-secret'), 503, 'unavailable', '5', 0],
    [() => new Error('internal words'), 500, 'internal', null, 1000],
  ])(
    'that fails says so without internals, is counted as a call, and costs nothing unless nobody knows: %s',
    async (fail, status, code, wait, costMicroUsd) => {
      behaviour = { text: () => Promise.reject(fail()) };
      const answer = await write({ prompt: 'A line about bread' });
      expect([answer.status, answer.json, answer.headers.get('retry-after')]).toMatchObject([status, { code }, wait]);
      expect(answer.text).not.toMatch(/sk-secret|internal words/);
      expect(await usageOf(user)).toMatchObject([{ calls: 1, costMicroUsd }]);
    },
  );

  it('of a model there is none of is refused with those there are, before anything is counted', async () => {
    const { status, json } = await write({ prompt: 'A line', model: 'gpt-0' });
    expect([status, json]).toMatchObject([422, { code: 'model-refused' }]);
    expect(JSON.stringify(json)).toContain('fake-1, offline-studio-1');
    expect(await callsOf(user)).toBe(0);
  });
});

describe('what holds calls back', () => {
  it('is ten in a minute: the next one is told when to come back, and is made no call of', async () => {
    const answers = await Promise.all(Array.from({ length: 11 }, (_, index) => write({ prompt: `Line ${index}` })));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(rateLimits.generation.tries.user).fill(201), 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect([refused?.json, refused?.headers.get('retry-after')]).toMatchObject([{ code: 'rate-limited' }, '60']);
    expect(asked).toHaveLength(10);
    later(61 * second);
    expect((await write({ prompt: 'Line 12' })).status).toBe(201);
  });

  it('is the quota of the month, which opens again with the next', async () => {
    await allow(user, 1);
    expect((await write({ prompt: 'First' })).status).toBe(201);
    const refused = await write({ prompt: 'Second' });
    expect([refused.status, refused.json]).toMatchObject([429, { code: 'quota-exceeded' }]);
    const wait = Number(refused.headers.get('retry-after'));
    expect(new Date(now.getTime() + wait * second).toISOString()).toBe('2026-12-01T00:00:00.000Z');
    expect(asked).toHaveLength(1);
    later(wait * second);
    expect((await write({ prompt: 'Third' })).status).toBe(201);
  });

  it('lets exactly one of several pass that want the last call at the same moment', async () => {
    await allow(user, 1);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, index) => write({ prompt: `Line ${index}` })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 429, 429, 429, 429, 429]);
    expect(asked).toHaveLength(1);
    expect(await usageOf(user)).toMatchObject([{ calls: 1, costMicroUsd }]);
  });

  it('is what the caller is ready to pay: a dearer call is not made and takes none of the quota', async () => {
    const refused = await write({ prompt: 'A line', maximumCostUsd: 0.000999 });
    expect([refused.status, refused.json]).toMatchObject([402, { code: 'cost-limit' }]);
    expect([asked.length, await callsOf(user)]).toEqual([0, 0]);
    expect((await write({ prompt: 'A line', maximumCostUsd: 0.001 })).status).toBe(201);
  });

  it('is an Idempotency-Key: the same request again gets the first answer and is made no call of', async () => {
    const send = () =>
      sendRaw(platform, {
        method: 'POST',
        path: `${apiPrefix}/internal/llm`,
        token: user.token,
        body: { prompt: 'Once', cache: false },
        headers: { 'idempotency-key': 'once-and-for-all' },
      });
    const [first, again] = [await send(), await send()];
    expect(again.json).toEqual(first.json);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(asked).toHaveLength(1);
  });
});

describe('the cache', () => {
  it('answers the same request without a call, and says what it saved', async () => {
    await allow(user, 1);
    const first = answerIn(await write({ prompt: 'A line' }));
    later(second);
    const again = answerIn(await write({ prompt: 'A line', agent: 'SEO' })); // for whom it is does not change the answer
    expect(again.text).toBe(first.text);
    expect(again.generation).toMatchObject({
      cached: true,
      costMicroUsd: 0,
      savedMicroUsd: costMicroUsd,
      agent: 'SEO',
    });
    expect(again.generation.id).not.toBe(first.generation.id);
    expect(asked).toHaveLength(1);
    expect(await callsOf(user)).toBe(1);
    const usages = await usageOf(user);
    expect(
      usages.map(({ agent, calls, cacheHits, savedMicroUsd }) => [agent, calls, cacheHits, savedMicroUsd]),
    ).toEqual([
      ['SEO', 0, 1, costMicroUsd],
      ['none', 1, 0, 0],
    ]);
    const params = { generationId: again.generation.id };
    expect(await user.client.call('getGeneration', { params })).toEqual(again);
  });

  it.each([
    ['another prompt', { prompt: 'Another line' }],
    ['another system', { system: 'Be short.' }],
    ['another language', { language: 'en' }],
    ['another length', { maximumOutputTokens: 999 }],
    ['a schema', { schema: { type: 'object', properties: { text: { type: 'string' } } } }],
    ['another model', { model: 'offline-studio-1' }],
    ['cache: false', { cache: false }],
  ])('does not answer a request with %s', async (_what, difference) => {
    await write({ prompt: 'A line' });
    expect(answerIn(await write({ prompt: 'A line', ...difference })).generation.cached).toBe(false);
  });

  it('forgets a text after a day and a picture after a week', async () => {
    const draw = () => user.client.call('generateImage', { body: { prompt: 'Bread' } });
    await write({ prompt: 'A line' });
    await draw();
    later(day - second);
    expect(answerIn(await write({ prompt: 'A line' })).generation.cached).toBe(true);
    later(second);
    expect(answerIn(await write({ prompt: 'A line' })).generation.cached).toBe(false);
    later(6 * day - second);
    expect((await draw()).generation.cached).toBe(true);
    later(second);
    expect((await draw()).generation.cached).toBe(false);
    expect(drawn).toBe(2);
  });

  it('never answers another workspace', async () => {
    await write({ prompt: 'A line' });
    const other = await registerUser(platform);
    expect(answerIn(await write({ prompt: 'A line' }, other)).generation.cached).toBe(false);
    expect(asked).toHaveLength(2);
  });

  it('has two equal requests of the same moment both made, and answers the third', async () => {
    const both = await Promise.all([write({ prompt: 'A line' }), write({ prompt: 'A line' })]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(answerIn(await write({ prompt: 'A line' })).generation.cached).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(2);
  });
});

describe('a film', () => {
  const film = (body: object = {}) =>
    user.client.call('generateVideo', { body: { prompt: 'Bread that rises', ...body } });

  it('begins with a picture that is made first, as a call of its own', async () => {
    const { generation, file } = await film();
    expect(generation).toMatchObject({ kind: 'video', status: 'DONE', costMicroUsd });
    expect(file).toMatchObject({ mediaType: 'video/mp4', byteLength: expect.any(Number) });
    expect(drawn).toBe(1);
    expect(await callsOf(user)).toBe(2);
    expect((await film()).generation.cached).toBe(true); // and so no picture is made either
    expect(drawn).toBe(1);
  });

  it('is not begun when picture and film together could cost more than the caller allows', async () => {
    expect((await problemOf(film({ maximumCostUsd: 0.0019 }))).code).toBe('cost-limit');
    expect([drawn, await callsOf(user)]).toEqual([0, 0]);
    await film({ maximumCostUsd: 0.002 });
  });

  it('may begin with a picture of the same workspace, and of no other', async () => {
    const picture = await user.client.call('generateImage', { body: { prompt: 'Bread' } });
    const imageGenerationId = picture.generation.id;
    expect((await film({ imageGenerationId })).generation.status).toBe('DONE');
    expect(drawn).toBe(1);
    const stranger = await registerUser(platform);
    const problem = await problemOf(
      stranger.client.call('generateVideo', { body: { prompt: 'Mine now', imageGenerationId } }),
    );
    expect([problem.status, problem.fields.map(({ pointer }) => pointer)]).toEqual([422, ['#/imageGenerationId']]);
    const text = answerIn(await write({ prompt: 'A line' }));
    expect((await problemOf(film({ imageGenerationId: text.generation.id }))).status).toBe(422);
  });

  it('that takes long is pending until a reading hears that it is done, and is counted once', async () => {
    behaviour = { submit: async () => 'pending', poll: async () => 'pending' };
    const { generation, file, askAgainSeconds } = await film();
    expect([generation.status, file, askAgainSeconds]).toEqual(['PENDING', undefined, 1]);
    const read = () => user.client.call('getGeneration', { params: { generationId: generation.id } });
    later(second);
    expect((await read()).generation.status).toBe('PENDING');
    behaviour = { poll: async () => 'done' };
    expect((await read()).generation.status).toBe('PENDING'); // asked too soon again: the provider is left in peace
    later(second);
    const ends = await Promise.all([read(), read(), read()]);
    expect(ends.map((end) => [end.generation.status, end.generation.costMicroUsd])).toEqual(
      Array(3).fill(['DONE', costMicroUsd]),
    );
    expect((await read()).file?.byteLength).toBeGreaterThan(3); // what it says of its origin comes on top
    // The picture and the film.
    expect(await usageOf(user)).toMatchObject([{ calls: 2, costMicroUsd: 2 * costMicroUsd }]);
    expect((await film()).generation.cached).toBe(true);
  });

  it('whose job is refused later has failed, and costs nothing', async () => {
    behaviour = { submit: async () => 'pending', poll: () => Promise.reject(new ModelRefused('Not this film.')) };
    const { generation } = await film();
    later(second);
    const { generation: ended } = await user.client.call('getGeneration', { params: { generationId: generation.id } });
    expect(ended).toMatchObject({ status: 'FAILED', reason: 'Not this film.', costMicroUsd: 0 });
    expect(await usageOf(user)).toMatchObject([{ calls: 2, costMicroUsd }]);
  });

  it('that is not done within an hour has failed, and what it may have cost stays counted', async () => {
    behaviour = { submit: async () => 'pending', poll: async () => 'pending' };
    const { generation } = await film();
    later(3601 * second);
    const { generation: ended } = await user.client.call('getGeneration', { params: { generationId: generation.id } });
    expect(ended).toMatchObject({ status: 'FAILED', costMicroUsd: worstCaseMicroUsd });
    expect(await usageOf(user)).toMatchObject([{ calls: 2, costMicroUsd: costMicroUsd + worstCaseMicroUsd }]);
  });
});

describe('the offline studio', () => {
  const model = 'offline-studio-1';

  it.each([
    ['fr', 'Affiche pour la boulangerie « Le Pain Vivant » à Lyon', 'hors ligne par un programme'],
    ['en', 'A poster for Nimbus Vault, cloud backup for accountants', 'offline by a program'],
  ] as const)(
    'writes, draws and films a prompt in %s, and says that it did',
    async (language, prompt, says) => {
      const terms = { prompt, language, model };
      const text = await user.client.call('generateText', { body: terms });
      expect(text.text).toContain(says);
      expect(text.text).toMatch(/Le Pain Vivant|Nimbus Vault/);
      expect(text.generation).toMatchObject({ provider: 'offline-studio', costMicroUsd: 0 });
      const size = { widthPixels: 320, heightPixels: 240 };
      const image = await user.client.call('generateImage', { body: { ...terms, ...size } });
      const png = Buffer.from(await (await fetch(image.file?.url ?? '')).arrayBuffer());
      expect(png.toString('latin1', 1, 4)).toBe('PNG');
      expect(createHash('sha256').update(png).digest('hex')).toBe(image.file?.sha256);
      const film = { ...terms, widthPixels: 160, heightPixels: 160, durationSeconds: 2 };
      const video = await user.client.call('generateVideo', {
        body: { ...film, imageGenerationId: image.generation.id },
      });
      const mp4 = Buffer.from(await (await fetch(video.file?.url ?? '')).arrayBuffer());
      expect(mp4.toString('latin1', 4, 8)).toBe('ftyp');
      expect(mp4.includes('moov')).toBe(true);
    },
    30_000,
  );
});

it('neither keeps nor logs a prompt', async () => {
  const marker = 'xylophone-quagmire-1729';
  let logged = '';
  const listen = (chunk: unknown) => {
    logged += String(chunk);
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(listen));
  logger.setLogLevel('INFO'); // the suite's setting is SILENT
  try {
    await write({ prompt: `Write of ${marker}`, system: `You know ${marker}` });
    behaviour = {
      text: () => Promise.reject(new Error('down')),
      submit: async () => 'pending',
    };
    await write({ prompt: `Fail at ${marker}` });
    await user.client.call('generateVideo', { body: { prompt: `Film ${marker}`, brandName: marker } });
  } finally {
    logger.setLogLevel('SILENT');
    for (const spy of spies) spy.mockRestore();
  }
  expect(logged).toContain('POST /api/v1/internal/llm');
  expect(logged).not.toContain(marker);
  const { Items } = await DynamoDBDocumentClient.from(new DynamoDBClient({})).send(
    new ScanCommand({ TableName: process.env['TABLE_NAME'] }),
  );
  const dump = JSON.stringify(Items, (_key, value) => (value instanceof Set ? [...value] : value));
  expect(dump).toContain(user.workspaceId);
  expect(dump).not.toContain(marker);
});

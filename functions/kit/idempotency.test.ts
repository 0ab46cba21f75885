import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { idempotencySeconds } from '../../shared/contracts/limits.ts';
import { createIdempotencyRecords, type IdempotencyRecords } from '../../shared/data/idempotency.ts';
import type { NamedRequest } from '../../shared/runtime/ids.ts';
import { logger } from '../../shared/runtime/logger.ts';
import { ProblemError } from '../../shared/runtime/problem-error.ts';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import type { GatewayRequest } from './gateway-request.ts';
import type { GatewayResponse } from './gateway-response.ts';
import { doOnce } from './idempotency.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
let records: IdempotencyRecords;
let now: Date;
beforeAll(async () => {
  memory = await startMemoryTable();
  records = createIdempotencyRecords(memory.table, () => now);
});
afterAll(() => memory.stop());

let key = '';
let keys = 0;
let done = 0;
beforeEach(() => {
  now = new Date('2026-11-25T08:00:00.000Z');
  key = `key-${keys++}`;
  done = 0;
});

const request = (changes: Partial<GatewayRequest> = {}): GatewayRequest => ({
  routeKey: 'POST /api/v1/campaigns',
  method: 'POST',
  path: '/api/v1/campaigns',
  params: {},
  query: {},
  headers: { 'idempotency-key': key },
  cookies: {},
  body: '{"name":"Spring"}',
  isBase64Encoded: false,
  peerAddress: '192.0.2.1',
  authorizer: undefined,
  ...changes,
});
const somebody = { userId: 'somebody', operation: 'createCampaign' };
const create = async (): Promise<GatewayResponse> => ({
  statusCode: 201,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ secret: `made-${++done}` }),
});
type Work = Parameters<typeof doOnce>[3];
const once = (changes?: Partial<GatewayRequest>, who = somebody, work: Work = create, kept = records) =>
  doOnce(kept, request(changes), who, work);
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

describe('a request with an Idempotency-Key', () => {
  it('is done once, and answered the same again, marked as a repetition', async () => {
    const first = await once();
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(await once()).toEqual({ ...first, headers: { ...first.headers, 'idempotency-replayed': 'true' } });
    expect(done).toBe(1);
  });

  it('is the same whether its body comes as text or in base64', async () => {
    await once();
    await once({ body: Buffer.from('{"name":"Spring"}').toString('base64'), isBase64Encoded: true });
    expect(done).toBe(1);
  });

  it.each([
    ['body', { body: '{"name":"Autumn"}' }],
    ['body, namely none', { body: undefined }],
    ['address', { path: '/partner/v1/campaigns' }],
    ['method', { method: 'PATCH' }],
  ])('is refused with another %s', async (_what, changes) => {
    await once();
    await expect(once(changes)).rejects.toMatchObject({ code: 'idempotency-mismatch', status: 422 });
    expect(done).toBe(1);
  });

  it('shares nothing with the same key of somebody else, or of another operation', async () => {
    await once();
    await once({}, { ...somebody, userId: 'another' });
    await once({}, { ...somebody, operation: 'createWebhook' });
    expect(done).toBe(3);
  });

  it.each([
    ['', 'empty'],
    ['two words', 'with a space'],
    ['é', 'not ASCII'],
    ['x'.repeat(256), 'too long'],
  ])('is refused when the key (%j) is %s', async (bad) => {
    await expect(once({ headers: { 'idempotency-key': bad } })).rejects.toMatchObject({ code: 'invalid-request' });
    expect(done).toBe(0);
  });

  it('is done anew after a day', async () => {
    await once();
    later(idempotencySeconds - 1);
    await once();
    expect(done).toBe(1);
    later(1);
    await once();
    expect(done).toBe(2);
  });
});

it('a request without a key is done every time', async () => {
  await once({ headers: {} });
  await once({ headers: {} });
  expect(done).toBe(2);
});

describe('while a request is worked on', () => {
  it('its repetition is told to come back, and gets the answer then', async () => {
    const { promise, resolve } = Promise.withResolvers<GatewayResponse>();
    const started = Promise.withResolvers<void>();
    const first = once({}, somebody, () => {
      started.resolve();
      return promise;
    });
    await started.promise;
    await expect(once()).rejects.toMatchObject({ code: 'request-in-progress', status: 409, retryAfterSeconds: 2 });
    await expect(once({ body: '{}' })).rejects.toMatchObject({ code: 'idempotency-mismatch' });
    resolve(await create());
    await first;
    expect((await once()).body).toBe((await first).body);
    expect(done).toBe(1);
  });

  it('twenty at once do it once', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => once()));
    expect(done).toBe(1);
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ code: 'request-in-progress' });
      else expect(answer.value.body).toBe('{"secret":"made-1"}');
  });

  it('a crash holds it up for a minute; then the same request, and no other, may be done again', async () => {
    const begun = Promise.withResolvers<void>();
    void once({}, somebody, () => {
      begun.resolve();
      return new Promise(() => {});
    });
    await begun.promise;
    await expect(once()).rejects.toMatchObject({ code: 'request-in-progress' });
    later(59);
    await expect(once()).rejects.toMatchObject({ code: 'request-in-progress' });
    later(1);
    await expect(once({ body: '{}' })).rejects.toMatchObject({ code: 'idempotency-mismatch' });
    expect((await once()).statusCode).toBe(201);
  });
});

describe('work that fails', () => {
  it('because it was refused is forgotten: the next try does it, and the key is free for another request', async () => {
    const fail = () => Promise.reject(new ProblemError('conflict', 'No.'));
    await expect(once({}, somebody, fail)).rejects.toMatchObject({ code: 'conflict' });
    expect(await once({ body: '{"name":"Autumn"}' })).not.toMatchObject({
      headers: { 'idempotency-replayed': 'true' },
    });
    expect(done).toBe(1);
  });

  it.each([new ProblemError('unavailable', 'Later.'), new Error('cut off')])(
    'half-way is done again at once under the name of the first try, and under no other request: %s',
    async (error) => {
      const tries: (NamedRequest | undefined)[] = [];
      const fail = (named?: NamedRequest) => {
        tries.push(named);
        return Promise.reject(error);
      };
      await expect(once({}, somebody, fail)).rejects.toBe(error);
      const firstTriedAt = now;
      later(5);
      await expect(once({ body: '{"name":"Autumn"}' })).rejects.toMatchObject({ code: 'idempotency-mismatch' });
      await expect(once({}, somebody, fail)).rejects.toBe(error);
      const name = tries[0]?.name;
      expect(tries).toEqual([
        { name, firstTriedAt, isRepetition: false },
        { name, firstTriedAt, isRepetition: true },
      ]);
      expect(name).toContain('somebody createCampaign');
      expect(await once()).not.toMatchObject({ headers: { 'idempotency-replayed': 'true' } });
      expect(done).toBe(1);
    },
  );

  it('between the claim and the look of another try leaves the claim to that one', async () => {
    let looks = 0;
    const table: typeof memory.table = {
      ...memory.table,
      get: async (itemKey, schema) => {
        if (looks++ === 0) await memory.table.delete(itemKey);
        return memory.table.get(itemKey, schema);
      },
    };
    await once();
    await once(
      {},
      somebody,
      create,
      createIdempotencyRecords(table, () => now),
    );
    await once();
    expect(done).toBe(2);
  });

  it('keeps its own error when it cannot even be forgotten', async () => {
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => {});
    const deaf = { ...records, release: () => Promise.reject(new Error('throttled')) };
    const fail = () => Promise.reject(new ProblemError('conflict', 'No.'));
    await expect(once({}, somebody, fail, deaf)).rejects.toMatchObject({ code: 'conflict' });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

describe('an answer', () => {
  it('that cannot be stored is given all the same, and the work is not given up to be done twice', async () => {
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => {});
    const deaf = { ...records, complete: () => Promise.reject(new Error('throttled')) };
    expect((await once({}, somebody, create, deaf)).statusCode).toBe(201);
    await expect(once()).rejects.toMatchObject({ code: 'request-in-progress' });
    expect(done).toBe(1);
    logged.mockRestore();
  });

  it('is stored so that who reads the table reads nothing of it, nor of the key', async () => {
    key = 'a-key-that-must-not-be-found';
    const stored: unknown[] = [];
    const watched: IdempotencyRecords = {
      ...records,
      claim: (name, fingerprint) => {
        stored.push(name, fingerprint);
        return records.claim(name, fingerprint);
      },
      complete: (name, answer) => {
        stored.push(name, answer, Buffer.from(answer, 'base64').toString('latin1'));
        return records.complete(name, answer);
      },
    };
    await once({}, somebody, create, watched);
    expect(stored).toHaveLength(5);
    expect(JSON.stringify(stored)).not.toMatch(/made-1|secret|must-not-be-found|Spring/);
  });

  it('that somebody has tampered with is not given', async () => {
    const tampering: IdempotencyRecords = {
      ...records,
      complete: (name, answer) => records.complete(name, `${answer.slice(0, -8)}AAAAAAA=`),
    };
    await once({}, somebody, create, tampering);
    await expect(once()).rejects.toThrow(/unable to authenticate/);
  });
});

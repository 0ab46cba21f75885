import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { mostApiKeys } from '../contracts/limits.ts';
import { createStoredApiKeys, hashOfSecret } from '../data/api-keys.ts';
import type { Users } from '../data/users.ts';
import { ProblemError } from '../runtime/problem-error.ts';
import { createApiKeys } from './api-keys.ts';
import type { GatewayKeys, NewGatewayKey } from './gateway-keys.ts';
import { revokeAllApiKeys } from './revoke-api-keys.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

const request = { name: 'Shop', expiresInDays: 30, scopes: ['campaigns:read' as const] };
const dayMilliseconds = 24 * 60 * 60 * 1000;
let people = 0;

/** API Gateway as far as keys see it; `failing` names the call that fails from now on. */
function fakeGateway() {
  const registered = new Map<string, string>();
  const fake = {
    registered,
    failing: undefined as 'register' | 'remove' | undefined,
    async register({ keyId, hash }: NewGatewayKey) {
      if (fake.failing === 'register') throw new ProblemError('unavailable', 'Too many keys.');
      registered.set(keyId, hash);
      return `gateway-${keyId}`;
    },
    async remove(keyId: string) {
      if (fake.failing === 'remove') throw new ProblemError('unavailable', 'Too many keys.');
      registered.delete(keyId);
    },
  } satisfies GatewayKeys & Record<string, unknown>;
  return fake;
}

function prepare() {
  const gateway = fakeGateway();
  const apiKeys = createStoredApiKeys(memory.table);
  const time = { now: new Date('2026-11-25T12:00:00Z') };
  const isGone = new Set<string>();
  const closesMeanwhile = new Set<string>();
  const users: Pick<Users, 'get' | 'isOpen'> = {
    isOpen: async (userId) => !isGone.has(userId) && !closesMeanwhile.has(userId),
    get: async (userId) =>
      isGone.has(userId)
        ? undefined
        : {
            userId,
            email: 'person@example.com',
            workspaceId: `wsp_${userId}`,
            role: 'owner' as const,
            createdAt: '2026-11-25T10:00:00.000Z',
          },
  };
  const keys = createApiKeys({ apiKeys, gatewayKeys: gateway, users, clock: () => time.now });
  people += 1;
  return { gateway, apiKeys, keys, time, isGone, closesMeanwhile, userId: `person-${people}` };
}
let parts: ReturnType<typeof prepare>;
beforeEach(() => {
  parts = prepare();
});

describe('making a key', () => {
  it('is refused to a token that has outlived its account', async () => {
    const { keys, gateway, isGone, userId } = parts;
    isGone.add(userId);

    await expect(keys.create(userId, request)).rejects.toMatchObject({ code: 'unauthenticated' });

    expect(gateway.registered.size).toBe(0);
  });

  it('leaves nothing that works of an account that is deleted meanwhile', async () => {
    const { keys, gateway, apiKeys, closesMeanwhile, userId } = parts;
    closesMeanwhile.add(userId);

    await expect(keys.create(userId, request)).rejects.toMatchObject({ code: 'unauthenticated' });

    expect(await apiKeys.listSlots(userId)).toEqual([]);
    expect(gateway.registered.size).toBe(0);
  });

  it('leaves nothing that works, and no slot used, when API Gateway fails', async () => {
    const { keys, gateway, apiKeys, userId } = parts;
    gateway.failing = 'register';

    await expect(keys.create(userId, request)).rejects.toMatchObject({ code: 'unavailable' });

    expect(await apiKeys.listSlots(userId)).toEqual([]);
    expect(gateway.registered.size).toBe(0);
  });

  it('that was cut off is not listed, and its slot is free again once nobody can be at work on it', async () => {
    const { keys, apiKeys, gateway, time, userId } = parts;
    const cutOff = await apiKeys.takeSlot(
      {
        keyId: 'key_01JDZZZZZZZZZZZZZZZZZZZZZZ',
        userId,
        hash: hashOfSecret('lost'),
        prefix: 'am_live_lost',
        name: 'Lost',
        scopes: ['assets:read'],
        tier: 'standard',
        createdAt: time.now.toISOString(),
        validUntil: new Date(time.now.getTime() + dayMilliseconds).toISOString(),
      },
      [],
    );
    if (!cutOff) throw new Error('no slot');
    await apiKeys.open(cutOff, 'wsp_x');
    await gateway.register(cutOff);

    expect(await keys.list(userId)).toEqual([]);
    await keys.create(userId, request);
    expect(await apiKeys.listSlots(userId)).toHaveLength(2);

    time.now = new Date(time.now.getTime() + 61_000);
    await keys.create(userId, request);
    expect((await apiKeys.listSlots(userId)).map(({ name }) => name)).toEqual(['Shop', 'Shop']);
    expect(await apiKeys.find(cutOff.hash)).toBeUndefined();
    expect(gateway.registered.has(cutOff.keyId)).toBe(false);
  });

  it('takes the place of expired ones when there is no other, and removes them from API Gateway', async () => {
    const { keys, gateway, time, userId } = parts;
    for (let count = 0; count < mostApiKeys; count += 1) await keys.create(userId, request);
    await expect(keys.create(userId, request)).rejects.toMatchObject({ code: 'limit-reached' });

    time.now = new Date(time.now.getTime() + 30 * dayMilliseconds);
    const { key } = await keys.create(userId, request);

    expect((await keys.list(userId)).map(({ id }) => id)).toEqual([key.id]);
    expect([...gateway.registered.keys()]).toEqual([key.id]);
  });

  it('gives nobody a key whose owner revoked all of them meanwhile', async () => {
    const { keys, gateway, apiKeys, userId } = parts;
    const register = gateway.register;
    gateway.register = async (key) => {
      await revokeAllApiKeys({ apiKeys, gatewayKeys: gateway })(userId);
      return register(key);
    };

    await expect(keys.create(userId, request)).rejects.toMatchObject({ code: 'unavailable' });

    expect(gateway.registered.size).toBe(0);
    expect(await apiKeys.listSlots(userId)).toEqual([]);
  });
});

describe('revoking a key', () => {
  it('refuses it even when API Gateway cannot be told, and the repetition does the rest', async () => {
    const { keys, gateway, apiKeys, userId } = parts;
    const { key, secret } = await keys.create(userId, request);
    gateway.failing = 'remove';

    await expect(keys.revoke(userId, key.id)).rejects.toMatchObject({ code: 'unavailable' });
    expect(await apiKeys.find(hashOfSecret(secret))).toBeUndefined();

    gateway.failing = undefined;
    await keys.revoke(userId, key.id);
    expect(gateway.registered.size).toBe(0);
    await expect(keys.revoke(userId, key.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('does not come back when a request that used it notes so late', async () => {
    const { keys, apiKeys, time, userId } = parts;
    const { key, secret } = await keys.create(userId, request);
    const known = await apiKeys.find(hashOfSecret(secret));
    if (!known) throw new Error('the key is not there');

    await keys.revoke(userId, key.id);
    const { key: next } = await keys.create(userId, request);
    await apiKeys.noteUse(known, time.now.toISOString());

    expect(await apiKeys.find(known.hash)).toBeUndefined();
    expect(await keys.list(userId)).toEqual([next]);
  });

  it('of all of a person leaves those of others', async () => {
    const { keys, gateway, apiKeys, userId } = parts;
    for (let count = 0; count < 3; count += 1) await keys.create(userId, request);
    const { key } = await keys.create(`${userId}-other`, request);

    await revokeAllApiKeys({ apiKeys, gatewayKeys: gateway })(userId);
    await revokeAllApiKeys({ apiKeys, gatewayKeys: gateway })(userId);

    expect(await keys.list(userId)).toEqual([]);
    expect([...gateway.registered.keys()]).toEqual([key.id]);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { hashOfSecret, type KnownKey } from '../../shared/data/api-keys.ts';
import { partnerContextSchema } from '../kit/principal.ts';
import { authorizeKey } from './authorize-key.ts';

const secret = `am_live_${'k'.repeat(43)}`;
const key: KnownKey = {
  keyId: 'key_01JDZZZZZZZZZZZZZZZZZZZZZZ',
  userId: 'ann',
  workspaceId: 'wsp_ann',
  hash: hashOfSecret(secret),
  slot: 0,
  scopes: ['campaigns:read', 'assets:read'],
  validUntil: '2026-12-25T12:00:00.000Z',
  lastUsedAt: '2026-11-25T00:00:01.000Z',
};
const methodArn = 'arn:aws:execute-api:us-east-1:000000000000:api/partner/GET/v1/campaigns';

const prepare = (stored: KnownKey | undefined = key, now = '2026-11-25T12:00:00.000Z') => {
  const apiKeys = {
    find: vi.fn(async (hash: string) => (hash === stored?.hash ? stored : undefined)),
    noteUse: vi.fn(async () => {}),
  };
  return { apiKeys, authorize: authorizeKey({ apiKeys, clock: () => new Date(now) }) };
};
const effectOf = ({ policyDocument }: Awaited<ReturnType<ReturnType<typeof authorizeKey>>>) =>
  policyDocument.Statement.map(({ Effect }) => Effect);

describe('the authorizer of the partner API', () => {
  it('lets a valid key in, counts it under its hash and says whose it is in the words the functions read', async () => {
    const answer = await prepare().authorize({ methodArn, headers: { 'X-API-Key': secret } });

    expect(answer).toMatchObject({
      principalId: 'ann',
      usageIdentifierKey: key.hash,
      policyDocument: { Statement: [{ Effect: 'Allow', Resource: methodArn }] },
    });
    expect(partnerContextSchema.parse(answer.context)).toEqual({
      userId: 'ann',
      workspaceId: 'wsp_ann',
      apiKeyId: key.keyId,
      scopes: ['campaigns:read', 'assets:read'],
    });
    expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it('finds the header however it is written', async () => {
    expect(effectOf(await prepare().authorize({ methodArn, headers: { 'x-aPi-kEy': secret } }))).toEqual(['Allow']);
  });

  it.each([
    { what: 'no headers', headers: null },
    { what: 'no key', headers: {} },
    { what: 'another key', headers: { 'X-API-Key': `am_live_${'x'.repeat(43)}` } },
    { what: 'the hash of a key', headers: { 'X-API-Key': key.hash } },
    { what: 'a key with a space', headers: { 'X-API-Key': `${secret} ` } },
  ])('refuses $what, and names no key to count it for', async ({ headers }) => {
    const answer = await prepare().authorize({ methodArn, headers });

    expect(effectOf(answer)).toEqual(['Deny']);
    expect(answer).not.toHaveProperty('usageIdentifierKey');
    expect(answer).not.toHaveProperty('context');
  });

  it('asks the table about nothing that cannot be a key', async () => {
    const { apiKeys, authorize } = prepare();
    await authorize({ methodArn, headers: { 'X-API-Key': 'open sesame' } });
    expect(apiKeys.find).not.toHaveBeenCalled();
  });

  it('refuses a key from the instant it expires, however long its item is kept', async () => {
    const ask = (now: string) => prepare(key, now).authorize({ methodArn, headers: { 'X-API-Key': secret } });

    expect(effectOf(await ask('2026-12-25T11:59:59.999Z'))).toEqual(['Allow']);
    expect(effectOf(await ask('2026-12-25T12:00:00.000Z'))).toEqual(['Deny']);
  });

  it('notes the first use of a day and no other', async () => {
    const today = prepare();
    await today.authorize({ methodArn, headers: { 'X-API-Key': secret } });
    expect(today.apiKeys.noteUse).not.toHaveBeenCalled();

    const tomorrow = prepare(key, '2026-11-26T00:00:00.000Z');
    await tomorrow.authorize({ methodArn, headers: { 'X-API-Key': secret } });
    expect(tomorrow.apiKeys.noteUse).toHaveBeenCalledExactlyOnceWith(key, '2026-11-26T00:00:00.000Z');
  });
});

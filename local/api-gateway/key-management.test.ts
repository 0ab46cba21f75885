// The application's own client against the embedded API Gateway.
import { APIGatewayClient, CreateApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGatewayKeys, removeExpiredKeys } from '../../shared/accounts/gateway-keys.ts';
import { startEndpoint } from '../endpoint/endpoint.ts';
import type { Listening } from '../endpoint/listen.ts';
import { openStore, type Store } from '../state/store.ts';
import { keyManagement } from './key-management.ts';
import { keyOfValue, keysOf } from './keys.ts';

const hash = 'a'.repeat(64);
let store: Store;
let service: Listening;
let client: APIGatewayClient;
const plans = { standard: 'local-standard', plus: 'local-plus' };
/** As they are opened anew. */
const kept = () => [...keysOf(store).values()];
const key = { keyId: 'key_1', hash, tier: 'standard', validUntil: '2027-01-01T00:00:00.000Z' } as const;

beforeEach(async () => {
  store = openStore(':memory:');
  service = await startEndpoint({ resources: keyManagement(keysOf(store)) });
  client = new APIGatewayClient({
    endpoint: service.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
  });
});
afterEach(async () => {
  client.destroy();
  await service.stop();
  store.close();
});

describe('the embedded API Gateway', () => {
  it('keeps a key and its plan through a restart', async () => {
    const id = await createGatewayKeys(client, plans, 'campaigns').register({ ...key, tier: 'plus' });

    expect(keyOfValue(keysOf(store), hash)).toMatchObject({ id, name: 'key_1', planId: 'local-plus' });
  });

  it('removes a key by its id or by its name, and one that is gone without complaint', async () => {
    const gatewayKeys = createGatewayKeys(client, plans, 'campaigns');
    const id = await gatewayKeys.register(key);
    await gatewayKeys.register({ ...key, keyId: 'key_12', hash: 'b'.repeat(64) });

    await gatewayKeys.remove('key_1', undefined);
    await gatewayKeys.remove('key_1', id);

    const left = kept();
    expect(left.map(({ name }) => name)).toEqual(['key_12']);
  });

  it('forgets what has expired, and leaves what is good or somebody else’s', async () => {
    const ours = createGatewayKeys(client, plans, 'campaigns');
    await ours.register({ ...key, keyId: 'expired', validUntil: '2026-11-25T00:00:00.000Z' });
    await ours.register({ ...key, keyId: 'good', hash: 'b'.repeat(64) });
    const otherStage = createGatewayKeys(client, plans, 'other-campaigns');
    await otherStage.register({ ...key, keyId: 'other', hash: 'c'.repeat(64), validUntil: '2026-01-01T00:00:00.000Z' });
    await client.send(new CreateApiKeyCommand({ name: 'untagged', value: 'd'.repeat(64), enabled: true }));

    const removed = await removeExpiredKeys(client, 'campaigns', new Date('2026-11-26T00:00:00Z'));

    expect(removed).toBe(1);
    const left = kept().map(({ name }) => name);
    expect(left).toEqual(['good', 'other', 'untagged']);
  });

  it('leaves no key behind whose plan does not exist', async () => {
    const gatewayKeys = createGatewayKeys(client, { ...plans, standard: 'nowhere' }, 'campaigns');

    await expect(gatewayKeys.register(key)).rejects.toMatchObject({ name: 'NotFoundException' });

    expect(kept()).toEqual([]);
  });

  it('refuses a value that is too short', async () => {
    const create = new CreateApiKeyCommand({ name: 'key', value: 'short', enabled: true });
    await expect(client.send(create)).rejects.toMatchObject({ name: 'BadRequestException' });
  });

  it('answers nothing without a signature', async () => {
    expect((await fetch(`${service.endpoint}/apikeys`)).status).toBe(403);
  });
});

// The application's own client against the embedded API Gateway.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { APIGatewayClient, CreateApiKeyCommand } from '@aws-sdk/client-api-gateway';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGatewayKeys } from '../../shared/engine/gateway-keys.ts';
import { openKeyStore } from './key-store.ts';
import { startApiGatewayService } from './management-service.ts';

const hash = 'a'.repeat(64);
let directory = '';
let service: Awaited<ReturnType<typeof startApiGatewayService>>;
let client: APIGatewayClient;
const plans = { standard: 'local-standard', plus: 'local-plus' };

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'apigateway-'));
  service = await startApiGatewayService(await openKeyStore(directory), (error) => {
    throw error;
  });
  client = new APIGatewayClient({
    endpoint: service.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
  });
});
afterEach(async () => {
  client.destroy();
  await service.close();
  await rm(directory, { recursive: true, force: true });
});

describe('the embedded API Gateway', () => {
  it('keeps a key and its plan through a restart', async () => {
    const id = await createGatewayKeys(client, plans).register('key_1', hash, 'plus');

    const reopened = await openKeyStore(directory);
    expect(reopened.byValue(hash)).toMatchObject({ id, name: 'key_1', enabled: true, planIds: ['local-plus'] });
  });

  it('removes a key by its id or by its name, and one that is gone without complaint', async () => {
    const gatewayKeys = createGatewayKeys(client, plans);
    const id = await gatewayKeys.register('key_1', hash, 'standard');
    await gatewayKeys.register('key_12', 'b'.repeat(64), 'standard');

    await gatewayKeys.remove('key_1', undefined);
    await gatewayKeys.remove('key_1', id);

    const kept = (await openKeyStore(directory)).all();
    expect(kept.map(({ name }) => name)).toEqual(['key_12']);
  });

  it('leaves no key behind whose plan does not exist', async () => {
    const gatewayKeys = createGatewayKeys(client, { ...plans, standard: 'nowhere' });

    await expect(gatewayKeys.register('key_1', hash, 'standard')).rejects.toMatchObject({ name: 'NotFoundException' });

    expect((await openKeyStore(directory)).all()).toEqual([]);
  });

  it('refuses a second key of the same value and a value that is too short', async () => {
    const create = (value: string) => client.send(new CreateApiKeyCommand({ name: 'key', value, enabled: true }));
    await create(hash);

    await expect(create(hash)).rejects.toMatchObject({ name: 'ConflictException' });
    await expect(create('short')).rejects.toMatchObject({ name: 'BadRequestException' });
  });

  it('answers nothing without a signature', async () => {
    expect((await fetch(`${service.endpoint}/apikeys`)).status).toBe(403);
  });
});

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSecretKey } from '../../shared/runtime/secret-key.ts';
import { startEndpoint } from '../endpoint/endpoint.ts';
import { openStore } from '../state/store.ts';
import { openParameterStore } from './parameter-store.ts';

let directory: string;
const cleanups: (() => unknown)[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ssm-'));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function start() {
  const store = openStore(file());
  const server = await startEndpoint({ services: [openParameterStore(store)] });
  const client = new SSMClient({
    endpoint: server.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
    maxAttempts: 1,
  });
  let stopped: Promise<void> | undefined;
  const end = async () => {
    client.destroy();
    await server.stop();
    store.close();
  };
  const stop = () => (stopped ??= end());
  cleanups.push(stop);
  return { client, stop };
}
const name = '/astromedia/test/key';
const file = () => join(directory, 'state.db');

describe('the embedded parameters', () => {
  const put = (client: SSMClient, Value: string, Overwrite = false) =>
    client.send(new PutParameterCommand({ Name: name, Type: 'SecureString', Value, Overwrite }));
  const get = (client: SSMClient, WithDecryption = true) =>
    client.send(new GetParameterCommand({ Name: name, WithDecryption }));

  it('are kept over a restart, in a file of their owner alone', async () => {
    const first = await start();
    await put(first.client, 'kept');
    await first.stop();
    const second = await start();
    expect((await get(second.client)).Parameter).toMatchObject({ Value: 'kept', Type: 'SecureString', Version: 1 });
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });

  it('answer as AWS does: what is missing is not found, what is there is not overwritten unless told to', async () => {
    const { client } = await start();
    await expect(get(client)).rejects.toMatchObject({ name: 'ParameterNotFound' });
    await put(client, 'first');
    await expect(put(client, 'second')).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
    expect((await get(client)).Parameter?.Value).toBe('first');
    await put(client, 'third', true);
    expect((await get(client)).Parameter).toMatchObject({ Value: 'third', Version: 2 });
  });
});

describe('a secret key', () => {
  it('is made by whoever needs it first, and is the same for everybody, also after a restart', async () => {
    const { client, stop } = await start();
    const keys = await Promise.all(Array.from({ length: 5 }, () => createSecretKey(client, name)()));
    expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1);
    expect(keys[0]).toHaveLength(32);
    await stop();
    const again = await start();
    expect(await createSecretKey(again.client, name)()).toEqual(keys[0]);
  });

  it('is read once by a process, and asked for again after a failure', async () => {
    const { client } = await start();
    let calls = 0;
    let isDown = true;
    const counted = {
      send: (command: GetParameterCommand) => {
        calls += 1;
        return isDown ? Promise.reject(new Error('down')) : client.send(command);
      },
    } as SSMClient;
    const readKey = createSecretKey(counted, name);
    await expect(readKey()).rejects.toThrow('down');
    isDown = false;
    const key = await readKey();
    const after = calls;
    expect(await readKey()).toBe(key);
    expect(calls).toBe(after);
  });

  it('that is no key is refused by name', async () => {
    const { client } = await start();
    await client.send(new PutParameterCommand({ Name: name, Type: 'SecureString', Value: 'short' }));
    await expect(createSecretKey(client, name)()).rejects.toThrow(name);
  });
});

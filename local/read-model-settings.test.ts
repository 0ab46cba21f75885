import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEndpoint } from './endpoint/endpoint.ts';
import { readModelSettings } from './read-model-settings.ts';
import { openSecrets } from './secretsmanager/secrets.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'model-settings-'));
});
afterAll(() => rm(directory, { recursive: true }));
const envFile = async (text: string) => {
  const path = join(directory, '.env');
  await writeFile(path, text);
  return path;
};

describe('the settings of model providers on this machine', () => {
  it('are none without a file', async () => {
    expect(await readModelSettings({}, join(directory, 'nothing'))).toEqual({});
  });

  it('come from .env, and what the environment says counts, nothing included', async () => {
    const path = await envFile(
      '# mine\nOPENROUTER_API_KEY="sk-or-v1-abcdef0123" # test\nHF_API_KEY=hf_abcdef0123\nGEMINI_API_KEY=AIzaSy0123456789\nTABLE_NAME=\n',
    );

    expect(await readModelSettings({ HF_API_KEY: 'hf_another0123', GEMINI_API_KEY: '' }, path)).toEqual({
      OPENROUTER_API_KEY: 'sk-or-v1-abcdef0123',
      HF_API_KEY: 'hf_another0123',
    });
  });

  it('stop the start with everything that is wrong at once, without a value', async () => {
    const path = await envFile(
      'OPENROUTER_KEY=sk-or-v1-abcdef0123\nHF_BASE_URL=nowhere\nGEMINI_API_KEY=sk-secret secret\n',
    );

    const failure = await readModelSettings({}, path).catch((error: Error) => error);

    expect(failure).toMatchObject({ name: 'ConfigurationError' });
    const { message } = failure as Error;
    expect(message).toMatch(/OPENROUTER_KEY is no setting/);
    expect(message).toMatch(/HF_BASE_URL is no web address/);
    expect(message).toMatch(/HF_BASE_URL is set without HF_API_KEY/);
    expect(message).toMatch(/GEMINI_API_KEY contains a space/);
    expect(message).toMatch(/\.env\.example tells all of them\. Without any: --models offline/);
    expect(message).not.toMatch(/sk-|nowhere/);
  });

  it('say of a model of one’s own that its price is missing', async () => {
    const own = { OPENAI_COMPATIBLE_BASE_URL: 'https://models.example.com/v1', OPENAI_COMPATIBLE_MODEL: 'big-1' };

    await expect(readModelSettings(own, join(directory, 'nothing'))).rejects.toThrow(
      /OPENAI_COMPATIBLE_PRICE is missing/,
    );
  });

  it('reach functions through Secrets Manager, by the SDK, and nothing else is there', async () => {
    const server = await startEndpoint({
      port: 0,
      services: [openSecrets({ models: '{"BEDROCK_REGION":"eu-west-1"}' })],
      resources: [],
      onError: () => {},
    });
    const client = new SecretsManagerClient({
      ...{ endpoint: server.endpoint, region: 'us-east-1' },
      credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
    });
    try {
      const secretOf = (SecretId: string) => client.send(new GetSecretValueCommand({ SecretId }));

      expect(await secretOf('models')).toMatchObject({
        SecretString: '{"BEDROCK_REGION":"eu-west-1"}',
        Name: 'models',
      });
      await expect(secretOf('others')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
      await expect(secretOf('__proto__')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    } finally {
      client.destroy();
      await server.stop();
    }
  });
});

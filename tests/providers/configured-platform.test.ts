// One key in the settings, and real models do the work: the estimate, a brief that names a model, and a text know it, over the platform's own way.
import { afterAll, describe, expect, it } from 'vitest';
import { startPlatform } from '../../local/start-platform.ts';
import { apiPrefix } from '../../shared/contracts/api-prefix.ts';
import { briefOf, registerUser } from '../support/campaign-driver.ts';
import { answers, fails } from '../support/fake-provider/behaviour.ts';
import { type FakeProvider, startFakeProvider } from '../support/fake-provider/fake-provider.ts';
import { sendRaw } from '../support/raw-requests.ts';
import { scratchPlatform } from '../support/scratch-platform.ts';
import { noteUnexpectedError } from '../support/unexpected-errors.ts';

const key = 'sk-or-v1-0123456789abcdef0123456789abcdef';
let fake: FakeProvider;
const platform = scratchPlatform(async (directory) => {
  fake = await startFakeProvider();
  const modelSettings = { OPENROUTER_API_KEY: key, OPENROUTER_BASE_URL: `${fake.origin}/api/v1` };
  return startPlatform({ directory, modelSettings, onError: noteUnexpectedError });
});
afterAll(() => fake.stop());

describe('a platform with a key of OpenRouter', () => {
  it('says in the estimate who does the work, at which prices', async () => {
    const { client } = await registerUser(platform);

    const { byPhase, assumptions, costMicroUsd } = await client.call('estimateCampaign', { body: briefOf() });

    const providers = byPhase.flatMap(({ provider }) => provider ?? []);
    expect(providers.length).toBeGreaterThan(5);
    expect(new Set(providers)).toEqual(new Set(['openrouter']));
    expect(costMicroUsd.minimum).toBeGreaterThan(0);
    expect(assumptions.join('\n')).toMatch(/Prices of .* \(openrouter\) as of/);
  });

  it('has a text written by it, at what it bills', async () => {
    const { token } = await registerUser(platform);
    fake.next(answers({ text: '{"text":"Bread, warm at seven."}', billMicroUsd: 421 }));

    const { status, json } = await sendRaw(platform, {
      ...{ method: 'POST', path: `${apiPrefix}/internal/llm`, token },
      body: { prompt: 'A line about bread', language: 'en' },
    });

    expect(status).toBe(201);
    expect(json).toMatchObject({
      text: 'Bread, warm at seven.',
      generation: { provider: 'openrouter', costMicroUsd: 421, costSource: 'provider' },
    });
    expect(fake.requests.at(-1)).toMatchObject({ headers: { authorization: `Bearer ${key}` } });
  });

  it('tells of a failure what to do, and nobody the key', async () => {
    const { token } = await registerUser(platform);
    const before = fake.behave;
    fake.behave = () => fails(401, { message: `No such key: ${key}` });

    const { status, json } = await sendRaw(platform, {
      ...{ method: 'POST', path: `${apiPrefix}/internal/llm`, token },
      body: { prompt: 'Another line about bread', language: 'en' },
    });
    fake.behave = before;

    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(json)).not.toContain(key);
  });
});

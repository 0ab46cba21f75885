import { describe, expect, it } from 'vitest';
import { createModelSettings } from './model-settings.ts';

describe('the settings of model providers in their secret', () => {
  it('are read once', async () => {
    const asked: string[] = [];
    const read = createModelSettings('the-secret', async (id) => {
      asked.push(id);
      return '{"BEDROCK_REGION":"eu-west-1"}';
    });

    expect(await Promise.all([read(), read()])).toEqual([
      { BEDROCK_REGION: 'eu-west-1' },
      { BEDROCK_REGION: 'eu-west-1' },
    ]);
    expect(asked).toEqual(['the-secret']);
  });

  it('are asked for again after a failure', async () => {
    let fails = true;
    const read = createModelSettings('the-secret', async () => {
      if (fails) throw new Error('throttled');
      return '{}';
    });

    await expect(read()).rejects.toThrow('throttled');
    fails = false;
    expect(await read()).toEqual({});
  });

  it.each([
    [
      '{"OPENROUTER_KEY":"sk-or-abc","BEDROCK_REGION":"x"}',
      /OPENROUTER_KEY is no setting[\s\S]*BEDROCK_REGION is no region[\s\S]*MODEL_SETTINGS_SECRET_ID/,
    ],
    ['sk-or-v1-abcdef', /The secret is no JSON object/],
    ['["sk-or-v1-abcdef"]', /The secret is no JSON object/],
  ])('stop whoever needs them with all that is wrong, and show nothing: %s', async (text, message) => {
    const failure = await createModelSettings('the-secret', async () => text)().catch((error: Error) => error);

    expect(failure).toMatchObject({ name: 'ConfigurationError', message: expect.stringMatching(message) });
    expect(String(failure)).not.toContain('sk-or-');
  });

  it('are none where the secret is empty', async () => {
    expect(await createModelSettings('the-secret', async () => undefined)()).toEqual({});
  });
});

import { describe, expect, it } from 'vitest';
import { readProviderSettings } from './provider-settings.ts';
import { isConfigured, providersIn } from './providers.ts';

const account = JSON.stringify({
  ...{ type: 'service_account', project_id: 'shop', client_email: 'a@b.iam.gserviceaccount.com' },
  private_key: '-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\n',
});

describe('the settings of model providers', () => {
  it('are taken when they are right, and an empty one is none', () => {
    const given = {
      OPENROUTER_API_KEY: ' sk-or-v1-abcdef0123 ',
      OPENROUTER_BASE_URL: 'http://127.0.0.1:8080/api/v1',
      HF_API_KEY: '',
      GOOGLE_CLOUD_CREDENTIALS: account,
      BEDROCK_REGION: 'eu-central-1',
      OPENAI_COMPATIBLE_BASE_URL: 'http://localhost:11434/v1',
      OPENAI_COMPATIBLE_MODEL: 'llama3.2:3b',
      OPENAI_COMPATIBLE_PRICE: '0.15/0.60',
      PATH: '/bin',
    };

    const { settings, faults } = readProviderSettings(given);

    expect(faults).toEqual([]);
    const { PATH, HF_API_KEY, ...kept } = given;
    expect(settings).toEqual({ ...kept, OPENROUTER_API_KEY: 'sk-or-v1-abcdef0123' });
  });

  it.each([
    [
      'OPENROUTER_API_KEY',
      'two words here',
      /OPENROUTER_API_KEY contains a space or a line break: paste the key alone\./,
    ],
    ['HF_API_KEY', '<your-token>', /HF_API_KEY is still a placeholder/],
    ['GEMINI_API_KEY', 'sk-or-...', /GEMINI_API_KEY is still a placeholder/],
    ['OPENROUTER_API_KEY', 'short', /8 to 512 characters/],
    [
      'OPENROUTER_BASE_URL',
      'openrouter.ai/api/v1',
      /OPENROUTER_BASE_URL is no web address: write one that begins with https/,
    ],
    ['OPENROUTER_BASE_URL', 'ftp://openrouter.ai', /is no web address/],
    ['HF_BASE_URL', 'https://me:secret-word@example.com/v1', /HF_BASE_URL holds credentials/],
    ['GEMINI_BASE_URL', 'https://example.com/v1?key=secret-word', /GEMINI_BASE_URL holds a query/],
    ['OPENAI_COMPATIBLE_BASE_URL', 'http://localhost:1234/v1/chat/completions', /names an operation/],
    ['OPENAI_COMPATIBLE_MODEL', 'two words', /is no name of a model/],
    ['OPENAI_COMPATIBLE_PRICE', 'cheap', /is no price: write dollars/],
    ['BEDROCK_REGION', 'Frankfurt', /BEDROCK_REGION is no region of AWS/],
    ['GOOGLE_CLOUD_CREDENTIALS', '/home/me/key.json', /paste the whole JSON file/],
    ['MODEL_PRICES', '{"a": 1}', /MODEL_PRICES is no list of prices/],
    ['OPENROUTER_API_KEY', 12345678, /OPENROUTER_API_KEY is no text/],
  ])('that are wrong are told by name, without the value: %s', (name, value, sentence) => {
    const { settings, faults } = readProviderSettings({ [name]: value });

    expect(settings).toEqual({});
    expect(faults.join('\n')).toMatch(sentence);
    expect(faults.join('\n')).not.toMatch(/secret-word|two words|Frankfurt|short\b|me\/key/);
  });

  it('that mean nothing alone are told with what is missing, and all faults come at once', () => {
    const { faults } = readProviderSettings({
      OPENROUTER_BASE_URL: 'https://example.com/v1',
      OPENAI_COMPATIBLE_BASE_URL: 'http://localhost:11434/v1',
      BEDROCK_REGION: 'nowhere',
    });

    expect(faults).toEqual([
      expect.stringMatching(/^BEDROCK_REGION is no region/),
      'OPENROUTER_BASE_URL is set without OPENROUTER_API_KEY: set OPENROUTER_API_KEY as well, or take OPENROUTER_BASE_URL out.',
      'OPENAI_COMPATIBLE_BASE_URL is set without OPENAI_COMPATIBLE_MODEL: set OPENAI_COMPATIBLE_MODEL as well, or take OPENAI_COMPATIBLE_BASE_URL out.',
    ]);
  });

  it('that nobody knows are told where nothing else may stand', () => {
    expect(readProviderSettings({ OPENROUTER_KEY: 'x' }, { only: true }).faults).toEqual([
      expect.stringMatching(/^OPENROUTER_KEY is no setting: there are OPENROUTER_API_KEY, /),
    ]);
  });

  it('switch providers on, which are called by their names', () => {
    const { settings } = readProviderSettings({
      OPENROUTER_API_KEY: 'sk-or-v1-abcdef0123',
      BEDROCK_REGION: 'us-west-2',
    });

    expect(isConfigured('openrouter', settings)).toBe(true);
    expect(isConfigured('gemini', settings)).toBe(false);
    expect(isConfigured('unheard-of', settings)).toBe(false);
    expect(isConfigured('offline-studio', {})).toBe(true);
    expect(providersIn(settings)).toBe('OpenRouter, Amazon Bedrock');
    expect(providersIn({})).toBe('the offline studio');
  });
});

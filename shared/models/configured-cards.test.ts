import { describe, expect, it } from 'vitest';
import { configuredCards } from './configured-cards.ts';

const on = '2026-11-26';
const providersOf = (settings: Parameters<typeof configuredCards>[0]) => [
  ...new Set(configuredCards(settings, on).map(({ provider }) => provider)),
];
const key = { OPENROUTER_API_KEY: 'sk-or-v1-abcdef0123' };
const own = { OPENAI_COMPATIBLE_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_COMPATIBLE_MODEL: 'llama3.2:3b' };

describe('the models there are', () => {
  it('are the offline studio alone as long as no provider is configured', () => {
    expect(configuredCards({}, on).map(({ id }) => id)).toEqual(['offline-studio-1']);
  });

  it('are those of the configured providers, and last the studio, for what they cannot do', () => {
    expect(providersOf(key)).toEqual(['openrouter', 'offline-studio']);
    expect(providersOf({ ...key, GEMINI_API_KEY: 'AIzaSy0123456789' })).toEqual([
      'openrouter',
      'gemini',
      'offline-studio',
    ]);
  });

  it('are on Bedrock those of the region', () => {
    const idsIn = (BEDROCK_REGION: string) => configuredCards({ BEDROCK_REGION }, on).map(({ id }) => id);

    expect(idsIn('us-west-2')).toContain('stability.stable-image-core-v1:1');
    expect(idsIn('eu-central-1')).not.toContain('stability.stable-image-core-v1:1');
    expect(idsIn('eu-central-1').length).toBeGreaterThan(1);
  });

  it('are Google’s texts through Vertex for those who have no other key of Google', () => {
    const GOOGLE_CLOUD_CREDENTIALS = '{}';

    expect(providersOf({ GOOGLE_CLOUD_CREDENTIALS })).toEqual(['vertex', 'offline-studio']);
    expect(providersOf({ GOOGLE_CLOUD_CREDENTIALS, GEMINI_API_KEY: 'AIzaSy0123456789' })).toEqual([
      'gemini',
      'offline-studio',
    ]);
  });

  it('begin with the one behind an address of one’s own: free on this machine, elsewhere at the price that was set, or not at all', () => {
    expect(configuredCards({ ...own, ...key }, on)[0]).toMatchObject({
      provider: 'openai-compatible',
      id: 'llama3.2:3b',
      price: { perMillionInputTokens: 0, perMillionOutputTokens: 0 },
    });
    const elsewhere = { ...own, OPENAI_COMPATIBLE_BASE_URL: 'https://models.example.com/v1' };
    expect(configuredCards({ ...elsewhere, OPENAI_COMPATIBLE_PRICE: '0.15/0.60' }, on)[0]).toMatchObject({
      price: { perMillionInputTokens: 150_000, perMillionOutputTokens: 600_000 },
    });
    expect(() => configuredCards(elsewhere, on)).toThrow(/OPENAI_COMPATIBLE_PRICE is missing/);
  });

  it('cost what somebody says they cost', () => {
    const MODEL_PRICES = '{"luma.ray-v2:0": {"perVideoSecond": 1.5}}';

    expect(
      configuredCards({ BEDROCK_REGION: 'us-west-2', MODEL_PRICES }, on).find(({ id }) => id === 'luma.ray-v2:0'),
    ).toMatchObject({
      price: { perVideoSecond: 1_500_000 },
    });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderSettings } from '../../shared/contracts/provider-settings.ts';
import { configuredCards } from '../../shared/models/configured-cards.ts';
import { offersOf } from '../../shared/models/providers/offers.ts';
import { cardFileSchema } from '../../shared/models/registry-data.ts';
import { answers } from '../../tests/support/fake-provider/behaviour.ts';
import { catalogueProtocol, type FakeCatalogues } from '../../tests/support/fake-provider/catalogue-protocol.ts';
import {
  type FakeProvider,
  fakeProtocols,
  startFakeProvider,
} from '../../tests/support/fake-provider/fake-provider.ts';
import { catalogues } from './catalogues.ts';
import { configuredProviders, examineProvider } from './examine-providers.ts';
import { modelLines } from './model-lines.ts';
import { refreshCards } from './refresh-cards.ts';

const today = '2026-11-26';
const told: FakeCatalogues = {};
let fake: FakeProvider;
let settings: ProviderSettings;
beforeAll(async () => {
  fake = await startFakeProvider({ protocols: [catalogueProtocol(told), ...fakeProtocols] });
});
afterAll(() => fake.stop());

const pricing = { prompt: '0.0000005', completion: '0.000002', input_cache_read: '0.00000005' };
beforeEach(() => {
  settings = { OPENROUTER_API_KEY: 'sk-or-test-0001', OPENROUTER_BASE_URL: fake.url };
  for (const path of Object.keys(told)) delete told[path];
  Object.assign(told, {
    '/v1/key': { data: { limit_remaining: 4.2, usage: 1.3 } },
    '/v1/models': {
      data: [
        { id: 'google/gemini-3.1-flash-lite', context_length: 1_048_576, pricing },
        { id: 'openai/gpt-5.4-mini', context_length: 400_000, pricing, expiration_date: '2027-03-31' },
      ],
    },
    '/v1/images/models': { data: [{ id: 'google/gemini-3.1-flash-image' }] },
    '/v1/videos/models': {
      data: [
        {
          id: 'google/veo-3.1-fast',
          pricing_skus: {
            duration_seconds_with_audio_720p: '0.10',
            duration_seconds_with_audio: '0.12',
            duration_seconds_with_audio_4k: '0.35',
          },
        },
      ],
    },
  });
});

const examine = (mayPay = false) => {
  const cards = configuredCards(settings, today).filter(({ isTrained }) => isTrained);
  const [provider = 'openrouter'] = configuredProviders(settings);
  return examineProvider(provider, { settings, cards, offers: (some) => offersOf(settings, some), mayPay });
};

describe('the doctor', () => {
  it('says what is left on a key, and which models the provider does not have, for nothing', async () => {
    const { works, sentences } = await examine();
    expect(works).toBe(true);
    expect(sentences[0]).toBe('The key is valid, and $4.20 of its limit are left ($1.30 spent so far).');
    expect(sentences[1]).toMatch(
      /^It answers, and has 4 of the \d+ models that would be asked: 5 for text, 2 for image, 2 for video\.$/,
    );
    expect(sentences).toContain(
      'It does not have anthropic/claude-sonnet-5: npm run models -- --refresh compares the registry with its catalogue.',
    );
    expect(fake.requests).toEqual([]);
  });

  it('has a short text written where it may pay, and says what it cost', async () => {
    fake.behave = () => answers({ text: '{"ok": true}' });
    const { works, sentences } = await examine(true);
    expect([works, fake.requests.length]).toEqual([true, 1]);
    expect(sentences.at(-1)).toMatch(/^mistralai\/mistral-small-2603 wrote 12 characters for \$0\.000\d+\.$/);
  });

  it.each([
    [401, /OPENROUTER_API_KEY/],
    [402, /credit/i],
    [503, /OpenRouter/],
  ])('says in a sentence what is wrong when the provider answers %i, and shows no key', async (status, said) => {
    told['/v1/key'] = status;
    const { works, sentences } = await examine();
    expect(works).toBe(false);
    expect(sentences.join(' ')).toMatch(said);
    expect(sentences.join(' ')).not.toContain('sk-or-test');
  });

  it('says so when nobody is there, or somebody else', async () => {
    settings = { ...settings, OPENROUTER_BASE_URL: 'http://127.0.0.1:9/api/v1' };
    expect((await examine()).works).toBe(false);
    settings = { ...settings, OPENROUTER_BASE_URL: fake.url };
    told['/v1/key'] = { hello: 'world' };
    expect((await examine()).sentences.join(' ')).toContain('in a shape that is not known here');
  });

  it('asks an address of one’s own for its models', async () => {
    settings = {
      OPENAI_COMPATIBLE_BASE_URL: `${fake.url.replace('/v1', '/own/v1')}`,
      OPENAI_COMPATIBLE_MODEL: 'llama3.2:3b',
      OPENAI_COMPATIBLE_PRICE: '0/0',
    };
    told['/own/v1/models'] = { data: [{ id: 'llama3.2:3b' }] };
    expect((await examine()).sentences).toEqual([
      'It answers, and has 1 of the 1 models that would be asked: 1 for text, 0 for image, 0 for video.',
    ]);
  });
});

describe('a catalogue', () => {
  const file = cardFileSchema.parse({
    provider: 'openrouter',
    models: [
      {
        id: 'google/gemini-3.1-flash-lite',
        secondsPerCall: { text: 6 },
        contextTokens: 1_048_576,
        prices: [
          {
            ...{ since: '2026-07-02', source: 'a list', readOn: '2026-07-02', isSecondHand: true },
            usd: { inputPerMillion: 0.5, cachedPerMillion: 0.05, outputPerMillion: 2 },
          },
        ],
      },
      {
        id: 'openai/gpt-5.4-mini',
        secondsPerCall: { text: 12 },
        prices: [
          {
            since: '2026-07-02',
            source: 'a list',
            readOn: '2026-07-02',
            usd: { inputPerMillion: 0.75, outputPerMillion: 4.5 },
          },
        ],
      },
      { id: 'google/veo-3.1-fast', secondsPerCall: { video: 90 }, prices: [] },
      { id: 'gone/model', secondsPerCall: { text: 1 }, prices: [] },
    ],
  });
  const refresh = async () => {
    const catalogue = await catalogues.openrouter?.(settings);
    if (!catalogue) throw new Error('OpenRouter has no catalogue');
    return refreshCards(file, catalogue, today);
  };

  it('renews what it confirms, adds what it prices otherwise, and leaves to a person what it does not know', async () => {
    const { file: refreshed, changes } = await refresh();
    const [same, other, film, gone] = refreshed.models;
    expect(same?.prices).toMatchObject([{ since: '2026-07-02', readOn: today, isSecondHand: false }]);
    expect(other?.prices).toMatchObject([
      { since: '2026-07-02', usd: { inputPerMillion: 0.75 } },
      { since: today, readOn: today, usd: { inputPerMillion: 0.5, outputPerMillion: 2 } },
    ]);
    expect(other?.retiresOn).toBe('2027-03-31');
    expect(film?.prices).toMatchObject([{ since: today, usd: { perVideoSecond: 0.12 } }]);
    expect(gone).toEqual(file.models[3]);
    expect(changes).toHaveLength(4);
    expect(changes.join('\n')).toMatch(/gone\/model is not in the catalogue: look for its successor/);
  });

  it('changes nothing the second time', async () => {
    const { file: once } = await refresh();
    const catalogue = await catalogues.openrouter?.(settings);
    const again = catalogue && refreshCards(once, catalogue, today);
    expect(again?.file).toEqual(once);
    expect(again?.changes).toHaveLength(1);
    expect(cardFileSchema.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });
});

it('prints the registry with what is configured, what it costs and what is refused', () => {
  const lines = modelLines(
    configuredCards(settings, today),
    [{ provider: 'bedrock', id: 'film', because: 'Nobody knows.' }],
    settings,
  );
  expect(lines).toContain('OpenRouter (configured)');
  expect(lines.join('\n')).toMatch(
    /google\/gemini-3\.1-flash-lite: text, keeps to a schema by native; \$0\.25 in and \$1\.5 out/,
  );
  expect(lines.slice(-2)).toEqual(['Refused as things are:', '  Nobody knows.']);
});

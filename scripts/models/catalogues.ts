// What the providers' own catalogues say of models: which there are, what they cost, how much they read and write, and until when they are served.
import * as z from 'zod';
import type { ProviderSettings } from '../../shared/contracts/provider-settings.ts';
import { type ProviderName, providers } from '../../shared/contracts/providers.ts';
import { providerFetch } from '../../shared/models/providers/provider-fetch.ts';
import type { PriceInUsd } from '../../shared/models/registry-data.ts';

/** One model of a catalogue. What it does not say is absent. */
export interface CatalogueEntry {
  readonly usd?: PriceInUsd;
  readonly contextTokens?: number;
  readonly maximumOutputTokens?: number;
  readonly retiresOn?: string;
}

export interface Catalogue {
  /** Where it was read. */
  readonly source: string;
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
}

/** A catalogue of all models of a provider is larger than a text. */
const largestBytes = 50_000_000;
const longestMilliseconds = 30_000;

/** Asks a provider, and reads its answer as JSON of a shape. Throws ModelFailure, and a TypeError for another shape. */
export async function askProvider<Shape>(
  provider: ProviderName,
  url: string,
  headers: Readonly<Record<string, string>>,
  schema: z.ZodType<Shape>,
): Promise<Shape> {
  const answer = await providerFetch(provider, largestBytes)(url, {
    headers: { accept: 'application/json', ...headers },
    signal: AbortSignal.timeout(longestMilliseconds),
  });
  const parsed = schema.safeParse(await answer.json());
  if (parsed.success) return parsed.data;
  throw new TypeError(`${providers[provider].label} answers ${url} in a shape that is not known here.`);
}

const perToken = z.string().transform(Number).optional();
const openRouterModels = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      context_length: z.number().nullish(),
      expiration_date: z.string().nullish(),
      top_provider: z.object({ max_completion_tokens: z.number().nullish() }).nullish(),
      pricing: z
        .object({ prompt: perToken, completion: perToken, input_cache_read: perToken, input_cache_write: perToken })
        .nullish(),
    }),
  ),
});
const openRouterVideos = z.object({
  data: z.array(z.object({ id: z.string(), pricing_skus: z.record(z.string(), z.coerce.number()).nullish() })),
});
const openRouterImages = z.object({ data: z.array(z.object({ id: z.string() })) });
const hostPrice = z.object({ input: z.number(), output: z.number() });
const huggingFaceModels = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      providers: z.array(z.object({ pricing: hostPrice.nullish(), context_length: z.number().nullish() })).default([]),
    }),
  ),
});
const geminiModels = z.object({
  models: z.array(
    z.object({ name: z.string(), inputTokenLimit: z.number().optional(), outputTokenLimit: z.number().optional() }),
  ),
});
const bedrockModels = z.object({ modelSummaries: z.array(z.object({ modelId: z.string() })) });
const openAiModels = z.object({ data: z.array(z.object({ id: z.string() })) });

type ReadCatalogue = (settings: ProviderSettings) => Promise<Catalogue>;
const million = 1_000_000;
/** Dollars for a million tokens without the noise of binary fractions. */
const perMillion = (dollars: number): number => Number((dollars * million).toPrecision(12));
const bearer = (key: string | undefined): Record<string, string> => (key ? { authorization: `Bearer ${key}` } : {});

/** By provider. A provider without a catalogue that can be read is not here. */
export const catalogues: Readonly<Partial<Record<ProviderName, ReadCatalogue>>> = {
  async openrouter({ OPENROUTER_API_KEY, OPENROUTER_BASE_URL }) {
    const source = `${OPENROUTER_BASE_URL ?? providers.openrouter.address}/models`;
    const at = (path: string) => source.replace(/\/models$/, path);
    const headers = bearer(OPENROUTER_API_KEY);
    const [texts, images, videos] = await Promise.all([
      askProvider('openrouter', source, headers, openRouterModels),
      askProvider('openrouter', at('/images/models'), headers, openRouterImages),
      askProvider('openrouter', at('/videos/models'), headers, openRouterVideos),
    ]);
    const entries = new Map<string, CatalogueEntry>(images.data.map(({ id }) => [id, {}]));
    for (const { id, pricing_skus } of videos.data) entries.set(id, videoEntry(pricing_skus ?? {}));
    for (const { id, context_length, expiration_date, top_provider, pricing } of texts.data) {
      const { prompt, completion, input_cache_read: cached, input_cache_write: written } = pricing ?? {};
      if (entries.has(id)) continue; // priced by the picture or the second
      entries.set(id, {
        ...(prompt !== undefined && completion !== undefined && prompt >= 0 && completion >= 0
          ? {
              usd: {
                inputPerMillion: perMillion(prompt),
                ...(cached ? { cachedPerMillion: perMillion(cached) } : {}),
                ...(written ? { cacheWritePerMillion: perMillion(written) } : {}),
                outputPerMillion: perMillion(completion),
              },
            }
          : {}),
        ...(context_length ? { contextTokens: context_length } : {}),
        ...(top_provider?.max_completion_tokens ? { maximumOutputTokens: top_provider.max_completion_tokens } : {}),
        ...(expiration_date ? { retiresOn: expiration_date.slice(0, 10) } : {}),
      });
    }
    return { source, entries };
  },

  async 'hugging-face'({ HF_API_KEY, HF_BASE_URL }) {
    const source = `${HF_BASE_URL ?? providers['hugging-face'].address}/models`;
    const { data } = await askProvider('hugging-face', source, bearer(HF_API_KEY), huggingFaceModels);
    const entries = new Map<string, CatalogueEntry>();
    for (const { id, providers: hosts } of data) {
      const prices = hosts.flatMap(({ pricing }) => pricing ?? []);
      // Whichever host answers: the dearest of them is what a call can cost.
      const usd = {
        inputPerMillion: Math.max(...prices.map(({ input }) => input)),
        outputPerMillion: Math.max(...prices.map(({ output }) => output)),
      };
      entries.set(id, prices.length > 0 ? { usd } : {});
    }
    return { source, entries };
  },

  async gemini({ GEMINI_API_KEY = '', GEMINI_BASE_URL }) {
    const source = `${GEMINI_BASE_URL ?? providers.gemini.address}/models`;
    const headers = { 'x-goog-api-key': GEMINI_API_KEY };
    const { models } = await askProvider('gemini', `${source}?pageSize=1000`, headers, geminiModels);
    const entryOf = ({ inputTokenLimit, outputTokenLimit }: (typeof models)[number]): CatalogueEntry => ({
      ...(inputTokenLimit ? { contextTokens: inputTokenLimit } : {}),
      ...(outputTokenLimit ? { maximumOutputTokens: outputTokenLimit } : {}),
    });
    return { source, entries: new Map(models.map((model) => [model.name.replace(/^models\//, ''), entryOf(model)])) };
  },

  async bedrock({ BEDROCK_REGION = '', BEDROCK_API_KEY }) {
    if (!BEDROCK_API_KEY)
      throw new TypeError('Amazon Bedrock shows its catalogue here by an API key only: set BEDROCK_API_KEY.');
    const host = process.env['AWS_ENDPOINT_URL_BEDROCK'] ?? `https://bedrock.${BEDROCK_REGION}.amazonaws.com`;
    const source = `${host}/foundation-models`;
    const { modelSummaries } = await askProvider('bedrock', source, bearer(BEDROCK_API_KEY), bedrockModels);
    return { source, entries: new Map(modelSummaries.map(({ modelId }) => [modelId, {}])) };
  },

  async 'openai-compatible'({ OPENAI_COMPATIBLE_BASE_URL = '', OPENAI_COMPATIBLE_API_KEY }) {
    const source = `${OPENAI_COMPATIBLE_BASE_URL}/models`;
    const headers = bearer(OPENAI_COMPATIBLE_API_KEY);
    const { data } = await askProvider('openai-compatible', source, headers, openAiModels);
    return { source, entries: new Map(data.map(({ id }) => [id, {}])) };
  },
};

/** The dearest second up to 1080p: what a call can cost. Tokens and cents are other units, and say nothing here. */
function videoEntry(skus: Readonly<Record<string, number>>): CatalogueEntry {
  const seconds = Object.entries(skus).filter(([sku]) => /(^|_)duration_seconds(_|$)/.test(sku) && !/4k/i.test(sku));
  return seconds.length > 0 ? { usd: { perVideoSecond: Math.max(...seconds.map(([, price]) => price)) } } : {};
}

/** The name of a model in its provider's catalogue: without the choice of a host, or of a region. */
export const catalogueName = (provider: string, id: string): string =>
  provider === 'hugging-face'
    ? id.replace(/:[a-z-]+$/, '')
    : provider === 'bedrock'
      ? id.replace(/^(global|us|eu|apac)\./, '')
      : id;

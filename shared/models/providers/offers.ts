// What the configured providers offer: one entry for every card whose provider is switched on. A provider's code is loaded when one of its
// models is used for the first time, never before.

import type { ProviderSettings } from '../../contracts/provider-settings.ts';
import { isConfigured, providers } from '../../contracts/providers.ts';
import type { Models, TextModel } from '../model.ts';
import type { ModelCard } from '../model-card.ts';
import { mediaOffers } from './media-loaders.ts';

type GenerateText = TextModel['generate'];
type LoadText = (card: ModelCard, settings: ProviderSettings) => Promise<GenerateText>;

/** How each provider writes, by its name on cards. */
const textLoaders: Readonly<Record<string, LoadText>> = {
  openrouter: async (card, { OPENROUTER_API_KEY: key, OPENROUTER_BASE_URL }) => {
    const { openAiText } = await import('./open-ai-text.ts');
    return openAiText(card, {
      provider: 'openrouter',
      baseUrl: OPENROUTER_BASE_URL ?? providers.openrouter.address,
      key,
      headers: { 'X-OpenRouter-Title': 'AstroMedia' },
      // Only makers that heed every parameter (the schema!) and keep nothing of what they are sent.
      extra: { provider: { require_parameters: true, data_collection: 'deny' } },
    });
  },
  'hugging-face': async (card, { HF_API_KEY: key, HF_BASE_URL: baseUrl = providers['hugging-face'].address }) => {
    const { openAiText } = await import('./open-ai-text.ts');
    return openAiText(card, { provider: 'hugging-face', baseUrl, key });
  },
  'openai-compatible': async (card, { OPENAI_COMPATIBLE_API_KEY: key, OPENAI_COMPATIBLE_BASE_URL: baseUrl = '' }) => {
    const { openAiText } = await import('./open-ai-text.ts');
    return openAiText(card, { provider: 'openai-compatible', baseUrl, key });
  },
  gemini: async (card, { GEMINI_API_KEY: key, GEMINI_BASE_URL: baseUrl = providers.gemini.address }) => {
    const { googleText } = await import('./google-text.ts');
    return googleText(card, { provider: 'gemini', baseUrl, headers: async () => ({ 'x-goog-api-key': key }) });
  },
  vertex: async (card, { GOOGLE_CLOUD_CREDENTIALS = '', GOOGLE_CLOUD_BASE_URL }) => {
    const { vertexText } = await import('./vertex-text.ts');
    return vertexText(card, GOOGLE_CLOUD_CREDENTIALS, GOOGLE_CLOUD_BASE_URL);
  },
  bedrock: async (card, { BEDROCK_REGION: region = '', BEDROCK_API_KEY: key }) => {
    const { bedrockText } = await import('./bedrock-text.ts');
    return bedrockText(card, region, key);
  },
};

/** In the order of the cards. */
export const offersOf = (settings: ProviderSettings, cards: readonly ModelCard[]): Models[] =>
  cards.filter(({ provider }) => isConfigured(provider, settings)).flatMap((card) => offerOf(card, settings));

function offerOf(card: ModelCard, settings: ProviderSettings): Models[] {
  const loadText = textLoaders[card.provider];
  const offer: Models = {
    ...(loadText && card.secondsPerCall.text !== undefined
      ? { text: lazyText(card, () => loadText(card, settings)) }
      : {}),
    ...mediaOffers(card, settings),
  };
  return Object.keys(offer).length === 0 ? [] : [offer];
}

function lazyText(card: ModelCard, load: () => Promise<GenerateText>): TextModel {
  let loading: Promise<GenerateText> | undefined;
  return {
    card,
    async generate(request, options) {
      loading ??= load();
      return (await loading)(request, options);
    },
  };
}

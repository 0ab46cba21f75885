// Texts over OpenAI's chat completions: OpenRouter, Hugging Face's router, and any server that speaks it.
import { OpenAICompatibleChatLanguageModel } from '@ai-sdk/openai-compatible';
import type { ProviderName } from '../../contracts/providers.ts';
import type { TextModel } from '../model.ts';
import type { ModelCard } from '../model-card.ts';
import { askText } from './ask-text.ts';
import { providerFetch } from './provider-fetch.ts';
import { usageOfOpenAi } from './usage-of-open-ai.ts';

export interface OpenAiServer {
  readonly provider: ProviderName;
  /** Up to the version: `/chat/completions` comes after it. */
  readonly baseUrl: string;
  readonly key?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent with every request, beside what everybody sends. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export function openAiText(card: ModelCard, { provider, baseUrl, key, headers = {}, extra = {} }: OpenAiServer) {
  const model = new OpenAICompatibleChatLanguageModel(card.id, {
    provider: `${provider}.chat`,
    url: ({ path }) => `${baseUrl.replace(/\/+$/, '')}${path}`,
    headers: { ...headers, ...(key ? { authorization: `Bearer ${key}` } : {}) },
    includeUsage: true,
    supportsStructuredOutputs: card.structuredMode === 'native',
    transformRequestBody: (body) => ({ ...body, ...extra }),
    fetch: providerFetch(provider),
  });
  const generate: TextModel['generate'] = (request, options) =>
    askText({ provider, card, model, usageOf: ({ raw }) => usageOfOpenAi(raw) }, request, options);
  return generate;
}

// Texts by Google's generateContent, with a key of AI Studio or through Vertex AI.
import { GoogleLanguageModel } from '@ai-sdk/google/internal';
import * as z from 'zod';
import type { ProviderName } from '../../contracts/providers.ts';
import type { ModelUsage, TextModel } from '../model.ts';
import type { ModelCard } from '../model-card.ts';
import { askText } from './ask-text.ts';
import { providerFetch } from './provider-fetch.ts';

export interface GoogleServer {
  readonly provider: ProviderName;
  /** Up to where `/models/…` comes. */
  readonly baseUrl: string;
  /** What says who asks. */
  readonly headers: () => Promise<Record<string, string | undefined>>;
}

export function googleText(card: ModelCard, { provider, baseUrl, headers }: GoogleServer): TextModel['generate'] {
  const model = new GoogleLanguageModel(card.id, {
    provider: provider === 'vertex' ? 'google.vertex.chat' : 'google.generative-ai',
    baseURL: baseUrl.replace(/\/+$/, ''),
    headers,
    generateId: () => 'part',
    fetch: providerFetch(provider),
  });
  return (request, options) =>
    askText({ provider, card, model, usageOf: ({ raw }) => usageOfGoogle(raw) }, request, options);
}

const count = z.number().nullish();
const usageSchema = z.object({
  promptTokenCount: count,
  candidatesTokenCount: count,
  thoughtsTokenCount: count,
  cachedContentTokenCount: count,
});

/** Google counts thoughts beside what is said: both are output, and both are billed. */
function usageOfGoogle(raw: unknown): ModelUsage | undefined {
  const parsed = usageSchema.safeParse(raw);
  if (!parsed.success || parsed.data.promptTokenCount == null) return undefined;
  const { promptTokenCount, candidatesTokenCount, thoughtsTokenCount, cachedContentTokenCount } = parsed.data;
  return {
    inputTokens: promptTokenCount,
    outputTokens: (candidatesTokenCount ?? 0) + (thoughtsTokenCount ?? 0),
    ...(cachedContentTokenCount == null ? {} : { cachedInputTokens: cachedContentTokenCount }),
    ...(thoughtsTokenCount == null ? {} : { reasoningTokens: thoughtsTokenCount }),
  };
}

// Which models there are for somebody with these settings: the model behind an address of their own, those of the configured providers at the
// prices of the day, and the offline studio, which does what none of them can. Data only: estimates read it as well.

import type { ProviderSettings } from '../contracts/provider-settings.ts';
import { isConfigured } from '../contracts/providers.ts';
import type { ModelCard } from './model-card.ts';
import { offlineStudioCard } from './offline-studio-card.ts';
import { ownModelCard, readModelPrices } from './price-overrides.ts';
import { cardsOn } from './registry-cards.ts';

/** In the order in which they are preferred. `on`: the day, written as `2026-11-26`. Throws BadSetting. */
export function configuredCards(settings: ProviderSettings, on: string): readonly ModelCard[] {
  const listed = cardsOn(on, readModelPrices(settings.MODEL_PRICES)).cards;
  const configured = [...ownCard(settings, on), ...listed, ...onVertex(listed, settings)].filter(
    (card) => isConfigured(card.provider, settings) && isServed(card, settings),
  );
  return [...configured, offlineStudioCard];
}

/** Bedrock serves a model in some regions only. */
const isServed = ({ provider, regions }: ModelCard, { BEDROCK_REGION = '' }: ProviderSettings): boolean =>
  provider !== 'bedrock' || regions === undefined || regions.includes(BEDROCK_REGION);

/** Google's texts through a Google Cloud account, for those who have no key of AI Studio. */
function onVertex(cards: readonly ModelCard[], { GEMINI_API_KEY }: ProviderSettings): ModelCard[] {
  if (GEMINI_API_KEY !== undefined) return [];
  return cards.flatMap((card) =>
    card.provider === 'gemini' && card.secondsPerCall.text !== undefined
      ? [{ ...card, provider: 'vertex', secondsPerCall: { text: card.secondsPerCall.text } }]
      : [],
  );
}

function ownCard(settings: ProviderSettings, on: string): ModelCard[] {
  const { OPENAI_COMPATIBLE_MODEL: id, OPENAI_COMPATIBLE_BASE_URL: url, OPENAI_COMPATIBLE_PRICE } = settings;
  if (id === undefined || url === undefined) return [];
  const price = OPENAI_COMPATIBLE_PRICE ?? (isOnThisMachine(url) ? '0' : undefined);
  return [ownModelCard({ id, price, on })];
}

/** What runs on the same machine bills nobody. */
const isOnThisMachine = (url: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal)$/.test(new URL(url).hostname);

// The registry as lines to read: what each model can do, what it costs, since when that is known, and whether it can be asked.

import type { ProviderSettings } from '../../shared/contracts/provider-settings.ts';
import { findProvider, isConfigured } from '../../shared/contracts/providers.ts';
import type { Capability, ModelCard } from '../../shared/models/model-card.ts';
import type { RefusedModel } from '../../shared/models/registry-cards.ts';

const kinds: readonly Capability[] = ['text', 'image', 'video'];

export function modelLines(
  cards: readonly ModelCard[],
  refused: readonly RefusedModel[],
  settings: ProviderSettings,
): string[] {
  const named = [...new Set(cards.map(({ provider }) => provider))];
  return [
    ...named.flatMap((provider) => [
      '',
      heading(provider, settings),
      ...cards.filter((card) => card.provider === provider).map(lineOf),
    ]),
    ...(refused.length > 0 ? ['', 'Refused as things are:', ...refused.map(({ because }) => `  ${because}`)] : []),
  ];
}

function heading(provider: string, settings: ProviderSettings): string {
  const { label = provider, setting } = findProvider(provider) ?? {};
  const state =
    setting === undefined
      ? 'needs nothing'
      : isConfigured(provider, settings)
        ? 'configured'
        : `not configured: set ${setting}`;
  return `${label} (${state})`;
}

function lineOf({ id, secondsPerCall, structuredMode, retiresOn, price }: ModelCard): string {
  const can = kinds.filter((kind) => secondsPerCall[kind] !== undefined).join(', ');
  const shape = structuredMode ? `, keeps to a schema by ${structuredMode}` : '';
  const known = price.readOn ? `; read ${price.readOn}${price.isSecondHand ? ' second hand' : ''}` : '';
  const end = retiresOn ? `; served until ${retiresOn}` : '';
  return `  ${id}: ${can}${shape}; ${priceOf(price)} since ${price.since}${known}${end}`;
}

/** `$0.25 in, $1.50 out (million tokens)`. */
export function priceOf(price: ModelCard['price']): string {
  const usd = (micro: number) => `$${Number((micro / 1e6).toFixed(6))}`;
  const { perMillionInputTokens, perMillionOutputTokens, perImage, perVideoSecond, perCall } = price;
  const parts = [
    ...(perCall ? [`${usd(perCall)} a call`] : []),
    ...(perImage ? [`${usd(perImage)} a picture`] : []),
    ...(perVideoSecond ? [`${usd(perVideoSecond)} a second`] : []),
    ...(perMillionOutputTokens
      ? [`${usd(perMillionInputTokens ?? 0)} in and ${usd(perMillionOutputTokens)} out for a million tokens`]
      : []),
  ];
  return parts.length > 0 ? parts.join(', ') : 'free';
}

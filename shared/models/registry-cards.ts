// All models that we know of, from dated data, and what a person may say about their prices.

import type { ModelCard } from './model-card.ts';
import bedrock from './registry/bedrock.json' with { type: 'json' };
import gemini from './registry/gemini.json' with { type: 'json' };
import huggingFace from './registry/hugging-face.json' with { type: 'json' };
import openRouter from './registry/openrouter.json' with { type: 'json' };
import { type CardFile, cardAtPrice, cardFileSchema, cardOn, type ModelRow, type PriceInUsd } from './registry-data.ts';

/** In the order in which providers are preferred where nothing else decides: OpenRouter says itself what each call costs. */
export const cardFiles: readonly CardFile[] = [openRouter, gemini, bedrock, huggingFace].map((file) =>
  cardFileSchema.parse(file),
);

/** A model that may not be asked as things are, and why: a sentence that says what to do. */
export interface RefusedModel {
  readonly provider: string;
  readonly id: string;
  readonly because: string;
}

export interface KnownCards {
  readonly cards: readonly ModelCard[];
  readonly refused: readonly RefusedModel[];
}

/** Prices that a person set, by the id of the model, in US dollars. */
export type PriceOverrides = Readonly<Record<string, PriceInUsd>>;

/** The models of the data as they are on a day, written as `2026-11-26`: without those that have retired or whose price nobody knows. */
export function cardsOn(on: string, overrides: PriceOverrides = {}, files = cardFiles): KnownCards {
  const cards: ModelCard[] = [];
  const refused: RefusedModel[] = [];
  for (const { provider, models } of files)
    for (const row of models) {
      const set = overrides[row.id];
      const card = set ? cardAtPrice(provider, row, set, on, 'MODEL_PRICES') : cardOn(provider, row, on);
      if (card && !hasRetired(row, on)) cards.push(card);
      else refused.push({ provider, id: row.id, because: refusalOf(row, on) });
    }
  return { cards, refused };
}

/** Whether its provider does not serve it any more on a day. */
export const hasRetired = ({ retiresOn }: { readonly retiresOn?: string | undefined }, on: string): boolean =>
  retiresOn !== undefined && retiresOn <= on;

function refusalOf({ id, retiresOn, successor }: ModelRow, on: string): string {
  if (hasRetired({ retiresOn }, on))
    return `${id} has not been served since ${retiresOn}.${successor ? ` Use ${successor}.` : ' Choose another model.'}`;
  return `Nobody has said what ${id} costs. Set its price in MODEL_PRICES, in dollars, or choose another model.`;
}

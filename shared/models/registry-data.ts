// The cards of the models as they lie in registry/*.json: dated rows of prices in dollars, of which the one in effect on a day counts.

import * as z from 'zod';
import { microUsd } from '../contracts/micro-usd.ts';
import type { ModelCard } from './model-card.ts';

const day = z.iso.date();
const dollars = z.number().min(0).max(10_000);

/** Prices in US dollars, as people read them; what is not named is free. */
export const priceInUsdSchema = z
  .strictObject({
    perCall: dollars,
    inputPerMillion: dollars,
    cachedPerMillion: dollars,
    cacheWritePerMillion: dollars,
    outputPerMillion: dollars,
    perImage: dollars,
    perVideoSecond: dollars,
  })
  .partial()
  .refine((price) => Object.keys(price).length > 0, 'must name a price; 0 for what is free');
export type PriceInUsd = z.infer<typeof priceInUsdSchema>;

const priceRowSchema = z.strictObject({
  /** The first day on which it holds. */
  since: day,
  source: z.string().min(3),
  readOn: day,
  /** Read in somebody's copy of the list, not with the provider. */
  isSecondHand: z.boolean().default(false),
  usd: priceInUsdSchema,
});
export type PriceRow = z.infer<typeof priceRowSchema>;

const modelRowSchema = z.strictObject({
  id: z.string().min(1).max(120),
  secondsPerCall: z.strictObject({ text: z.number(), image: z.number(), video: z.number() }).partial(),
  structuredMode: z.enum(['native', 'tool', 'json', 'prompt']).optional(),
  contextTokens: z.int().min(1).optional(),
  maximumOutputTokens: z.int().min(1).optional(),
  retiresOn: day.optional(),
  successor: z.string().optional(),
  suits: z.array(z.string()).optional(),
  /** Where it is served, for providers with regions; absent: everywhere. */
  regions: z.array(z.string()).optional(),
  media: z
    .strictObject({
      aspectRatios: z.array(z.string().regex(/^\d+:\d+$/)),
      resolutions: z.array(z.string()),
      fileTypes: z.array(z.string()),
      videoSeconds: z.array(z.int().min(1)),
      takesSeed: z.boolean(),
      takesFirstFrame: z.boolean(),
      host: z.string(),
      hostModel: z.string(),
    })
    .partial()
    .optional(),
  soonestAskSeconds: z.int().optional(),
  /** Oldest first. None: nobody knows what it costs, and it is refused until a person says. */
  prices: z.array(priceRowSchema),
});
export type ModelRow = z.infer<typeof modelRowSchema>;

export const cardFileSchema = z.strictObject({ provider: z.string(), models: z.array(modelRowSchema) });
export type CardFile = z.infer<typeof cardFileSchema>;

/** The row of prices that holds on a day, written as `2026-11-26`. */
export const priceRowOn = (row: Pick<ModelRow, 'prices'>, on: string): PriceRow | undefined =>
  row.prices.findLast(({ since }) => since <= on);

/** The card of a row with the price of a day, or undefined where that price is unknown. */
export function cardOn(provider: string, row: ModelRow, on: string): ModelCard | undefined {
  const price = priceRowOn(row, on);
  if (!price) return undefined;
  const { since, source, readOn, isSecondHand, usd } = price;
  return { ...unpriced(provider, row), price: { ...{ since, source, readOn, isSecondHand }, ...microUsdOf(usd) } };
}

/** The card of a row at a price that a person set on a day. */
export const cardAtPrice = (
  provider: string,
  row: ModelRow,
  usd: PriceInUsd,
  on: string,
  source: string,
): ModelCard => ({
  ...unpriced(provider, row),
  price: { since: on, source, readOn: on, ...microUsdOf(usd) },
});

function unpriced(provider: string, { prices: _, ...row }: ModelRow): Omit<ModelCard, 'price'> {
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  return {
    provider,
    isTrained: true,
    ...(Object.fromEntries(given) as Omit<ModelCard, 'price' | 'provider' | 'isTrained'>),
  };
}

const names = {
  perCall: 'perCall',
  inputPerMillion: 'perMillionInputTokens',
  cachedPerMillion: 'perMillionCachedTokens',
  cacheWritePerMillion: 'perMillionCacheWriteTokens',
  outputPerMillion: 'perMillionOutputTokens',
  perImage: 'perImage',
  perVideoSecond: 'perVideoSecond',
} as const satisfies Record<keyof PriceInUsd, keyof ModelCard['price']>;

/** Integer micro-dollars for each unit, rounded up: a price is never made smaller than it is. */
function microUsdOf(usd: PriceInUsd): Partial<ModelCard['price']> {
  const entries = Object.entries(usd) as [keyof PriceInUsd, number | undefined][];
  return Object.fromEntries(
    entries.flatMap(([name, price]) => (price === undefined ? [] : [[names[name], microUsd(price)]])),
  );
}

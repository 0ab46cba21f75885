// What a person sets about prices, as it stands in the settings: prices of their own for models of the registry, and that of a model of their own.

import * as z from 'zod';
import { jsonOf } from '../contracts/json-of.ts';
import { microUsd } from '../contracts/micro-usd.ts';
import type { ModelCard } from './model-card.ts';
import type { PriceOverrides } from './registry-cards.ts';
import { type PriceInUsd, priceInUsdSchema } from './registry-data.ts';

/** What is wrong with a setting, by its name, and what it should be. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting';
}

/**
 * `MODEL_PRICES`: JSON with the id of a model and its price in US dollars, such as
 * `{"luma.ray-v2:0": {"perVideoSecond": 1.5}}`. Throws BadSetting.
 */
export function readModelPrices(setting: string | undefined): PriceOverrides {
  if (setting === undefined || setting.trim() === '') return {};
  const parsed = z.record(z.string(), priceInUsdSchema).safeParse(jsonOf(setting));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new BadSetting(
    `MODEL_PRICES is not valid${issue?.path.length ? ` at ${issue.path.join('.')}` : ''}: ${issue?.message}. ` +
      'It is JSON with prices in US dollars by model, such as {"luma.ray-v2:0": {"perVideoSecond": 1.5}}.',
  );
}

/**
 * `OPENAI_COMPATIBLE_PRICE`: dollars for a million tokens read and a million written, such as `0.15/0.60`; `0` for a model that costs nothing,
 * such as one on the same machine. Throws BadSetting; without it the price is unknown, and the model is refused.
 */
export function readOwnPrice(setting: string | undefined): PriceInUsd {
  const [input, output = input, ...more] = (setting ?? '')
    .trim()
    .split('/')
    .map((part) => part.trim());
  const price = priceInUsdSchema.safeParse({ inputPerMillion: dollars(input), outputPerMillion: dollars(output) });
  if (price.success && more.length === 0) return price.data;
  throw new BadSetting(
    `OPENAI_COMPATIBLE_PRICE ${setting?.trim() ? `"${setting.trim()}" is no price` : 'is missing'}. Set dollars for a million tokens read and a million written, such as 0.15/0.60, or 0 for a model that costs nothing.`,
  );
}

export interface OwnModel {
  readonly id: string;
  readonly price: string | undefined;
  /** The day on which it is asked, written as `2026-11-26`. */
  readonly on: string;
}

/** The card of a model behind a person's own OpenAI-compatible address. Nothing is known of it but its name and its price. Throws BadSetting. */
export function ownModelCard({ id, price, on }: OwnModel): ModelCard {
  const { inputPerMillion = 0, outputPerMillion = 0 } = readOwnPrice(price);
  return {
    provider: 'openai-compatible',
    id,
    isTrained: true,
    secondsPerCall: { text: 20 },
    structuredMode: 'json',
    price: {
      since: on,
      source: 'OPENAI_COMPATIBLE_PRICE',
      readOn: on,
      perMillionInputTokens: microUsd(inputPerMillion),
      perMillionOutputTokens: microUsd(outputPerMillion),
    },
  };
}

const dollars = (part: string | undefined): number => (part ? Number(part) : Number.NaN);

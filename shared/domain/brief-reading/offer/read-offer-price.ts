// Which of the prices of a brief is that of the offer.
import type { BriefReading, GoalKind } from '../../../contracts/brief-reading.ts';
import type { PriceFound } from '../read-amounts.ts';
import type { OfferCandidate } from './offer-candidate.ts';

/** Of two objectives with a free evening and vouchers at €45, the evening is free. */
const FREE = /(?<!\p{L})(?:gratuite?s?|offerte?s?|entr[ée]e libre|free|no charge)(?!\p{L})/iu;
/** Where another objective has a price, it is that of what it sells; unless it is what one pays to come in. */
const ADMISSION =
  /(?<!\p{L})(?:entr[ée]es?|tarifs?|admission|tickets?|billets?|cotisation|participation|frais|fee|entry|places?|seats?)(?!\p{L})/iu;
const BEFORE_A_PRICE = 40;
const SOLD: ReadonlySet<GoalKind> = new Set(['buy', 'subscribe', 'know', 'install', 'request-demo']);
/** What a gift does is no price. */
const FREE_GOALS: ReadonlySet<GoalKind> = new Set(['donate', 'petition']);

export function priceOf(
  best: OfferCandidate | undefined,
  goal: BriefReading['goal'],
  prices: readonly PriceFound[],
): BriefReading['offer']['price'] {
  const price = FREE_GOALS.has(goal.kind) ? undefined : priceFor(best, goal, prices);
  if (!price) return undefined;
  const { amount, currency, per, words } = price;
  return { amount, currency, ...(per ? { per } : {}), words };
}

function priceFor(
  best: OfferCandidate | undefined,
  goal: BriefReading['goal'],
  prices: readonly PriceFound[],
): PriceFound | undefined {
  const isRegular = ({ per }: PriceFound) => goal.kind === 'subscribe' && per !== undefined;
  const at = (path: string | undefined) => {
    const there = prices.filter(({ field }) => field.path === path);
    return there.find(isRegular) ?? there[0];
  };
  const own = at(best?.field.path) ?? at(goal.from.field);
  if (own || (best && FREE.test(best.quote))) return own;
  return prices.find(
    ({ field, index }) =>
      SOLD.has(goal.kind) ||
      !field.path.startsWith('campaignGoals.objectives.') ||
      ADMISSION.test(field.text.slice(Math.max(0, index - BEFORE_A_PRICE), index)),
  );
}

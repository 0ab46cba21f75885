// Reads prices: amount, currency, per what, as the brief writes them.
import type { BriefReading } from '../../contracts/brief-reading.ts';
import type { BriefField } from './brief-fields.ts';
import { matchesIn } from './matches-in.ts';

type Price = NonNullable<BriefReading['offer']['price']>;

/** 1 200 · 1,200.50 · 12 500 · 1'000 · 4,8 */
export const NUMBER = String.raw`\d{1,3}(?:[ ',.]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?`;
export const currencyPattern = String.raw`CA\$|C\$|US\$|\$\s?CA|\$ ?CAD|€|\$|£|CHF|EUR|USD|CAD|GBP|euros?|dollars?|francs?(?: suisses)?|fr\.|pounds?`;

/** Groups of thousands are three digits long; one or two at the end are a fraction. */
const FRACTION = /[.,](\d{1,2})$/u;
export function numberIn(written: string): number {
  const plain = written.replaceAll(/[\s']/gu, '');
  const fraction = FRACTION.exec(plain)?.[1] ?? '';
  const whole = plain.slice(0, fraction ? -(fraction.length + 1) : undefined).replaceAll(/[.,]/gu, '');
  return Number(fraction ? `${whole}.${fraction}` : whole);
}

const PER = String.raw`(?:\s?(?:\/\s?|par |per |a |each |l[ae] |chacun|pour )\s?(mois|month|mo|an|ann[ée]e|year|yr|semaine|week|wk|personne|person|pers\.?|nuit|night|jour|day|heure|hour|hr|h|kg|kilo|panier|box|pi[èe]ce|piece|seat|user|utilisateur|place|enfant|child|bouteille|bottle|s[ée]ance|session)\b)?`;
const PRICE = new RegExp(
  String.raw`(?<![\p{L}\d])(?:(${currencyPattern})\s?(${NUMBER})|(${NUMBER})(?:\.–|\.-)?\s?(${currencyPattern}))(\s?(?:TTC|HT|nets?|bruts?|gross|\+\s?tax|plus tax|incl\. VAT))?${PER}(?![\p{L}\d])`,
  'giu',
);

export interface PriceFound extends Price {
  readonly index: number;
  readonly field: BriefField;
}

/** What is to be raised or spent. */
const TO_REACH =
  /(?:raise|lever|collecter|r[ée]colter|budget(?: de| of)?|goal of|objectif de|chiffre d'affaires de|revenue of|atteindre|recueillir|r[ée]unir|target(?: of)?|save|worth of|fundraise)\s*(?:les?|a|the|about|over|environ|at least|au moins)?\s*$/iu;
const TO_SHARE =
  /^\s?(?:[àa] r[ée]partir|[àa] distribuer|de (?:budget|subventions?|dotation)|d'enveloppe|to (?:share|give away|distribute)|in (?:grants|funding))/iu;
/** What is paid back, taken off, given, or left as a pledge is not what the thing costs. */
const NO_PRICE_AFTER =
  /^\s?(?:deposit(?! included)|d'acompte|d'arrhes|de caution|bonus|off|discount|refund|d'[ée]conomie|de (?:r[ée]duction|remise|rabais|bonus|prime|cr[ée]dit|cadeau|gains?)|offerts?|rembours[ée]s?|cash ?back|(?:of )?(?:credit|prize)|(?:(?:grocery|gift|shopping|amazon) )?(?:cards?|vouchers?))(?!\p{L})/iu;
const NO_PRICE_BEFORE =
  /(?:bons? d'achat|acompte|arrhes|caution|deposit|bonus|prime|remise|r[ée]duction|rabais|refund|discount|cash ?back|prize|credit|normally|usually|instead of|au lieu de|normalement)(?: (?:de|d'|of|est de|is))?\s?:?\s?$/iu;
/** Where the voucher is what is sold, what it says is its price. */
const VOUCHER_SOLD =
  /(?:vendre|vendez|acheter|sell(?:ing)?|buy)\s(?:[\p{L}\d']+\s){0,2}(?:bons? d'achat|cartes? cadeaux?|gift (?:cards?|vouchers?)|vouchers?)[\s\p{L}:']{0,12}$/iu;
const LIST_BEFORE = /(?:\d+(?:[.,]\d{1,2})?\s?\/\s?)+$/u;
/** "£120 - £480", "6 eggs £2.40 or a dozen £4.50": the first of several. */
const RANGE_AFTER = new RegExp(
  String.raw`^\s?(?:(?:-|–|—|to|[àa]|/)\s?|(?:or|ou)\s(?:\p{L}+\s){1,3}?)(?:(?:${currencyPattern})\s?(?:${NUMBER})|(?:${NUMBER})\s?(?:${currencyPattern}))`,
  'iu',
);
const LEAST_BEFORE = /(?<!\p{L})(?:[àa] partir de|d[èe]s|from|starting (?:at|from)|as low as)\s?$/iu;

/** Prices in the order of the fields; amounts to raise or to spend ("raise $50,000", "budget de 3000 €") are none. */
export const readPrices = (fields: readonly BriefField[], currency: string): PriceFound[] =>
  fields.flatMap((field) =>
    matchesIn(field.text, PRICE).flatMap((match) => {
      const before = field.text.slice(Math.max(0, match.index - 40), match.index);
      if (TO_REACH.test(before)) return [];
      const after = field.text.slice(match.index + match[0].length);
      if (TO_SHARE.test(after)) return [];
      if (!VOUCHER_SOLD.test(before) && (NO_PRICE_AFTER.test(after) || NO_PRICE_BEFORE.test(before))) return [];
      const [written, signBefore, amountAfter, amountBefore, signAfter, , per] = match;
      // "12/18/25 €" begins at the first.
      const choices = LIST_BEFORE.exec(before)?.[0] ?? '';
      const amounts = [...choices.split('/'), amountAfter ?? amountBefore ?? '']
        .map((part) => part.trim())
        .filter(Boolean);
      const amount = Math.min(...amounts.map(numberIn));
      // "£0 joining fee" is what one does not pay.
      if (amount === 0) return [];
      const least = LEAST_BEFORE.exec(before)?.[0] ?? '';
      const upTo = RANGE_AFTER.exec(after)?.[0] ?? '';
      return [
        {
          amount,
          currency: currencyCode(signBefore ?? signAfter ?? '', currency),
          ...(per ? { per: per.toLowerCase().replace('hr', 'hour') } : {}),
          words: `${least}${choices}${written}${upTo}`.slice(0, 80),
          index: match.index,
          field,
        },
      ];
    }),
  );

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:CA\$|C\$|\$\s?CAD?|CAD)$/iu, 'CAD'],
  [/^(?:US\$|USD)$/iu, 'USD'],
  [/^(?:£|GBP|pounds?)$/iu, 'GBP'],
  [/^(?:CHF|fr\.|francs?(?: suisses)?)$/iu, 'CHF'],
];
const DOLLARS = /^(?:\$|dollars?)$/iu;

/** Dollars are those of the budget. */
export function currencyCode(sign: string, budget: string): string {
  if (DOLLARS.test(sign)) return budget === 'CAD' ? 'CAD' : 'USD';
  return CURRENCIES.find(([pattern]) => pattern.test(sign))?.[1] ?? 'EUR';
}

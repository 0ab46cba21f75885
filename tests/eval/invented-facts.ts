// What a campaign claims and its brief does not carry, found by code: figures, shares, prices, addresses of the web, names of places. Dates are
// held by score-campaign.ts.
import type { OutputValues } from '../../shared/contracts/agent-outputs.ts';
import type { Brief } from '../../shared/contracts/brief.ts';
import { folded, publicTexts } from './campaign-texts.ts';

export interface InventedFact {
  readonly kind: 'figure' | 'address' | 'place';
  readonly where: string;
  readonly what: string;
}

const FIGURE = /\d+(?:[.,'’\u00A0\u202F ]\d+)*/gu;
/** A share or a price is a claim however small it is. */
const UNIT_BEFORE = /(?:€|\$|£|CHF)\s?$/u;
const UNIT_AFTER = /^\s?(?:%|€|\$|£|CHF|euros?|dollars?|percent|pour ?cent)/iu;
/** "Three reasons", an hour or a numbered list: below this, a bare number claims nothing. */
const SMALLEST_CLAIM = 13;
const ADDRESS = /\b(?:https?:\/\/)?((?:[a-z0-9-]+\.)+(?:com|org|net|fr|ch|be|ca|eu|io|uk|us|app|shop|example))\b/giu;
const PLACE = /(?<![\p{L}])(?:in|at|near|from|à|près de|depuis)\s(\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)*)/gu;

export function inventedFacts(brief: Brief, values: OutputValues): InventedFact[] {
  const known = JSON.stringify([brief, values.briefContext ?? null]);
  const figures = new Set([...known.matchAll(FIGURE)].flatMap(([figure]) => [digits(figure), ...partsOf(figure)]));
  const said = folded(known);
  const { reading } = values.briefContext ?? {};
  return publicTexts(values).flatMap(({ where, text }) => {
    const plain = text.replaceAll(/https?:\/\/\S+/gu, (address) => address.split('?')[0] ?? '');
    const invented = [...plain.matchAll(FIGURE)].filter(({ 0: figure, index }) => {
      const isClaim =
        UNIT_BEFORE.test(plain.slice(0, index)) ||
        UNIT_AFTER.test(plain.slice(index + figure.length)) ||
        Number(digits(figure)) >= SMALLEST_CLAIM;
      return isClaim && !figures.has(digits(figure)) && !partsOf(figure).every((part) => figures.has(part));
    });
    const addresses = [...plain.matchAll(ADDRESS)].filter(([, host = '']) => !said.includes(host.toLowerCase()));
    const places = [...plain.matchAll(PLACE)].filter(
      ([, place = '']) => !said.includes(folded(place)) && !isOfCalendar(place),
    );
    const as = (kind: InventedFact['kind'], found: readonly RegExpMatchArray[]) =>
      found.map(([what]) => ({ kind, where, what }));
    return [...as('figure', reading ? invented : []), ...as('address', addresses), ...as('place', places)];
  });
}

/** The same figure, however it is grouped: 14 800, 14'800 and 14,800. */
const digits = (figure: string): string => figure.replaceAll(/\D/gu, '').replace(/^0+(?=\d)/u, '');
const partsOf = (figure: string): string[] => figure.split(/\D+/u).map(digits);

const calendar = new Set(
  (['month', 'weekday'] as const).flatMap((part) =>
    Array.from({ length: 12 }, (_, index) =>
      folded(
        new Intl.DateTimeFormat('en', { [part]: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, index, index + 1)),
      ),
    ),
  ),
);
const isOfCalendar = (name: string): boolean => calendar.has(folded(name));

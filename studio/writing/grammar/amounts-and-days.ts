// Money, counts and days as each variety of the two languages writes them.
import type { Language } from '../../../shared/contracts/language.ts';

export const varieties = ['fr-FR', 'fr-CA', 'fr-CH', 'en-US', 'en-GB', 'en-CA'] as const;
export type Variety = (typeof varieties)[number];

/** The variety that a constraint names, else the one its currency suggests. */
export function varietyOf(language: Language, asked: string | undefined, currency: string): Variety {
  const named = varieties.find((variety) => variety.toLowerCase() === asked?.toLowerCase().replace('_', '-'));
  if (named?.startsWith(language)) return named;
  if (language === 'fr') return currency === 'CAD' ? 'fr-CA' : currency === 'CHF' ? 'fr-CH' : 'fr-FR';
  return currency === 'USD' ? 'en-US' : currency === 'CAD' ? 'en-CA' : 'en-GB';
}

export function sayMoney(amount: number, currency: string, variety: Variety): string {
  const isWhole = Number.isInteger(amount);
  if (currency === 'CHF') {
    const digits = new Intl.NumberFormat('de-CH', { minimumFractionDigits: isWhole ? 0 : 2 })
      .format(amount)
      .replace(/’/gu, "'");
    return `CHF\u00a0${digits}${isWhole && variety === 'fr-CH' && amount < 1000 ? '.–' : ''}`;
  }
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: isWhole ? 0 : 2,
  } as const;
  return new Intl.NumberFormat(variety, options).format(amount);
}

export const sayCount = (count: number, variety: Variety): string =>
  variety === 'fr-CH'
    ? String(count).replace(/\B(?=(\d{3})+$)/gu, "'")
    : new Intl.NumberFormat(variety, { maximumFractionDigits: 2 }).format(count);

/** "le samedi 1er mars", "Saturday, March 1": with its weekday, without the year. */
export function sayDay(isoDate: string, variety: Variety): string {
  const format = new Intl.DateTimeFormat(variety, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const day = format.format(new Date(`${isoDate}T12:00:00Z`));
  if (!variety.startsWith('fr')) return day;
  return `le ${day.replace(/\b1(?:er)? (?=\p{L})/u, '1er ').replace(/ (?=\d)|(?<=\d(?:er)?) /gu, '\u00a0')}`;
}

/** "du lundi 11 au vendredi 15 janvier", "Monday 11 January to Friday 15 January". */
export function sayFromTo(first: string, last: string, variety: Variety): string {
  const [one, two] = [sayDay(first, variety), sayDay(last, variety)];
  if (!variety.startsWith('fr')) return `${one} to ${two}`;
  return `du ${withoutMonth(one, two).slice(3)} au ${two.slice(3)}`;
}

const MONTH_AT_END = /\u00a0\p{L}+$/u;
const withoutMonth = (one: string, two: string): string =>
  one.match(MONTH_AT_END)?.[0] === two.match(MONTH_AT_END)?.[0] ? one.replace(MONTH_AT_END, '') : one;

/** "les samedi 12 et dimanche 13 décembre", "Saturday 12 December and Sunday 13 December". */
export function sayTwoDays(first: string, last: string, variety: Variety): string {
  const [one, two] = [sayDay(first, variety), sayDay(last, variety)];
  if (!variety.startsWith('fr')) return `${one} and ${two}`;
  return `les ${withoutMonth(one, two).slice(3)} et ${two.slice(3)}`;
}

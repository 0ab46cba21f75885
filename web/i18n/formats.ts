// Numbers, money, dates and durations as the language writes them. Made once for each language: an Intl formatter is slow to make.
import { currentLanguage, type UiLanguage } from './messages.ts';

const locales: Record<UiLanguage, string> = { en: 'en-GB', fr: 'fr-FR' };
const made = new Map<string, unknown>();
function formatter<Formatter>(key: string, make: (locale: string) => Formatter): Formatter {
  const locale = locales[currentLanguage()];
  const name = `${locale} ${key}`;
  const known = made.get(name) as Formatter | undefined;
  if (known) return known;
  const fresh = make(locale);
  made.set(name, fresh);
  return fresh;
}

export const number = (value: number, most = 0): string =>
  formatter(`number ${most}`, (locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: most })).format(value);

/** `3.4 MB`. */
export const megabytes = (bytes: number): string =>
  formatter(
    'megabytes',
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: 'megabyte',
        unitDisplay: 'short',
        maximumFractionDigits: 1,
      }),
  ).format(bytes / 1_000_000);

export const percent = (ratio: number): string =>
  formatter(
    'percent',
    (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
  ).format(ratio);

/** What AI costs: micro-dollars, with as many digits as tell something. */
export function spending(microUsd: number): string {
  const dollars = microUsd / 1_000_000;
  const digits = dollars > 0 && dollars < 0.1 ? 4 : 2;
  return amount(dollars, 'USD', digits);
}

export const amount = (value: number, currency: string, digits?: number): string =>
  formatter(`${currency} ${digits}`, (locale) => {
    const fraction = digits ?? (Number.isInteger(value) ? 0 : 2);
    return new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: fraction,
      maximumFractionDigits: fraction,
    });
  }).format(value);

const dated = (key: string, options: Intl.DateTimeFormatOptions) => (instant: string | Date) =>
  formatter(key, (locale) => new Intl.DateTimeFormat(locale, options)).format(new Date(instant));

export const day = dated('day', { day: 'numeric', month: 'short', year: 'numeric' });
export const monthName = dated('month', { month: 'long', year: 'numeric', timeZone: 'UTC' });
export const weekday = dated('weekday', { weekday: 'short', day: 'numeric', month: 'short' });
export const time = dated('time', { hour: '2-digit', minute: '2-digit' });
export const clock = dated('clock', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
export const moment = dated('moment', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** `850 ms`, `12 s`, `3 min 05 s`, `1 h 20 min`. */
export function duration(milliseconds: number): string {
  if (milliseconds === 0) return '0 s';
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return inTwo(seconds, 'min', 's');
  return inTwo(Math.round(seconds / 60), 'h', 'min');
}

/** `1 min 05 s`, and `5 min` when nothing is left over. */
function inTwo(count: number, large: string, small: string): string {
  const rest = count % 60;
  return `${Math.floor(count / 60)} ${large}${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')} ${small}`}`;
}

const steps: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** `3 minutes ago`, `yesterday`. */
export function ago(instant: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const relative = formatter('ago', (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  for (const [unit, size] of steps)
    if (Math.abs(seconds) >= size) return relative.format(Math.round(seconds / size), unit);
  return relative.format(0, 'second');
}

/** `in 3 days`, `tomorrow`. */
export const until = (instant: string): string => ago(instant);

/** `A, B and C`. */
export const list = (items: readonly string[]): string =>
  formatter('list', (locale) => new Intl.ListFormat(locale, { type: 'conjunction' })).format(items);

// Reads how long something takes: "6 weeks", "une quinzaine", "3 wks", "deux mois et demi".
import { numberFrom, numberPattern } from './number-words.ts';

export interface Duration {
  readonly index: number;
  readonly text: string;
  readonly days: number;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:jours?|days?|j|d)$/iu, 1],
  [/^(?:semaines?|sem|weeks?|wks?|wk|w)$/iu, 7],
  [/^(?:mois|months?|mo|mths?)$/iu, 365 / 12],
  [/^(?:trimestres?|quarters?)$/iu, 91],
  [/^(?:semestres?)$/iu, 182],
  [/^(?:ans?|ann[ée]es?|years?|yrs?)$/iu, 365],
];

const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\d-])(${numberPattern})(?:\s?(?:[-–à]|to)\s?(\d+))?[\s-]?(jours?|days?|semaines?|sem|weeks?|wks?|mois|months?|mths?|trimestres?|quarters?|semestres?|ans?|ann[ée]es?|years?|yrs?)(?![\p{L}])(\s(?:et demie?|and a half))?`,
  'giu',
);
const IDIOMS: readonly (readonly [RegExp, number])[] = [
  [/\b(?:une )?quinzaine(?! de)\b/iu, 14],
  [/\b(?:a )?fortnight\b/iu, 14],
  [/\b(?:une )?huitaine(?! de)\b/iu, 7],
  [/\bun week-?end\b|\b(?:a|one) weekend\b/iu, 2],
  [/\bhalf a year\b/iu, 182],
  [/\ba couple of weeks\b/iu, 14],
];
const LONGEST_DAYS = 728;

/** The first duration in the text; a span of "4 to 6 weeks" counts as its longer end. At most 104 weeks. */
export function readDuration(text: string): Duration | undefined {
  for (const [pattern, days] of IDIOMS) {
    const match = pattern.exec(text);
    if (match) return { index: match.index, text: match[0], days };
  }
  for (const match of text.matchAll(AMOUNT)) {
    const [written, amount = '', longer, unit = '', half] = match;
    const perUnit = UNITS.find(([pattern]) => pattern.test(unit))?.[1];
    // "3 jours ouvrés" are no calendar days, and "24 ans" is an age.
    if (perUnit === undefined || isAge(text, match.index + written.length, unit)) continue;
    const count = numberFrom(longer ?? amount) + (half ? 0.5 : 0);
    const days = Math.min(Math.max(Math.round(count * perUnit), 1), LONGEST_DAYS);
    return { index: match.index, text: written, days };
  }
  return undefined;
}

const isAge = (text: string, after: number, unit: string): boolean =>
  /^(?:an|y)/iu.test(unit) && /^\s*(?:old|et plus|and (?:over|up)|d'exp|d'ancien|of exp)/iu.test(text.slice(after));

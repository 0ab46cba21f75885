// The last hand on every text: apostrophes, quotation marks, the spaces that each French puts before its signs, and the
// words that each variety of a language spells or names in its own way.
import type { Language } from '../../shared/contracts/language.ts';
import type { Variety } from './grammar/amounts-and-days.ts';
import varieties from './phrases/varieties.json' with { type: 'json' };

const tables: Partial<Record<Variety, Readonly<Record<string, string>>>> = varieties;

/** Of texts of which nothing says the country. */
export const usualVariety: Readonly<Record<Language, Variety>> = { fr: 'fr-FR', en: 'en-GB' };

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

export function finishText(text: string, variety: Variety): string {
  const straight = text
    .replace(/(?<=[\p{L}\p{N}])'(?=\p{L})/gu, '’')
    .replace(/[^\S\n\u00a0\u202f]{2,}/gu, ' ')
    .replace(/\s+$/u, '');
  const spaced = variety.startsWith('fr')
    ? finishFrench(straight, variety)
    : straight.replace(/ (?=;\s)/gu, '').replace(/\u202f/gu, NO_BREAK);
  return inVariety(spaced, variety);
}

function finishFrench(text: string, variety: Variety): string {
  const beforeHigh = variety === 'fr-CA' ? '' : NARROW;
  return text
    .replace(/(?<=[^\s;!?])[^\S\n]*(?=[;!?](?:[\s\u00a0»)*]|$))/gu, beforeHigh)
    .replace(/[^\S\n]+(?=:(?:\s|$))/gu, NO_BREAK)
    .replace(/[^\S\n]*»/gu, variety === 'fr-CH' ? `${NARROW}»` : `${NO_BREAK}»`)
    .replace(/«[^\S\n]*/gu, variety === 'fr-CH' ? `«${NARROW}` : `«${NO_BREAK}`)
    .replace(/(?<=\d)[^\S\n]+(?=(?:%|€|\$|kg|km|g|cm|h|min)(?![\p{L}\d]))/gu, NO_BREAK)
    .replace(/(?<=(?<!\d)\d{1,3})[ \u00a0](?=\d{3}(?!\d))/gu, NARROW)
    .replace(/(?<=(?:^|\s)(?:M|Mme|Dr|n°|p)\.?) (?=\p{Lu}|\d)/gu, NO_BREAK);
}

/** Words of a variety in place of the usual ones, in any capitals; addresses stay as they are. */
function inVariety(text: string, variety: Variety): string {
  const table: Readonly<Record<string, string>> = tables[variety] ?? {};
  return Object.entries(table).reduce(
    (said, [from, to]) =>
      said.replace(new RegExp(`(?<![\\p{L}@./-])${from}(?![\\p{L}@]|\\.\\p{L})`, 'giu'), (word) =>
        /^\p{Lu}/u.test(word) ? to.charAt(0).toUpperCase() + to.slice(1) : to,
      ),
    text,
  );
}

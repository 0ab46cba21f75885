// Numbers, words of a list and texts, from what a model wrote in their place. Each answers undefined where it would have to guess.
import { cleanParagraphs } from '../../contracts/clean-text.ts';
import { fitText } from '../../domain/text/fit-text.ts';

/** How much too long a text may be and still be cut: beyond, it was written to another measure, and cutting would change what it says. */
const CUT_TOLERANCE = 1.15;

const SPACES = /[\s\u00A0\u202F\u2009]/gu;
/** One number with at most a word before it and a unit behind. */
const ONE_NUMBER =
  /^(?:\p{L}+\.?\s*|[~≈]\s*)?(-?\d{1,3}(?:[\s\u00A0\u202F\u2009']\d{3})+|-?\d+)([.,]\d+)?\s*(?:%|[€$£]|\p{L}{1,9}\.?)?$/u;

/** `35 %` is 35, `1 200` 1200, `5s` 5, `Semaine 3` 3, `12,5` 12.5. `1,200` and `1.200` mean different things in two languages. */
export function numberIn(text: string): number | undefined {
  const [, whole, fraction = ''] = text.trim().match(ONE_NUMBER) ?? [];
  if (whole === undefined || /^[.,]\d{3}$/u.test(fraction)) return undefined;
  return Number(whole.replaceAll(SPACES, '').replaceAll("'", '') + fraction.replace(',', '.'));
}

/** The nearest whole number, unless it is a share of one that was meant as a percentage. */
export const wholeNumber = (value: number): number | undefined =>
  Number.isInteger(value) ? value : Math.abs(value) >= 1 ? Math.round(value) : undefined;

const yes = ['true', 'yes', 'oui', 'vrai'];
const no = ['false', 'no', 'non', 'faux'];
export function truthIn(text: string): boolean | undefined {
  const word = text.trim().toLowerCase();
  return yes.includes(word) ? true : no.includes(word) ? false : undefined;
}

/** A text within its limit, cut at a sentence or a word; undefined where it is within it already, or too long to be cut. */
export function cutToFit(text: string, limit: number): string | undefined {
  const length = cleanParagraphs(text).length;
  return length > limit && length <= limit * CUT_TOLERANCE ? fitText(cleanParagraphs(text), limit) : undefined;
}

const LIST_MARK = /^\s*(?:[-*•–—▪◦]|\d{1,2}[.)])\s+/u;

/** The lines of a list that was written as one text. */
export function linesOf(text: string): readonly string[] | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const marked = lines.filter((line) => LIST_MARK.test(line)).length;
  return lines.length > 1 && (marked === 0 || marked === lines.length)
    ? lines.map((line) => line.replace(LIST_MARK, ''))
    : undefined;
}

/** `#DuBonPain` for `du bon pain`, `C++` or `#du-bon-pain`; undefined where no letter is left of it. */
export function hashtagIn(text: string): string | undefined {
  const words = text
    .normalize('NFC')
    .replaceAll('#', ' ')
    .split(/[^\p{L}\p{M}\p{N}_\u200C]+/u)
    .filter(Boolean);
  const [only] = words;
  const joined = words.length === 1 ? only : words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return joined !== undefined && /\p{L}/u.test(joined) ? `#${joined}`.slice(0, 100) : undefined;
}

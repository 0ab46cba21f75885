// What a brief forbids or demands of every text. Sentences that break a rule are not chosen; a last pass over everything
// that was written takes out what a fact of the brief may still have brought in.

import type { Constraint } from '../../shared/contracts/brief-reading.ts';
import type { Language } from '../../shared/contracts/language.ts';
import { asPattern, plainText, unpunctuated } from './plain-text.ts';

interface Banned {
  readonly pattern: RegExp;
  readonly replacement: string | undefined;
}

export interface Rules {
  readonly familiar: boolean | undefined;
  readonly mostHashtags: number;
  readonly mostEmoji: number;
  readonly withoutExclamation: boolean;
  readonly withoutPrices: boolean;
  readonly withoutSuperlatives: boolean;
  readonly banned: readonly Banned[];
  readonly mentions: readonly string[];
  readonly variety: string | undefined;
}

export function readRules(constraints: readonly Constraint[], language: Language): Rules {
  const has = (kind: Constraint['kind']) => constraints.some((constraint) => constraint.kind === kind);
  const values = (kind: Constraint['kind']) =>
    constraints.flatMap((constraint) => (constraint.kind === kind && constraint.value ? [constraint.value] : []));
  const most = (kind: Constraint['kind'], none: boolean, usual: number) =>
    none ? 0 : Math.min(usual, ...values(kind).map(Number).filter(Number.isFinite));
  return {
    familiar: has('say-vous') ? false : has('say-tu') ? true : undefined,
    mostHashtags: most('most-hashtags', has('no-hashtags'), 3),
    mostEmoji: most('most-emoji', has('no-emoji'), 1),
    withoutExclamation: has('no-exclamation'),
    withoutPrices: has('no-prices'),
    withoutSuperlatives: has('no-superlatives'),
    banned: constraints.flatMap((constraint) =>
      (constraint.kind === 'never-say' || constraint.kind === 'say-instead') && constraint.value
        ? [{ pattern: wordPattern(plainText(constraint.value, language)), replacement: constraint.replacement }]
        : [],
    ),
    mentions: values('must-mention')
      .map((value) => unpunctuated(plainText(value, language)))
      .filter(Boolean),
    variety: values('variety').at(-1),
  };
}

/** The word in any of its usual endings, whatever its capitals and accents. */
function wordPattern(word: string): RegExp {
  const letters = [
    ...unpunctuated(word.replace(/[«»“”]/gu, ''))
      .trim()
      .replace(/(?:es|s|x|e)$/iu, (ending) => (word.length > 4 ? '' : ending)),
  ]
    .map(anyAccent)
    .join('');
  return new RegExp(`(?<![\\p{L}\\d])${letters || '(?!)'}(?:e|s|es|x|ment|er|ed|ing|ly)?(?![\\p{L}\\d])`, 'giu');
}

const ACCENTS = ['aàâäá', 'eéèêë', 'iîïí', 'oôöó', 'uùûüú', 'cç'];
const anyAccent = (letter: string): string => {
  const family = ACCENTS.find((letters) => letters.includes(letter.toLowerCase()));
  if (family) return `[${family}]`;
  return /\s/u.test(letter) ? '\\s+' : asPattern(letter);
};

const AMOUNT =
  /(?:€|\$|£|CHF|EUR|USD|CAD|GBP)[\s\u00a0\u202f]?\d[\d.,’'\s\u00a0\u202f–-]*|\d[\d.,’'\u00a0\u202f ]*(?:€|\$|£|CHF|EUR|USD|CAD|GBP|euros?\b|dollars?\b|francs?\b|pounds?\b)(?:[\s\u00a0]?\/[\s\u00a0]?\p{L}+)?/giu;
const PRICE_WORD =
  /(?<!\p{L})(?:prix|tarifs?|co[ûu]te?(?:nt|ra)?|co[ûu]ts?|payantes?|prices?|priced|pricing|costs?|fees?|cheap\p{L}*|affordable)(?!\p{L})/giu;
const SUPERLATIVE =
  /(?<!\p{L})(?:(?:le|la|les) (?:plus|meilleure?s?|moins)(?!\p{L})|meilleure?s?|numéro (?:un|1)|n° ?1|unique au monde|incomparables?|exceptionnel\p{L}*|the (?:best|most|finest|greatest)|best|finest|greatest|number one|no\. ?1|unrivalled|unparalleled|ultimate|perfect\p{L}*|parfaite?s?)(?!\p{L})/giu;

const matches = (pattern: RegExp, text: string): boolean => text.search(pattern) >= 0;

/** Whether a sentence says what must not be said, and cannot be mended by a replacement. */
export const breaksRules = (text: string, rules: Rules): boolean =>
  rules.banned.some(({ pattern, replacement }) => !replacement && matches(pattern, text)) ||
  (rules.withoutPrices && (matches(AMOUNT, text) || matches(PRICE_WORD, text))) ||
  (rules.withoutSuperlatives && matches(SUPERLATIVE, text));

/** The text as the rules allow it: words replaced or taken out, signs and emoji counted. */
export function obeyRules(text: string, rules: Rules, language: Language): string {
  let emoji = 0;
  let obeyed = rules.banned.reduce(
    (said, { pattern, replacement = '' }) =>
      said.replace(pattern, (word) =>
        /^\p{Lu}/u.test(word) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement,
      ),
    text,
  );
  if (rules.withoutPrices)
    obeyed = obeyed.replace(AMOUNT, '').replace(PRICE_WORD, language === 'fr' ? 'conditions' : 'terms');
  if (rules.withoutSuperlatives) obeyed = obeyed.replace(SUPERLATIVE, '');
  if (rules.withoutExclamation) obeyed = obeyed.replace(/[\s\u202f\u00a0]*!+/gu, '.');
  obeyed = obeyed.replace(
    /\s*\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*/gu,
    (sign) => (++emoji <= rules.mostEmoji ? sign : ''),
  );
  return obeyed === text ? text : tidied(obeyed) || '—';
}

const tidied = (text: string): string =>
  text
    .replace(/[^\S\n]{2,}/gu, ' ')
    .replace(/\(\s*\)|«\s*»|“\s*”/gu, '')
    .replace(/[^\S\n]+([.,)])/gu, '$1')
    .replace(/([.,:;])\s*\./gu, '.')
    .replace(/^[\s.,;:]+/u, '')
    .trim();

// Finds what a free prompt is about: the phrases between its small words, those of most words first. French and English.

import type { Language } from '../../shared/contracts/language.ts';
import smallWords from './phrases/small-words.json' with { type: 'json' };
import { plainText, unpunctuated } from './plain-text.ts';

/** Words that carry no subject, and the orders people give to a model. */
const SMALL_WORDS = new Set(smallWords);
const LONGEST_PHRASE_WORDS = 4;

/** At most `count` different phrases, the richest first; what stands in quotation marks counts most. Never empty: the prompt's own first words stand in. */
export function keyPhrases(prompt: string, language: Language, count: number): readonly [string, ...string[]] {
  const text = plainText(prompt, language);
  const quoted = quotations(text);
  const found = new Map<string, string>();
  for (const phrase of [...quoted, ...byRichness(phrasesOf(text))]) {
    const name = phrase.toLowerCase();
    const isCovered = [...found.keys()].some((known) => known.includes(name));
    if (!isCovered) found.set(name, phrase);
  }
  const [first, ...rest] = [...found.values()].slice(0, count);
  return [first ?? (unpunctuated(text.split(' ').slice(0, LONGEST_PHRASE_WORDS).join(' ')) || '…'), ...rest];
}

/** What stands between quotation marks, in order. */
export const quotations = (text: string): string[] =>
  [...text.matchAll(/«\s*([^«»]{2,80}?)\s*»|“([^“”]{2,80})”/gu)]
    .map(([, french, english]) => unpunctuated(french ?? english ?? ''))
    .filter(Boolean);

/** Runs of words that are not small, cut at signs. */
function phrasesOf(text: string): string[] {
  return text.split(/[.,;:!?()/…«»“”]|\s[–—-]\s/u).flatMap((clause) => {
    const phrases: string[][] = [[]];
    for (const word of wordsIn(clause)) {
      const current = phrases.at(-1) ?? [];
      if (isSmall(word) || current.length === LONGEST_PHRASE_WORDS) phrases.push(isSmall(word) ? [] : [word]);
      else current.push(word);
    }
    return phrases.filter((words) => words.length > 0).map((words) => words.join(' '));
  });
}

/** Elided articles fall away: "l'atelier" is about "atelier". */
const wordsIn = (clause: string): string[] =>
  clause
    .split(/\s+/u)
    .map((word) => unpunctuated(word.replace(/^(?:[ldjmtscn]|qu)['’]/iu, '')))
    .filter(Boolean);

const isSmall = (word: string): boolean =>
  SMALL_WORDS.has(word.toLowerCase()) || /^\d+$/u.test(word) || word.length < 2;

/** Longer phrases say more; among equals the order of the prompt stays. */
const byRichness = (phrases: readonly string[]): string[] =>
  [...phrases].sort((one, other) => other.split(' ').length - one.split(' ').length);

// Takes what people typed and keeps only words: no markup, no invisible characters, nothing a reader could mistake for layout.
import type { Language } from '../../shared/contracts/brief.ts';
import { cutText } from '../../shared/domain/cut-text.ts';

/** One line of plain text, perhaps empty. HTML tags, Markdown signs, braces and direction marks are gone; quotation marks are those of the language. */
export function plainText(text: string, language: Language): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]|\uFE0F/gu, (character) => (/\s/u.test(character) ? ' ' : ''))
    .replace(/"([^"]*)"/gu, language === 'fr' ? '« $1 »' : '“$1”')
    .replace(/["<>{}[\]|`*_#\\~^]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/«\s*»|“\s*”/gu, '')
    .trim();
}

/** Without the full stops, commas and spaces that would clash with the sentence around it. */
export const unpunctuated = (text: string): string =>
  text.replace(/^[\s.,;:!?–—-]+/u, '').replace(/[\s.,;:!?–—-]+$/u, '');

/** First letter in lower case, unless the word is an acronym or holds a capital further on. */
export function lowerFirst(text: string): string {
  const [first = ''] = text.split(/\s/u, 1);
  const isName = /\p{Lu}/u.test(first.slice(1)) || first.length === 1;
  const isFrenchArticle = /^[ÀAYÔ]$/u.test(first);
  return isName && !isFrenchArticle ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

export const upperFirst = (text: string): string => text.replace(/^[\s«“]*\p{Ll}/u, (start) => start.toUpperCase());

/** At most `limit` characters, cut after a whole word without an ellipsis: for a name inside a sentence. */
export function firstWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit + 1).replace(/\s+\S*$/u, '');
  return unpunctuated(cut.length <= limit ? cut : cutText(text, limit));
}

// Takes what people typed and keeps only words: no markup, no invisible characters, nothing a reader could mistake for
// layout. Signs that belong to words and names stay: "R&D", "HIPAA / SOC 2", "C#", capitals, emoji.

import { cleanLine } from '../../shared/contracts/clean-text.ts';
import type { Language } from '../../shared/contracts/language.ts';
import { truncateText } from '../../shared/domain/text/truncate-text.ts';

/** One line of plain text, perhaps empty; quotation marks are those of the language. */
export function plainText(text: string, language: Language): string {
  return cleanLine(text)
    .replace(/<[^>]*>/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]|\uFE0F/gu, (character) => (/\s/u.test(character) ? ' ' : ''))
    .replace(/(?<![\p{L}\d])'([^']+)'(?![\p{L}\d])/gu, '"$1"')
    .replace(/"([^"]*)"/gu, language === 'fr' ? '« $1 »' : '“$1”')
    .replace(/(?<![\p{L}\p{N}])#|["<>{}[\]|`*_\\~^]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/«\s*»|“\s*”/gu, '')
    .trim();
}

/** Without the full stops, commas and spaces that would clash with the sentence around it. */
export const unpunctuated = (text: string): string =>
  text.replace(/^[\s.,;:!?–—-]+/u, '').replace(/[\s.,;:!?–—-]+$/u, '');

export const lowerStart = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** First letter in lower case, unless the word is an acronym or holds a capital further on. */
export function lowerFirst(text: string): string {
  const [first = ''] = text.split(/\s/u, 1);
  const isName = /\p{Lu}/u.test(first.slice(1)) || first.length === 1;
  const isFrenchArticle = /^[ÀAYÔ]$/u.test(first);
  return isName && !isFrenchArticle ? text : lowerStart(text);
}

const COMMON_START =
  /^(?:(?:les?|la|l|une?|des?|du|d|à|au|aux|en|dans|sur|pour|par|avec|sans|sous|chez|dès|plus|moins|tous?|toutes?|chaque|nos|notre|vos|votre|nous|on|il|elle|ils|elles|ce|cette|ces|qui|ouverts?|ouverte|fabriquée?s?|faits?|faite|fondée?|créée?|livr\w+|gratuite?s?|prix|tarifs?|atelier|horaires|entrée|accès|garantie?|stock|pain|pains|devis|retours?|paiement|conseils?|visites?|places?|cours|repas|bénévoles?|accompagn\w+|a|an|the|in|on|at|for|with|without|from|to|no|all|every|each|our|we|you|it|its|they|this|free|open|made|built|founded|more|over|up|one|two|three|first|only|new|run|runs|works?|ships?|delivery|returns?|entry|seats?|staff|part|full|used|trusted|rated|since|after|before|between|certified|independent|local|family|online|price|prices)$|\p{L}{3,}(?:tions?|ments|ages?|ités?|ings?|ed|ness|ly|aisons?|eurs|eaux)$)/iu;
const NAME_ENDS_SO = /^(?:clément|constant|vincent)/iu;

/** A clause of the brief as it follows a colon: its first capital goes where the brief nowhere shows the word to be a name. */
export function asClause(text: string, brief: string): string {
  const [first = ''] = text.split(/[\s’',.]/u, 1);
  if (!/^\p{Lu}[\p{Ll}]*$/u.test(first) || NAME_ENDS_SO.test(first)) return text;
  if (COMMON_START.test(first) || new RegExp(`(?<!\\p{L})${first.toLowerCase()}s?(?!\\p{L})`, 'u').test(brief))
    return lowerStart(text);
  const isName = new RegExp(`(?:\\p{Ll}|,)[ ’']${first}(?!\\p{L})`, 'u').test(brief);
  const isAlone = first.length > 3 && /^\S+\s\p{Ll}/u.test(text) && !/^\S+\s(?:et|est|a|and|is|has)\s/u.test(text);
  return isAlone && !isName ? lowerStart(text) : text;
}

export const upperFirst = (text: string): string => text.replace(/^[\s«“]*\p{Ll}/u, (start) => start.toUpperCase());

/** At most `limit` characters, cut after a whole word without an ellipsis: for a name inside a sentence. */
export function firstWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit + 1).replace(/\s+\S*$/u, '');
  return unpunctuated(cut.length <= limit ? cut : truncateText(text, limit));
}

/** At most `limit` characters of whole clauses: cut at a sign or before a linking word, undefined where that leaves nothing. */
export function wholeClause(text: string, limit: number): string | undefined {
  if (text.length <= limit) return text;
  const cuts = [
    ...text.matchAll(
      /\s*[,;:.(–—]\s|\s(?=(?:qui|que|dont|pour|avec|dans|afin|chez|sans|sur|lors|livr\p{L}+|for|with|that|which|who|in|from|at|on|by|without|delivered|so)\s)/giu,
    ),
  ];
  const last = cuts.filter(({ index }) => index <= limit && index >= 8).at(-1);
  return last ? unpunctuated(text.slice(0, last.index)) : undefined;
}

/** The same value with every text in it changed; its shape is untouched. */
export function eachText(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((entry) => eachText(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, eachText(entry, change)]));
}

/** The text as a regular expression that finds it. */
export const asPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

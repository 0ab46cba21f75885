// The last thing that is finished in a JSON text which a model is still writing. For people to read along: it is neither checked nor whole.

import { cleanLine } from '../../contracts/clean-text.ts';
import type { Language } from '../../contracts/language.ts';
import { longestSentence } from '../../contracts/live-events.ts';
import { truncateText } from './truncate-text.ts';

/** Texts of agents have some 20,000 characters; what goes on without end is not read along. */
const longestText = 200_000;
/** Values that are looked through, from the last one back: after a row of numbers and words from lists comes a sentence again. */
const valuesLookedAt = 20;

/**
 * The last finished sentence of the value under way, else of the values before it, without markup; undefined while there is none. Keys, single
 * words (a list's fixed words, hashtags, addresses) and whatever stands outside of the JSON are no sentences.
 */
export function lastSentence(textSoFar: string, language: Language): string | undefined {
  if (textSoFar.length > longestText) return undefined;
  const { values, open } = stringsOf(withoutReasoning(textSoFar));
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentencesOf = (json: string) =>
    [...segments.segment(withoutLinks(withoutTags(unescaped(json))))].map(({ segment }) => plain(segment));
  const unfinished = open === undefined ? [] : sentencesOf(open).slice(0, -1);
  const found =
    unfinished.findLast(isSentence) ??
    firstOf(values.slice(-valuesLookedAt).reverse(), (value) => sentencesOf(value).findLast(isSentence));
  return found && truncateText(found, longestSentence);
}

function firstOf<Value>(values: readonly Value[], find: (value: Value) => string | undefined): string | undefined {
  for (const value of values) {
    const found = find(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isSentence = (text: string): boolean => /\p{L}[^\p{L}]*\s[^\p{L}]*\p{L}/u.test(text);

/** Some models think aloud first. What they think is not the answer. */
function withoutReasoning(text: string): string {
  const end = text.lastIndexOf('</think>');
  if (end >= 0) return text.slice(end);
  return /^\s*<think>/.test(text) ? '' : text;
}

/** The string values of a JSON text that may break off anywhere, as they are written, and the one that it breaks off in. */
function stringsOf(text: string): { readonly values: readonly string[]; readonly open: string | undefined } {
  const values: string[] = [];
  const nested: ('{' | '[')[] = [];
  let isKey = false;
  let at = Math.min(
    ...['{', '['].map((bracket) => text.indexOf(bracket)).map((found) => (found < 0 ? text.length : found)),
  );
  for (; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') nested.push(character);
    if (character === '}' || character === ']') nested.pop();
    if (character === '{' || (character === ',' && nested.at(-1) === '{')) isKey = true;
    if (character === ':' || character === '[') isKey = false;
    if (character !== '"') continue;
    const end = endOfString(text, at + 1);
    if (end === undefined) return { values, open: isKey ? undefined : text.slice(at + 1) };
    if (!isKey) values.push(text.slice(at + 1, end));
    at = end;
  }
  return { values, open: undefined };
}

function endOfString(text: string, start: number): number | undefined {
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return undefined;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: ' ', b: '', f: '' };
/** Also of a string that breaks off within an escape. */
const unescaped = (json: string): string =>
  json
    .replace(/\\(?:u[\da-fA-F]{0,3})?$/, '')
    .replace(/\\(?:u([\da-fA-F]{4})|(.))/gs, (_all, code: string | undefined, letter: string) =>
      code === undefined ? (escapes[letter] ?? letter) : String.fromCharCode(Number.parseInt(code, 16)),
    );

/** The tags of HTML that end a line, and the others. */
const blockTags = /<\/?(?:p|div|section|h[1-6]|ul|ol|li|br|tr|blockquote)\b[^<>]{0,200}>/gi;
const otherTags = /<\/?[a-z][^<>]{0,200}>/gi;
const withoutTags = (text: string): string => text.replace(blockTags, '\n').replace(otherTags, '');

/** Links and pictures of Markdown as the words they show: an address or "![" would end a sentence. */
const withoutLinks = (text: string): string => text.replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1');

/** A line of Markdown as it reads. */
const plain = (line: string): string =>
  cleanLine(
    line
      .replace(/^\s*(?:#{1,6}\s+|>\s*|[-*+]\s+|\d{1,3}[.)]\s+)+/, '')
      .replace(/(\*\*|__|~~|`+)/g, '')
      .replace(/(^|[\s(«“"])[*_]([^\s*_](?:[^*_]*[^\s*_])?)[*_](?=$|[\s).,;:!?»”"])/g, '$1$2'),
  ).replace(/ {2,}/g, ' ');

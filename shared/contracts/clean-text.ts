// What is done to every text that a person or a program sends, before anything else looks at it. Cleaning twice changes nothing more.
//
//   composed      Unicode NFC: the same word is the same characters
//   decoded       character references, as Word and web pages leave them (&nbsp; &amp;eacute; &#8217;), however often they were escaped
//   removed       what nobody sees and no file carries: control characters, halves of characters (lone surrogates), noncharacters,
//                 byte-order marks, soft hyphens, zero-width spaces, direction overrides, invisible tags outside of a flag
//   kept          joiners (in emoji and Persian), direction marks, no-break spaces, private-use characters
//   line ends     all kinds become \n; in a line they become a space
import { decodeHTMLStrict } from 'entities/decode';

const unseen =
  '\\p{Cc}\\p{Cs}\\p{Noncharacter_Code_Point}\\u00AD\\u200B\\u2060\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFC';
const tags = '\\u{E0000}-\\u{E007F}';
/** Tags are seen in the flags of England, Scotland and Wales only: a black flag, letters, an end. */
const flag = '\\u{1F3F4}[\\u{E0030}-\\u{E007A}]{1,10}\\u{E007F}';
const removed = new RegExp(`(${flag})|(?![\\n\\t])[${unseen}]|[${tags}]`, 'gu');
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const mayNeedCleaning = new RegExp(`(?![\\n\\t])[&${unseen}${tags}\\u2028\\u2029]`, 'u');

/** Text of several lines: trimmed, without blanks at the ends of lines. */
export const cleanParagraphs = (text: string): string => {
  const cleaned = mayNeedCleaning.test(text) ? decoded(withoutUnseen(text)) : text;
  return cleaned
    .normalize('NFC')
    .replace(/[^\S\n]+\n/g, '\n')
    .trim();
};

/** Text of one line: tabs and ends of lines become one space. */
export const cleanLine = (text: string): string => cleanParagraphs(text).replace(/\s*[\n\t]\s*/g, ' ');

/** A prompt for a model: what a program wrote in it stays as written, but for what no file carries. */
export const cleanVerbatim = (text: string): string => withoutUnseen(text).trim();

const withoutUnseen = (text: string): string => text.replace(lineEnds, '\n').replace(removed, '$1').normalize('NFC');

/** The longest name of a reference has 31 letters. */
const longestReference = 33;

/**
 * Decodes until nothing is left to decode, in one pass: what a reference stands for is read on together with what was before it.
 * Decoding level by level would take as many passes as somebody cares to nest. Each open part begins with an ampersand.
 */
function decoded(text: string): string {
  const open = [''];
  const append = (piece: string) => open.push(`${open.pop() ?? ''}${piece}`);
  const close = () => {
    const reference = `${open.at(-1)};`;
    const meaning = reference.length <= longestReference ? decodeHTMLStrict(reference) : reference;
    if (meaning === reference) return append(';');
    open.pop();
    return read(withoutUnseen(meaning));
  };
  const read = (piece: string): unknown => {
    if (piece === ';') return close();
    return piece.startsWith('&') ? open.push(piece) : append(piece);
  };
  for (const piece of text.split(/(?=&)|(;)/)) if (piece) read(piece);
  return open.join('');
}

/** Letters that are drawn as nothing: the fillers of Hangul and the blank of Braille. */
const blanks = /[\u115F\u1160\u2800\u3164\uFFA0]/g;

/** Whether a reader sees anything at all: a letter, digit, sign or emoji. */
export const isVisible = (text: string): boolean => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replace(blanks, ''));

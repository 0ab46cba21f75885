// JavaScript's \b knows ASCII letters only: it finds no boundary before "à" or "échéance". This gives patterns one that does.

/**
 * Letters of Latin script: all that the patterns are written in. \p{L} names 650 ranges, and four of them for each \b made the first brief
 * that a process reads cost half a second of compiling.
 */
const LETTER = String.raw`[\w\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF]`;
const BOUNDARY = `(?:(?<!${LETTER})(?=${LETTER})|(?<=${LETTER})(?!${LETTER}))`;

/** The same pattern with \b at the ends of words with accents; flags stay, "u" must be among them. */
export const wordPattern = ({ source, flags }: RegExp): RegExp =>
  new RegExp(source.replaceAll(String.raw`\b`, BOUNDARY), flags);

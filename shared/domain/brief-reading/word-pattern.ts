// JavaScript's \b knows ASCII letters only: it finds no boundary before "à" or "échéance". This gives patterns one that does.

const LETTER = String.raw`[\p{L}\p{N}_]`;
const BOUNDARY = `(?:(?<!${LETTER})(?=${LETTER})|(?<=${LETTER})(?!${LETTER}))`;

/** The same pattern with \b between letters of any script; flags stay, "u" must be among them. */
export const wordPattern = ({ source, flags }: RegExp): RegExp =>
  new RegExp(source.replaceAll(String.raw`\b`, BOUNDARY), flags);

/** Makes text from a brief safe to draw: one line, no control characters, French spacing that never leaves a lone "!" on a line. */

/** Between two signs it keeps a line from ending there. */
export const JOINER = '\u2060';

/** One trimmed line in NFC; control, format and unpaired characters are gone, French punctuation is glued with no-break spaces, and compound words stay whole. */
export function cleanText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\t\n\v\f\r\u2028\u2029\u0085]+/gu, ' ')
      // The two joiners stay: scripts of India and Iran are written with them.
      .replace(/(?![\u200c\u200d])\p{C}|\p{Variation_Selector}|\uFFFD/gu, '')
      .replace(/\p{Zs}+/gu, ' ')
      .replace(/[\u2010\u2011]/gu, '-')
      .trim()
      .replace(/ (?=[!?:;»%€])/gu, '\u00a0')
      .replace(/« /gu, '«\u00a0')
      .replace(/(?<=[\p{L}\p{N}][-/])(?=[\p{L}\p{N}])/gu, JOINER)
  );
}

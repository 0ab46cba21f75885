// What a reader takes for one character: a letter with its accents, a flag, a family of five.
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

export const graphemesOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

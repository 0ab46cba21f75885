// Numbers as people write them, in figures or in words of both languages.

const WORDS: Readonly<Record<string, number>> = {
  un: 1, une: 1, one: 1, a: 1, an: 1, deux: 2, two: 2, trois: 3, three: 3, quatre: 4, four: 4, cinq: 5, five: 5, six: 6,
  sept: 7, seven: 7, huit: 8, eight: 8, neuf: 9, nine: 9, dix: 10, ten: 10, onze: 11, eleven: 11, douze: 12, twelve: 12,
  quinze: 15, fifteen: 15, vingt: 20, twenty: 20, trente: 30, thirty: 30, soixante: 60, 'quatre-vingt-dix': 90, ninety: 90, cent: 100,
}; // biome-ignore format: a table
export const numberPattern = String.raw`\d+(?:[.,]\d+)?|${Object.keys(WORDS)
  .sort((left, right) => right.length - left.length)
  .join('|')}`;
export const numberFrom = (written: string): number =>
  WORDS[written.toLowerCase()] ?? Number(written.replace(',', '.'));

// Reads how long a campaign runs from the brief's free text ("6 semaines", "3 months", "90 days").

const WEEKS_PER_UNIT: readonly (readonly [RegExp, number])[] = [
  [/(?:jour|day)/, 1 / 7],
  [/(?:semaine|week|sem\b)/, 1],
  [/(?:mois|month)/, 13 / 3],
  [/(?:trimestre|quarter)/, 13],
  [/(?:\ban\b|\bans\b|ann[ée]e|year)/, 52],
];
const NUMBER_WORDS: Record<string, number> = {
  un: 1, une: 1, one: 1, a: 1, deux: 2, two: 2, trois: 3, three: 3, quatre: 4, four: 4, cinq: 5, five: 5, six: 6,
  sept: 7, seven: 7, huit: 8, eight: 8, neuf: 9, nine: 9, dix: 10, ten: 10, douze: 12, twelve: 12,
}; // biome-ignore format: a table
const DEFAULT_WEEKS = 4;
const LONGEST_WEEKS = 104;

/** Whole weeks, 1 to 104. A text without a readable duration means four weeks. */
export function campaignWeeks(duration: string): number {
  const text = duration.toLowerCase();
  const unit = WEEKS_PER_UNIT.find(([pattern]) => pattern.test(text));
  if (!unit) return DEFAULT_WEEKS;
  const weeks = Math.round(amountIn(text) * unit[1]);
  return Math.min(Math.max(weeks, 1), LONGEST_WEEKS);
}

function amountIn(text: string): number {
  const digits = text.match(/\d+(?:[.,]\d+)?/)?.[0];
  if (digits) return Number(digits.replace(',', '.'));
  const word = text.split(/[^a-zà-ÿ]+/).find((candidate) => Object.hasOwn(NUMBER_WORDS, candidate));
  return word ? (NUMBER_WORDS[word] ?? 1) : 1;
}

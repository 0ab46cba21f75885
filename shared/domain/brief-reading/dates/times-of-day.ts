// Times of day ("9h-16h", "9am-4pm", "Sat 16 January 9-4"): no days, though a parser of dates takes some of their figures for days.
import { blanked } from '../blanked.ts';
import { matchesIn } from '../matches-in.ts';
import { wordPattern } from '../word-pattern.ts';
import { monthPattern } from './month-names.ts';

const TO = String.raw`\s?(?:-|–|—|to|till?|until|[àa]|et|and|\/)\s?`;
const FRENCH_HOUR = String.raw`(?<!\b(?:sous|dans|within|in)\s)(?:[01]?\d|2[0-4])\s?(?:h|heures?)(?:\s?[0-5]\d)?(?![\p{L}\d])`;
const ENGLISH_HOUR = String.raw`\d{1,2}(?:[:.][0-5]\d)?\s?(?:am|pm|a\.m\.|p\.m\.)(?![\p{L}\d])`;
const CLOCK = String.raw`\d{1,2}:[0-5]\d(?!\d)`;
const BARE = String.raw`\d{1,2}(?:[:.][0-5]\d)?`;
const HOUR = `(?:${FRENCH_HOUR}|${ENGLISH_HOUR}|${CLOCK})`;
const MONTH = String.raw`(?:${monthPattern})\b\.?`;
const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?|(?:lun|mar|mer(?:cre)?|jeu|ven(?:dre)?)(?:dis?)?|sam(?:edis?)?|dim(?:anches?)?)\b\.?`;
/** After a whole date, or a weekday, two bare figures are hours: "16 January 9-4", "Jan 16, 9-4", "Tues-Sat 9-6". */
const AFTER_DAY = String.raw`(?<=(?:\b\d{1,2}(?:er|st|nd|rd|th)?\s(?:of\s)?${MONTH}(?:\s20\d\d)?|\b${MONTH}\s\d{1,2}(?:st|nd|rd|th)?|\b${WEEKDAY}),?\s(?:from\s|de\s)?)`;

const TIME = wordPattern(
  new RegExp(
    [
      String.raw`(?<![\d.,/€$£]|\b${MONTH}\s)(?:${HOUR}|${BARE})${TO}${HOUR}`,
      String.raw`(?<![\d.,/€$£])${HOUR}${TO}${BARE}(?![\d%€$£/]|\s?(?:${MONTH}|€|\p{L}))`,
      String.raw`(?<![\d.,/€$£])${HOUR}`,
      String.raw`${AFTER_DAY}${BARE}\s?(?:-|–|—|to|[àa]|\/)\s?${BARE}(?![\d.,:/%€$£-]|\s(?:${monthPattern})\b)`,
    ].join('|'),
    'giu',
  ),
);

/** Every time of day and every range of them, in the order of the text. */
export const timesOfDay = (text: string): readonly RegExpExecArray[] => matchesIn(text, TIME);

/** The same text with blanks for times of day: positions stay. */
export const withoutTimes = (text: string): string =>
  blanked(
    text,
    timesOfDay(text).map(({ index, 0: written }) => ({ index, text: written })),
  );

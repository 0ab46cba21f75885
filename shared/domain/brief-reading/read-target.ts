// Reads the figure an objective aims at: "1 200 précommandes", "40 qualified demos", "raise $50,000", "+20 %".
import type { BriefReading, GoalKind } from '../../contracts/brief-reading.ts';
import { currencyPattern, NUMBER, numberIn } from './read-amounts.ts';

type Target = NonNullable<BriefReading['goal']['target']>;

const NOT_COUNTED =
  /^(?:h|heures?|hours?|jours?|days?|semaines?|weeks?|mois|months?|ans?|years?|km|kms?|miles?|minutes?|min|kg|g|m2|m²|%|pour|percent|ml|cl|l|et|and|à|to|st|nd|rd|th|er|e|x|°|euros?|dollars?|francs?|€|\$|£|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|am|pm|a\.m|p\.m)$/iu;
const COUNT = new RegExp(
  String.raw`(?<![\p{L}\d.,/$£€-])(${NUMBER})(k)?\s+((?:nouvea(?:ux|u)|nouvelles?|new|qualified|more|paying|monthly|first|vrais?|additional|extra|bonnes?|jeunes?)\s+)?([\p{L}][\p{L}'-]*(?:-[\p{L}]+)*)`,
  'giu',
);

export function readTarget(clause: string, kind: GoalKind): Target | undefined {
  if (kind === 'donate') {
    const money = new RegExp(
      String.raw`(?:(?:${currencyPattern})\s?(${NUMBER})\s?(k\b)?|(${NUMBER})\s?(k\s?)?(?:${currencyPattern}))`,
      'iu',
    ).exec(clause);
    const count = money && numberIn(money[1] ?? money[3] ?? '') * (money[2] || money[4] ? 1000 : 1);
    if (money && count) return { count, of: money[0].trim().slice(0, 80) };
  }
  for (const match of clause.matchAll(COUNT)) {
    const [, number = '', thousand, adjective = '', noun = ''] = match;
    if (NOT_COUNTED.test(noun) || /^(?:19|20)\d{2}$/u.test(number)) continue;
    const count = numberIn(number) * (thousand ? 1000 : 1);
    if (count > 0) return { count, of: `${adjective}${noun}`.trim() };
  }
  return undefined;
}

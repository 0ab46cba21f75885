// Reads the figure an objective aims at: "1 200 précommandes", "40 qualified demos", "raise $50,000", "+20 %".
import type { BriefReading, GoalKind } from '../../contracts/brief-reading.ts';
import { currencyCode, currencyPattern, NUMBER, numberIn } from './read-amounts.ts';

type Target = NonNullable<BriefReading['goal']['target']>;

const NOT_COUNTED =
  /^(?:h|heures?|hours?|jours?|days?|semaines?|weeks?|mois|months?|ans?|years?|km|kms?|miles?|minutes?|min|kg|g|m2|m²|%|pour|percent|ml|cl|l|et|and|à|to|st|nd|rd|th|er|e|x|°|euros?|dollars?|francs?|€|\$|£|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|am|pm|a\.m|p\.m|rue|avenue|av|boulevard|bd|quai|place|chemin|route|street|road|st|ave|lane|pers)$/iu;
/** English puts its noun last ("40 new monthly donors"), French first ("40 donateurs mensuels"). */
const ENGLISH_ADJECTIVE =
  /^(?:new|qualified|more|paying|monthly|first|additional|extra|night|phone|dental|inbound|annual|free|paid|small|big|large|local|adult|regular|active|unique|online|early|young|senior|junior|job|sales|real|email|app|unlimited|weekly|yearly|weekday|weekend|trial|discovery|spring|summer|autumn|winter|direct|repeat|first-time|returning|gift|season|full|happy|signed|warm)$/iu;
const FRENCH_ADJECTIVE = /^(?:nouvea(?:ux|u)|nouvelles?|vrais?|bonn?e?s|jeunes?|premi[èe]re?s)$/iu;

export function readTarget(clause: string, kind: GoalKind): Target | undefined {
  return (kind === 'donate' ? moneyTarget(clause) : undefined) ?? countTarget(clause);
}

/** What is to be raised: `of` is then a currency code. */
function moneyTarget(clause: string): Target | undefined {
  const money = new RegExp(
    String.raw`(?:(${currencyPattern})\s?(${NUMBER})\s?(k\b)?|(${NUMBER})\s?(k\s?)?(${currencyPattern}))`,
    'iu',
  ).exec(clause);
  if (!money) return undefined;
  const count = numberIn(money[2] ?? money[4] ?? '') * (money[3] || money[5] ? 1000 : 1);
  return count >= FEWEST_RAISED ? { count, of: currencyCode(money[1] ?? money[6] ?? '', 'USD') } : undefined;
}
/** Less than this is what one gift does ("25 € plantent un corail"), not what a campaign raises. */
const FEWEST_RAISED = 300;

function countTarget(clause: string): Target | undefined {
  for (const match of clause.matchAll(
    /(?<![\p{L}\d.,/$£€-])(\d[\d\s.,']*\d|\d)(k)?\s+((?:[\p{L}][\p{L}'-]*)(?:\s+[\p{L}][\p{L}'-]*){0,3})/giu,
  )) {
    const [, number = '', thousand, words = ''] = match;
    const [first = '', ...others] = words.split(/\s+/u);
    if (NOT_COUNTED.test(first) || /^(?:19|20)\d{2}$/u.test(number)) continue;
    const count = numberIn(number) * (thousand ? 1000 : 1);
    // A telephone number counts nothing.
    const isTelephone = /^0\d{2}/u.test(number) || number.replaceAll(/\D/gu, '').length > 8;
    if (count > 0 && !isTelephone) return { count, of: nounPhrase(first, others) };
  }
  return undefined;
}

function nounPhrase(first: string, others: readonly string[]): string {
  const phrase = [first];
  for (const next of others) {
    const last = phrase.at(-1) ?? '';
    if (!ENGLISH_ADJECTIVE.test(last) && !FRENCH_ADJECTIVE.test(last)) break;
    phrase.push(next);
  }
  return phrase.join(' ').slice(0, 80);
}

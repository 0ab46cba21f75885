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

const LINKS =
  /^(?:of|for|to|by|in|at|on|with|from|and|or|the|a|an|this|who|that|before|until|per|de|des|du|d|le|la|les|un|une|pour|par|en|au|aux|et|ou|qui|avec|sur|dans|chez|avant|[àa])$/iu;
const isPlural = (noun: string): boolean =>
  /(?:[^s]s|x)$/iu.test(noun) || /^(?:children|people|men|women|gens)$/iu.test(noun);
/** "Dew refill sets": what is counted is the first plural, and all that names it goes before. Nothing where a link comes first. */
const uptoPlural = (words: readonly string[]): readonly string[] => {
  const end = words.findIndex((next) => isPlural(next) || LINKS.test(next));
  const last = words[end];
  return last !== undefined && isPlural(last) ? words.slice(0, end + 1) : [];
};
/** Counts as French has them: about so many. */
const COLLECTIVES: Readonly<Record<string, number>> = {
  dizaine: 10,
  douzaine: 12,
  quinzaine: 15,
  vingtaine: 20,
  trentaine: 30,
  quarantaine: 40,
  cinquantaine: 50,
  soixantaine: 60,
  centaine: 100,
};
/** "une quarantaine de bénévoles" counts as "40 bénévoles". */
const inFigures = (clause: string): string =>
  clause.replace(/(?<!\p{L})une ([\p{L}]+aine) (?:de |d['’])/giu, (written, word: string) => {
    const count = COLLECTIVES[word.toLowerCase()];
    return count ? `${count} ` : written;
  });

export function readTarget(clause: string, kind: GoalKind): Target | undefined {
  return (kind === 'donate' ? moneyTarget(clause) : undefined) ?? countTarget(inFigures(clause));
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
  const rest = isPlural(phrase.at(-1) ?? '') ? [] : uptoPlural(others.slice(phrase.length - 1));
  return [...phrase, ...rest].join(' ').slice(0, 80);
}

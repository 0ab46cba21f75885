// Reads the figure an objective aims at: "1 200 précommandes", "40 qualified demos", "raise $50,000", "50 downloads a day".
import type { BriefReading, GoalKind } from '../../contracts/brief-reading.ts';
import { matchesIn } from './matches-in.ts';
import { currencyCode, currencyPattern, NUMBER, numberIn } from './read-amounts.ts';
import {
  COLLECTIVES,
  ENGLISH_ADJECTIVE,
  FRENCH_ADJECTIVE,
  IN_EACH,
  LEADS_ON,
  LINKS,
  NOT_COUNTED,
  TIME_UNITS,
} from './target-words.ts';

type Target = NonNullable<BriefReading['goal']['target']>;

/** In which time so many are wanted, and the words that say so. */
export interface Rate {
  readonly unit: 'day' | 'week' | 'month';
  readonly words: string;
}
export interface TargetRead {
  readonly target: Target;
  readonly rate: Rate | undefined;
}

export const readTarget = (clause: string, kind: GoalKind): TargetRead | undefined =>
  (kind === 'donate' ? moneyTarget(clause) : undefined) ?? countTarget(inFigures(clause), kind);

const MONEY = new RegExp(
  String.raw`(?:(${currencyPattern})\s?(${NUMBER})\s?(k\b)?|(${NUMBER})\s?(k\s?)?(${currencyPattern}))`,
  'iu',
);
/** Less than this is what one gift does ("25 € plantent un corail"), not what a campaign raises. */
const FEWEST_RAISED = 300;

/** What is to be raised: `of` is then a currency code. */
function moneyTarget(clause: string): TargetRead | undefined {
  const money = MONEY.exec(clause);
  if (!money) return undefined;
  const [written, signBefore, after, kAfter, before, kBefore, signAfter] = money;
  const count = numberIn(after ?? before ?? '') * (kAfter || kBefore ? 1000 : 1);
  if (count < FEWEST_RAISED) return undefined;
  const target = { count, of: currencyCode(signBefore ?? signAfter ?? '', 'USD') };
  return { target, rate: rateAfter(written, clause.slice(money.index + written.length)) };
}

const A_COLLECTIVE = /(?<!\p{L})une (\p{L}+aine) (?:de |d['’])/giu;
/** "une quarantaine de bénévoles" counts as "40 bénévoles". */
const inFigures = (clause: string): string =>
  clause.replace(A_COLLECTIVE, (written, word: string) => {
    const count = COLLECTIVES[word.toLowerCase()];
    return count ? `${count} ` : written;
  });

const COUNTED =
  /(?<![\p{L}\d.,/$£€-])(\d[\d\s.,']*\d|\d)(k)?\s?((?:\/\s?|\s)\p{L}[\p{L}'-]*(?:\s+[\p{L}][\p{L}'-]*){0,5})/giu;
const YEAR = /^(?:19|20)\d{2}$/u;
const LONGEST_COUNT = 8;

function countTarget(clause: string, kind: GoalKind): TargetRead | undefined {
  for (const match of matchesIn(clause, COUNTED)) {
    const [, number = '', thousand, after = ''] = match;
    const words = after.trim();
    if (kind === 'visit' && SEAT.test(words)) continue;
    if (isNoAim(clause.slice(0, match.index), number, words)) continue;
    const count = numberIn(number) * (thousand ? 1000 : 1);
    const ahead = IN_EACH.exec(words)?.[0];
    // "50 a day walk-ins" counts walk-ins.
    const of = nounPhrase((ahead === undefined ? words : words.slice(ahead.length).trim()).split(/\s+/u).slice(0, 4));
    if (of && count > 0 && !YEAR.test(number) && !isTelephone(number))
      return { target: { count, of }, rate: rateIn(number, words, ahead) };
  }
  return undefined;
}

/** "Instead of 1 590", "séjours d'au moins 7 nuits", "2 nights and the dinner": how much of it one gets, or what it did cost. */
const isNoAim = (before: string, number: string, words: string): boolean =>
  NO_AIM_BEFORE.test(before) || (LENGTH_OF_STAY.test(words) && numberIn(number) < FEWEST_NIGHTS);
const NO_AIM_BEFORE =
  /(?:au lieu de|instead of|(?:d'|de )au moins|minimum(?: de)?|of at least|(?:€|\$|£|euros?) (?:for|pour))\s$/iu;
const LENGTH_OF_STAY =
  /^(?:nuits|nights|nuit[ée]es|lots|prizes|sessions|s[ée]ances|dates|niveaux|levels|formules)(?!\p{L})/iu;
/** People come and go at an exhibition: seats are those of a talk beside it. */
const SEAT = /^(?:places|seats)(?!\p{L})/iu;
const FEWEST_NIGHTS = 15;

const isTelephone = (number: string): boolean =>
  /^0\d{2}/u.test(number) || number.replaceAll(/\D/gu, '').length > LONGEST_COUNT;

function rateIn(number: string, words: string, ahead: string | undefined): Rate | undefined {
  if (ahead !== undefined) return rateAfter(number, ` ${words}`);
  const parts = words.split(/\s+/u);
  // The time stands after what is counted, and after nothing else.
  const start = parts.findIndex((_, place) => IN_EACH.test(parts.slice(place).join(' ')));
  const counted = parts.slice(0, Math.max(start, 0));
  return start < 0 || counted.some((part) => LEADS_ON.test(part))
    ? undefined
    : rateAfter(`${number} ${counted.join(' ')}`, ` ${parts.slice(start).join(' ')}`);
}

function rateAfter(counted: string, after: string): Rate | undefined {
  const [words = '', unit = ''] = IN_EACH.exec(after.trim()) ?? [];
  const known = TIME_UNITS.find(([pattern]) => pattern.test(unit))?.[1];
  return known && { unit: known, words: `${counted} ${words}` };
}

/** What is counted; nothing where the words count nothing. */
function nounPhrase([first = '', ...others]: readonly string[]): string | undefined {
  if (NOT_COUNTED.test(first.replace(/-$/u, '')) || LINKS.test(first)) return undefined;
  const phrase = [first];
  for (const next of others) {
    const last = phrase.at(-1) ?? '';
    if (!ENGLISH_ADJECTIVE.test(last) && !FRENCH_ADJECTIVE.test(last)) break;
    phrase.push(next);
  }
  const rest = isPlural(phrase.at(-1) ?? '') ? [] : uptoPlural(others.slice(phrase.length - 1));
  return [...phrase, ...rest]
    .join(' ')
    .replace(/\bppl$/u, 'people')
    .slice(0, 80);
}

const isPlural = (noun: string): boolean =>
  /(?:(?<!s|si)s|x)$/iu.test(noun) || /^(?:children|people|ppl|men|women|gens)$/iu.test(noun);

/** "Dew refill sets": what is counted is the first plural, and all that names it goes before. Nothing where a link comes first. */
function uptoPlural(words: readonly string[]): readonly string[] {
  const end = words.findIndex((next) => isPlural(next) || LINKS.test(next));
  return isPlural(words[end] ?? '') ? words.slice(0, end + 1) : [];
}

// The facts that a brief itself gives, as clauses that follow a colon: one by one, and several told in one breath.
import type { BriefReading } from '../../shared/contracts/brief-reading.ts';
import { evened } from '../../shared/domain/brief-reading/brief-fields.ts';
import { isForTheTeam } from '../../shared/domain/brief-reading/for-the-team.ts';
import { publicText } from '../../shared/domain/brief-reading/public-lines.ts';
import { isAboutWords } from '../../shared/domain/brief-reading/read-constraints.ts';
import { asClause, firstWords, lowerFirst, unpunctuated, wholeClause } from './plain-text.ts';

/** How many there are is told with the offer. */
const ONLY_SEATS = /^\d+\s(?:places|seats|spots)$/iu;

export interface BriefFacts {
  /** Proofs first. */
  readonly facts: readonly string[];
  readonly proofs: readonly string[];
  /** What the brand stands for in a word ("entraide"); a value of several words is a fact. */
  readonly values: readonly string[];
  /** Two or three facts together, in several orders: "hêtre du Jura, peinture à l’eau, fabriqué à Moirans". */
  readonly runs: readonly string[];
}

const LONGEST_FACT = 170;
/** Facts that are told with others are short ones. */
const LONGEST_IN_RUN = 64;
const LONGEST_RUN = 150;
/** Addresses are told as addresses. */
const CONTACT = /\S@\S+\.\p{L}|https?:|www\.|(?:\d[\s.]?){9,}/u;

/** `clean` gives text that may be said, `everything` is all of the brief: it tells names from common words. */
export function briefFacts(
  { proofs, details }: BriefReading,
  brandValues: string,
  clean: (text: string) => string | undefined,
  everything: string,
): BriefFacts {
  const clauses = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      const said = clean(text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’'));
      const whole = said && wholeClause(said, LONGEST_FACT);
      return whole && !CONTACT.test(whole) && !ONLY_SEATS.test(whole) ? [asClause(whole, everything)] : [];
    });
  const stated = splitList(clean(publicText(brandValues)) ?? '').filter((part) => {
    const even = evened(part);
    return !isForTheTeam(even) && !isAboutWords(even);
  });
  const proven = distinct(clauses(proofs.flatMap(({ fact }) => singleFacts(fact))));
  const isWord = (value: string) => !/[\s\d-]|\p{Lu}{2}/u.test(value);
  const values = stated.filter(isWord).map(lowerFirst);
  const facts = distinct([
    ...proven,
    ...clauses(details.flatMap(({ fact }) => singleFacts(fact))),
    ...clauses(stated.filter((value) => !isWord(value))),
  ]).filter((fact) => !values.includes(fact));
  return { facts, proofs: proven, values: values.slice(0, 5), runs: runsOf(facts) };
}

/** Without those that another one tells too. */
const distinct = (facts: readonly string[]): string[] =>
  facts.filter(
    (fact, index) =>
      !facts.some((other, place) => {
        const [told, more] = [fact.toLowerCase(), other.toLowerCase()];
        return place !== index && more.includes(told) && (told !== more || place < index);
      }),
  );

function runsOf(facts: readonly string[]): string[] {
  const short = facts.filter((fact) => fact.length <= LONGEST_IN_RUN);
  const from = (start: number, steps: readonly number[]) =>
    steps.flatMap((step) => short[(start + step) % short.length] ?? []);
  const orders = short.length > 2 ? [[0, 1, 2], [0, 2], [2, 1, 0], [1, 0]] : [[0, 1]]; // biome-ignore format: a table
  const runs = orders.flatMap((steps) => short.map((_, start) => from(start, steps)));
  const sign = (run: readonly string[]) => (run.some((fact) => /[,;:]/u.test(fact)) ? ' ; ' : ', ');
  const told = short.length > 1 ? runs.map((run) => run.join(sign(run))) : [];
  return [...new Set([...told.filter((run) => run.length <= LONGEST_RUN), ...(told.length > 0 ? [] : facts)])];
}

function splitList(text: string): string[] {
  const parts = text
    .split(/\s*[,;•/]\s+|\s*[;•]\s*|\s+(?:et|and)\s+(?!\p{L}+\s+(?:et|and)\s)/u)
    .map((part) => firstWords(unpunctuated(part), 80));
  // "Chats vaccinés, stérilisés, identifiés" is one statement.
  const whole: string[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    const isMore = before && /\s/u.test(before) && /^\p{Ll}+(?:é|ée|és|ées|is|ies|ed)$/u.test(part);
    if (isMore) whole[whole.length - 1] = `${before}, ${part}`;
    else whole.push(part);
  }
  return [...new Set(whole.filter((part) => part.length > 1))];
}

/** "Assemblée à Besançon, garantie 5 ans" tells two things; what stands in brackets or hangs on the part before stays with it. */
function singleFacts(fact: string): string[] {
  const parts = fact.split(
    /\s*[;•]\s+|,\s+(?![^(]*\))(?=\S+\s\S+)(?!(?:et|ou|and|or|which|who|qui|que|dont|où|mais|but|with|avec|including|y compris|soit|gratuite?s?|ouverte?s?|fermée?s?|compris\p{L}*|inclus\p{L}*|sauf|hors|free|except|only|\p{L}+ées?)[\s,])/u,
  );
  const isWhole = (part: string) => /\S\s\S/u.test(part);
  return parts.every(isWhole) ? parts : [fact];
}

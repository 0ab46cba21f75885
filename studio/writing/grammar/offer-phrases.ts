// The phrases by which sentences speak of an offer: the thing itself, short forms for titles and buttons, and what people
// ask for ("un abonnement aux paniers", "a demo of the planner"), which depends on the goal.

import type { BriefReading, GoalKind } from '../../../shared/contracts/brief-reading.ts';
import type { Language } from '../../../shared/contracts/language.ts';
import { catalogues } from '../catalogue.ts';
import { lowerFirst, unpunctuated, wholeClause } from '../plain-text.ts';
import { joinWords } from './join-words.ts';
import { type NounPhrase, nounPhrase, oneOf, singular, withWrittenArticle } from './noun-phrase.ts';

export interface OfferPhrases {
  readonly thing: NounPhrase;
  /** The same in few words. */
  readonly short: NounPhrase;
  /** What people ask for. */
  readonly ask: NounPhrase;
  readonly shortAsk: NounPhrase;
}

const LONGEST_THING = 110;
const LONGEST_SHORT = 48;

export function offerPhrases(offered: string, goal: GoalKind, language: Language): OfferPhrases {
  const several = wholeClause(offered, LONGEST_THING) ?? offered;
  // A clinic wants ninety check-ups; the reader books one.
  const isOne =
    goal === 'book' || (language === 'fr' && (goal === 'call' || (goal === 'buy' && /\p{Lu}/u.test(several))));
  const whole = isOne ? oneOf(several, language) : several;
  const found = nounPhrase(whole, language);
  // What gifts are for is no article that one points at.
  const thing = goal === 'donate' ? { ...found, again: found.definite } : found;
  const short = nounPhrase(shortened(whole), language);
  const [ask, shortAsk] = [askFor(thing, goal, language), askFor(short, goal, language)];
  // A job is what is offered to those who apply, not the bakers.
  return goal === 'apply' ? { thing: ask, short: shortAsk, ask, shortAsk } : { thing, short, ask, shortAsk };
}

/** Without what stands in brackets; its first clauses where it is long. */
function shortened(whole: string): string {
  const start = unpunctuated(whole.replace(/\s*\([^)]*\)/gu, ''));
  return wholeClause(start, LONGEST_SHORT) ?? start;
}

const ALREADY: Partial<Record<GoalKind, RegExp>> = {
  subscribe:
    /abonnement|adhésion|formule|inscription|subscription|membership|newsletter|infolettre|lettre|plan\b|pass\b|carte/iu,
  'request-demo': /démo|essai|présentation|demo|trial|walkthrough/iu,
  apply:
    /^(?:(?:un|une|des|le|la|les|an?|the|\d+)\s)?(?:\S+\s)?(?:postes?|emplois?|stages?|cdi|cdd|alternances?|apprentissage|contrats?|missions?|jobs?|positions?|roles?|internships?|vacanc\p{L}+)(?!\p{L})/iu,
  petition: /pétition|petition/iu,
  donate: /^(?:un |des |a |your )?(?:dons?|donations?|gifts?|parrainages?|sponsorships?)\b/iu,
};

function askFor(thing: NounPhrase, goal: GoalKind, language: Language): NounPhrase {
  const already = ALREADY[goal];
  if (!already || already.test(thing.bare.split(/\s/u).slice(0, 2).join(' ')) || already.test(thing.whole))
    return thing;
  const { asks } = catalogues[language].labels;
  const phrase = (before: string, form: string) => nounPhrase(joinWords(before, form, language), language);
  if (goal === 'apply') {
    if (/bénévole|volunteer/iu.test(thing.bare))
      return phrase(asks.volunteer, language === 'fr' ? singular(thing.bare, language) : '');
    const [before, one] = [thing.plural ? asks.jobs : asks.job, singular(thing.bare, language)];
    return phrase(before, language === 'fr' ? one : `${one} ${thing.plural ? 'jobs' : 'job'}`);
  }
  if (goal !== 'subscribe' && goal !== 'request-demo' && goal !== 'petition')
    return phrase(asks.donate, thing.definite);
  return phrase(asks[goal], goal === 'petition' && language === 'en' ? thing.whole : thing.definite);
}

/** The thing offered as it stands inside a sentence, else the trade; undefined where the brief has no words for it. */
export function offeredThing(
  { offer, goal }: BriefReading,
  sector: string,
  clean: (text: string | undefined) => string | undefined,
  everything: string,
  language: Language,
): string | undefined {
  const isTrade = offer.from.field === 'companyInfo.sector';
  const trade = isTrade || goal.kind === 'donate' ? undefined : clean(sector)?.toLowerCase();
  const offered = named(usableThing(clean(offer.thing)), clean(offer.name)) ?? trade;
  if (!offered) return undefined;
  // A trade or a common word loses its capital, a bare noun gets the brief's own article.
  const thing = isTrade || COMMON_DETERMINER.test(offered) ? lowerFirst(offered) : offered;
  if (isTrade) return nounPhrase(thing, language).definite;
  return language === 'fr' ? withWrittenArticle(thing, everything) : thing;
}

const COMMON_DETERMINER = /^(?:un|une|des|les?|la|l[’']|du|de la|nos|notre|ce|cette|an?|the|our)(?![\p{L}])/iu;

/** "exposition" and its name "Paroles vivantes" are said together, once. */
function named(thing: string | undefined, name: string | undefined): string | undefined {
  if (!thing || !name || name.length > 50) return thing ?? name;
  return thing.toLowerCase().includes(name.toLowerCase()) || /\p{Lu}/u.test(thing) ? thing : `${thing} ${name}`;
}

/** Without the price and the quarter at its end; undefined where what is left is a day, a place or a preposition. */
function usableThing(thing: string | undefined): string | undefined {
  const bare = thing
    ?.replace(/\s(?:à|at|for|pour|dès|from)\s(?:CHF|€|\$|£)?\s?\d[^\p{L}]*(?:€|\$|CHF|euros?|francs?)?[.–-]*$/u, '')
    .replace(/\s(?:in|by|en|au|for|pour|before|avant)\s(?:Q[1-4]|T[1-4])(?:\s\d{4})?$/u, '');
  const isUnusable =
    !bare ||
    /^(?:dans|sur|chez|avant|après|pour|par|avec|sans|in|on|at|by|before|after|for|with|to)\s/iu.test(bare) ||
    /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|\p{L}+day|noël|christmas)$/iu.test(bare);
  return isUnusable ? undefined : bare;
}

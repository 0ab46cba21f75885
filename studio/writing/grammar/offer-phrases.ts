// The phrases by which sentences speak of an offer: the thing itself, short forms for titles and buttons, and what people
// ask for ("un abonnement aux paniers", "a demo of the planner"), which depends on the goal.

import type { Language } from '../../../shared/contracts/brief.ts';
import type { GoalKind } from '../../../shared/contracts/brief-reading.ts';
import { unpunctuated, wholeClause } from '../plain-text.ts';
import { joinWords } from './join-words.ts';
import { type NounPhrase, nounPhrase, singular } from './noun-phrase.ts';

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
  const whole = wholeClause(offered, LONGEST_THING) ?? offered;
  const thing = nounPhrase(whole, language);
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
  const phrase = (before: string, form: string) => nounPhrase(joinWords(before, form, language), language);
  if (language === 'fr') {
    if (goal === 'subscribe') return phrase('un abonnement à ', thing.definite);
    if (goal === 'request-demo') return phrase('une démonstration de ', thing.definite);
    if (goal === 'apply' && /bénévole/iu.test(thing.bare)) return phrase('une mission de ', singular(thing.bare));
    if (goal === 'apply') return phrase(thing.plural ? 'des postes de ' : 'un poste de ', singular(thing.bare));
    if (goal === 'petition') return phrase('la pétition pour ', thing.definite);
    return phrase('un don pour ', thing.definite);
  }
  if (goal === 'subscribe') return phrase('a subscription to ', thing.definite);
  if (goal === 'request-demo') return phrase('a demo of ', thing.definite);
  if (goal === 'apply' && /volunteer/iu.test(thing.bare)) return phrase('', 'a volunteer role');
  if (goal === 'apply') return phrase('', thing.plural ? `${singular(thing.bare)} jobs` : `a ${thing.bare} job`);
  if (goal === 'petition') return phrase('the petition for ', thing.whole);
  return phrase('a gift for ', thing.definite);
}

// Blood is given at a session: "50 donneurs de sang" come to it.
import type { Language } from '../../../contracts/language.ts';
import type { GoalMatch } from '../read-goal.ts';
import type { OfferCandidate } from './offer-candidate.ts';

const GIVEN = /(?<!\p{L})(?:sang|plasma|plaquettes|blood|platelets?)(?!\p{L})/iu;
export function sessionIn(language: Language, matches: readonly GoalMatch[]): OfferCandidate[] {
  return matches.flatMap(({ text, field, clause }) => {
    const given = GIVEN.exec(text)?.[0].toLowerCase();
    if (!given) return [];
    const thing = language === 'fr' ? `la collecte de ${given}` : `the ${given.replace(/s$/u, '')} donation session`;
    return [{ thing, field, quote: clause, isGuess: false }];
  });
}

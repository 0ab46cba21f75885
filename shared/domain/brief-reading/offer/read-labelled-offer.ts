// A form that has a line for the offer: "Offre : bon d'achat de 10 €".
import { type BriefField, shortened } from '../brief-fields.ts';
import { clausesOf } from '../clauses.ts';
import { isPublic } from '../public-lines.ts';
import { LONGEST_THING, thingIn } from './noun-phrase.ts';
import { type OfferCandidate, objectivesOf } from './offer-candidate.ts';

const LABELLED = /^(?:offres?|offers?|produits?|products?|service)\s?:\s(.{3,})$/iu;
const NEXT_PART = /[,;(]\s?/u;

/** "We propose to the tourists a weekend with dinner", "Nous proposons un atelier". */
const PROPOSED =
  /^(?:we|nous|on)\s(?:propose|offer|are offering|proposons|offrons)\s(?:(?:to|[àa]|aux)\s(?:(?:the|our|nos|les)\s)?\p{L}+(?:\s\p{L}+)?\s)?(?=(?:an?|une?|the|our|notre|nos|des)\s)(.+)$/iu;

export const proposedIn = (fields: readonly BriefField[]): OfferCandidate[] =>
  objectivesOf(fields).flatMap((field) =>
    clausesOf(field.text).flatMap((clause) => {
      const thing = thingIn(PROPOSED.exec(clause)?.[1] ?? '');
      return thing && isPublic(clause) ? [{ thing, field, quote: clause, isGuess: false }] : [];
    }),
  );

export const labelledIn = (fields: readonly BriefField[]): OfferCandidate[] =>
  objectivesOf(fields).flatMap((field) =>
    clausesOf(field.text).flatMap((clause) => {
      const [line = ''] = clause.split(NEXT_PART, 1);
      const thing = shortened(LABELLED.exec(line)?.[1] ?? '', LONGEST_THING);
      const isTold = thing !== '' && isPublic(line);
      return isTold ? [{ thing, field, quote: clause, isGuess: false }] : [];
    }),
  );

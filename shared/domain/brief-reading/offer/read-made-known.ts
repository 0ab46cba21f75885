// What another objective makes known: of "Get 1,200 pre-orders" and "Make the midnight brioche known" the second says of what.
import type { BriefField, ReadableBrief } from '../brief-fields.ts';
import { clausesOf } from '../clauses.ts';
import { isOrder } from '../for-the-team.ts';
import { thingIn } from './noun-phrase.ts';
import { type OfferCandidate, objectivesOf } from './offer-candidate.ts';

const MADE_KNOWN =
  /(?:faire (?:conna[iî]tre|d[ée]couvrir)|pr[ée]senter|promouvoir|lancer|launch|introduce|promote|showcase|push|distribu(?:er|te)|hand out|give away|switch (?:them |people )?to|awareness (?:of|for))\s+(.+)$/iu;
/** A house that makes itself known offers nothing yet. */
const OWN_NAME = /(?<![\p{L}])(?:brand|marque|names?|noms?|campaign|campagne|company|entreprise|image)(?![\p{L}])/iu;

export function madeKnown(brief: ReadableBrief, fields: readonly BriefField[]): OfferCandidate[] {
  const company = brief.briefData.companyInfo.name.toLowerCase();
  return objectivesOf(fields).flatMap((field) =>
    clausesOf(field.text).flatMap((clause) => {
      if (isOrder(clause)) return [];
      const thing = thingIn(MADE_KNOWN.exec(clause)?.[1] ?? '');
      const isOwn = !thing || OWN_NAME.test(thing) || thing.toLowerCase().includes(company);
      return isOwn ? [] : [{ thing, field, quote: clause, isGuess: false }];
    }),
  );
}

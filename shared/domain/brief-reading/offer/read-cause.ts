// What a gift is for: the words after "pour", "to" or "=". A petition is known by what it asks.
import type { BriefReading } from '../../../contracts/brief-reading.ts';
import { type BriefField, shortened } from '../brief-fields.ts';
import { clausesOf } from '../clauses.ts';
import { cutAtStop, LONGEST_THING } from './noun-phrase.ts';
import { type OfferCandidate, objectivesOf } from './offer-candidate.ts';

const ASKS =
  /(?:p[ée]titions?|signatures?|sign)\s+(?:pour (?:la |une )?p[ée]tition\s+)?((?:to|against|for|contre|pour)\s.+)$/iu;
const CAUSE =
  /(?:dons?|donations?|gifts?|€|\$|£|CHF|\d(?![^,;]*(?:b[ée]n[ée]voles|volunteers)))\s.*?(?<![\p{L}])(?:pour|afin de|to|for)\s((?!no[ëe]l|christmas).{4,})$/iu;
const WHAT_ONE_DOES = /=\s*\d*\s*(.{3,})$/u;
const FRENCH_VERB =
  /^\p{L}+(?:er|ir|re|oir)\s+(?=(?:le|la|les|l'|des|du|d'|un|une|nos|notre|leur|leurs|\d)(?![\p{L}]))/iu;
const ENGLISH_VERB =
  /^(?:buy|build|plant|replant|feed|fund|save|protect|help|rescue|repair|restore|keep|open|send|train|house|shelter|support|provide|give|bring|finance)\s+/iu;

export function causeIn({ kind }: BriefReading['goal'], fields: readonly BriefField[]): OfferCandidate[] {
  if (kind !== 'donate' && kind !== 'petition') return [];
  const read = kind === 'petition' ? petitionIn : purposeIn;
  return objectivesOf(fields).flatMap((field) =>
    clausesOf(field.text).flatMap((clause): OfferCandidate[] => {
      const thing = read(clause);
      return thing ? [{ thing: shortened(thing, LONGEST_THING), field, quote: clause, isGuess: false }] : [];
    }),
  );
}

function petitionIn(clause: string): string | undefined {
  const demand = cutAtStop(ASKS.exec(clause)?.[1] ?? '');
  return demand && `${/^(?:contre|pour)\s/iu.test(demand) ? 'la pétition' : 'the petition'} ${demand}`;
}

function purposeIn(clause: string): string | undefined {
  const purpose = cutAtStop(CAUSE.exec(clause)?.[1] ?? '');
  return (purpose && objectOf(purpose)) ?? cutAtStop(WHAT_ONE_DOES.exec(clause)?.[1] ?? '');
}

/** Sentences need a noun: of "replanter le corail" and "plant 300 trees" the corals and the trees. */
const objectOf = (purpose: string): string => purpose.replace(FRENCH_VERB, '').replace(ENGLISH_VERB, '');

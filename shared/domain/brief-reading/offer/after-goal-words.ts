// What stands after the words of the goal: "vendre | des paniers de légumes | avant Noël"; before them where they end the sentence.
import type { BriefField } from '../brief-fields.ts';
import { clausesOf } from '../clauses.ts';
import { isForTheTeam } from '../for-the-team.ts';
import { publicLines } from '../public-lines.ts';
import type { GoalMatch } from '../read-goal.ts';
import { EVENT } from './launch-words.ts';
import { LONGEST_THING, thingIn } from './noun-phrase.ts';
import { NO_OFFER } from './noun-phrase-words.ts';
import type { OfferCandidate } from './offer-candidate.ts';
import { deedAsked, isRenewal } from './read-deed.ts';

export const afterGoalWords = (matches: readonly GoalMatch[]): OfferCandidate[] =>
  matches.flatMap((match) => {
    const { clause, index, field } = match;
    const thing = thingAfter(match);
    if (thing) return [{ thing, field, quote: clause, isGuess: false }];
    const named = index === 0 ? namedBefore(clause, field) : undefined;
    return named ? [{ thing: named, field, quote: named, isGuess: false }] : [];
  });

function thingAfter({ kind, clause, index, text, field, isThing, enclosed }: GoalMatch): string | undefined {
  if (enclosed) return enclosed;
  const end = index + text.length;
  const isEndOfName = field.path === 'name' && end === clause.length;
  const start = isEndOfName ? 0 : clause.slice(0, index).search(BEFORE_THING);
  const rest = clause.slice(isThing ? start : end);
  // "Remind members to renew their cards": the cards, and not what to do with them.
  const deed = isThing ? undefined : deedAsked(clause, end);
  if (deed !== undefined) return thingIn(deed);
  // An objective begins with a capital, whatever stands there; a name has its own.
  const isOpening = isThing && start === 0 && field.path !== 'name';
  const opening = isOpening ? rest.replace(ONLY_CAPITAL, (letter) => letter.toLowerCase()) : rest;
  const named = subscribedTo(clause.slice(0, index), text);
  const found =
    thingIn((kind === 'visit' ? opening.replace(IN_TOWN, '') : opening).replace(PEOPLE_TO, '').replace(AT_EVENT, '')) ??
    named;
  if (FROM_PEOPLE.test(rest) || (found && isRenewal(found))) return named;
  return (found && ONLY_A_TIME.test(found) ? thingIn(ACTIVITY.exec(rest)?.[1] ?? '') : undefined) ?? found;
}

/** "300 visiteurs à Châteauroux" come to something in the town. */
const IN_TOWN = /\s(?:à|près de)\s(?:L[ae]s?\s)?\p{Lu}[\p{L}'-]*(?:\s\p{Lu}[\p{L}'-]*)*/u;
/** "300 visitors at the plant fair" come to the fair. */
const AT_EVENT = new RegExp(String.raw`^\s*(?:at|to|au|aux|[àa])\s(?=[^,;:.!?()]{0,40}?${EVENT.source})`, 'iu');
/** "Faire venir du monde à nos portes ouvertes", "bring people to the barn": where they come, and not who. */
const PEOPLE_TO =
  /^\s*(?:\d[\d\s]*)?(?:[Dd]u monde|plus de monde|des gens|du public|(?:les |nos |des )?(?:habitants|familles|voisins|jeunes|seniors|riverains)|(?:more |the |our )?(?:people|families|locals|neighbours|members|parents|everyone))\s(?:[àa]|aux?|chez|to|into|round to)\s(?!\p{Lu})/u;

/** "Households on our egg subscription": its name stands before the word of the goal. */
function subscribedTo(before: string, word: string): string | undefined {
  const named = SUBSCRIPTION.test(word) ? NAME_BEFORE.exec(before)?.[1] : undefined;
  return named && `${named}${word}`;
}
const SUBSCRIPTION = /^(?:subscription|membership)$/iu;
const NAME_BEFORE =
  /(?<!\p{L})(?:our|the|an?|new)\s((?!new|monthly|annual|yearly)\p{L}[\p{L}'-]*\s(?:\p{L}[\p{L}'-]*\s)?)$/iu;

/** "40 renewals from lapsed members", "60 orders from restaurants": who does it, and not what. */
const FROM_PEOPLE = /^\s(?:from|by|among|chez|de la part)\s/iu;
/** The article, and in English what stands between it and its noun: "our pottery | workshop". */
const BEFORE_THING =
  /(?<![\p{L}])(?:(?:our|the|their|your|an?)\s(?:(?!(?:of|for|to|in|on|at|by|from|with|and|or)\s)\p{L}[\p{L}'-]*\s){0,3}|(?:l'|(?:la|le|les|un|une|notre|nos)\s)?(?:(?:1st|first|free|annual|yearly|spring|summer|autumn|winter)\s)?)$/iu;

/** "Turkeys, geese & ribs of beef - order by 14 Dec": what to order stands before the order. */
function namedBefore(clause: string, { text }: BriefField): string | undefined {
  const clauses = clausesOf(text);
  const before = clauses[clauses.indexOf(clause) - 1];
  const isTold = before && !isForTheTeam(before) && publicLines(text).flatMap(clausesOf).includes(before);
  return isTold && before.length <= LONGEST_THING && !NO_OFFER.test(before) && !NO_NAME.test(before)
    ? // A sentence began with it: a capital of its own it has only beside others.
      before.replace(ONLY_CAPITAL, (letter) => letter.toLowerCase())
    : undefined;
}

const NO_NAME = /[.!?:]$|\d/u;
const ONLY_CAPITAL = /^\p{Lu}(?=\p{Ll}[^\p{Lu}]*$)/u;

/** "Inscrits pour le 2e trimestre, cours du mercredi": people sign up for the lessons. */
const ONLY_A_TIME =
  /^(?:(?:le|la|l'|ce|cette|the|this)\s?)?(?:(?:\d+(?:e|er|re|ère|ème|st|nd|rd|th)|premi[eè]re?|deuxi[eè]me|troisi[eè]me|prochaine?|nouvelle|first|second|third|next|new|spring|summer|autumn|fall|winter)\s)?(?:trimestre|semestre|ann[ée]e(?: scolaire)?|saison|rentr[ée]e|mois|term|semester|season|(?:school )?year|month|quarter)$/iu;
const ACTIVITY =
  /[,:–-]\s*((?:les |the )?(?:cours|stages?|ateliers?|le[çc]ons?|s[ée]ances?|lessons?|classes|courses?|workshops?|sessions?|camps?)(?![\p{L}])[^,;:.!?()]{0,60})/iu;

// What people are asked to do with something they have: "remind members to renew their cards", "rappeler aux adhérents de renouveler".
import type { Language } from '../../../contracts/language.ts';
import type { GoalMatch } from '../read-goal.ts';
import type { OfferCandidate } from './offer-candidate.ts';

const ASKING =
  /(?<!\p{L})(?:remind|tell|ask|invite|encourage|get|urge|nudge|push|warn|inform|notify|rappel(?:er|ez|ons)|invit(?:er|ez|ons)|incit(?:er|ez|ons)|encourag(?:er|ez|eons)|pouss(?:er|ez|ons)|demand(?:er|ez|ons)|convain(?:cre|quez|quons))(?!\p{L})/iu;
/** "To renew", "de renouveler", and no "to the gala": a verb, whatever it is. */
const DEED =
  /^\s*(?:to\s(?!(?:the|our|an?|their|your|this|that|all|more|try|buy|get|join)\s)|d(?:e\s|')(?=\p{L}+(?:er|ir|re)(?!\p{L})))\p{Ll}+(?!\p{L})/u;

/** The words after what people are asked to do; undefined where they are asked nothing. */
export function deedAsked(clause: string, end: number): string | undefined {
  const after = clause.slice(end);
  const deed = ASKING.test(clause.slice(0, end)) ? DEED.exec(after)?.[0] : undefined;
  return deed === undefined ? undefined : after.slice(deed.length);
}

const RENEWAL =
  /(?<!\p{L})(?:renew(?:als?|ing|ed|s)?|renouvel(?:er|lements?|[ée]e?s?|lent)|r[ée]-?adh[ée](?:rer|sions?)|r[ée]abonnements?|se r[ée]abonner)(?!\p{L})/iu;
/** Whether the words are no more than that: "renouvellent". */
export const isRenewal = (words: string): boolean => words.replace(RENEWAL, '') === '';
/** Who renews tells what. */
const RENEWED: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})members?(?:hips?)?(?!\p{L})/iu, 'the membership'],
  [/(?<!\p{L})subscri(?:bers?|ptions?)(?!\p{L})/iu, 'the subscription'],
  [/(?<!\p{L})(?:adh[ée]rents?|adh[ée]rentes?|membres?|adh[ée]sions?)(?!\p{L})/iu, "l'adhésion"],
  [/(?<!\p{L})abonn(?:[ée]e?s?|ements?)(?!\p{L})/iu, "l'abonnement"],
];

/** "Remind members to renew": the membership, where nothing else is named. */
export const renewalIn = (language: Language, matches: readonly GoalMatch[]): OfferCandidate[] =>
  matches.flatMap(({ clause, field }) => {
    const thing = RENEWED.find(([who]) => RENEWAL.test(clause) && who.test(clause))?.[1];
    const isSaid = thing !== undefined && /^the /u.test(thing) === (language === 'en');
    return isSaid ? [{ thing, field, quote: clause, isGuess: false }] : [];
  });

/** "200 new members": they join, where nothing says what. */
export const membershipIn = (language: Language, matches: readonly GoalMatch[]): OfferCandidate[] =>
  matches.flatMap(({ text, clause, field }) => {
    const { joined, thing } = MEMBERSHIP[language];
    return joined.test(text) ? [{ thing, field, quote: clause, isGuess: false }] : [];
  });
const MEMBERSHIP: Readonly<Record<Language, { readonly joined: RegExp; readonly thing: string }>> = {
  en: { joined: /(?<!\p{L})(?:members|joiners)$/iu, thing: 'the membership' },
  fr: { joined: /(?<!\p{L})(?:adh[ée](?:rents?|sions?)|membres|coop[ée]rat(?:eurs|rices)|soci[ée]taires)$/iu, thing: "l'adhésion" },
}; // biome-ignore format: a table

// Reads a brief: what is offered, what people shall do, to whom, with which proof, when, where to, under which constraints,
// and what could not be understood. Pure: the same brief read on the same day gives the same reading.

import { type BriefReading, briefReadingSchema } from '../../contracts/brief-reading.ts';
import type { Language } from '../../contracts/language.ts';
import { type BriefField, briefFields, byDefault, quoted, type ReadableBrief, shortened } from './brief-fields.ts';
import { readPeriod } from './dates/read-period.ts';
import { readOffer } from './offer/read-offer.ts';
import { decidedFields, openQuestions } from './open-questions.ts';
import { ask, type Doubt } from './questions.ts';
import { readPrices } from './read-amounts.ts';
import { readConstraints } from './read-constraints.ts';
import { type CountryRead, readCountry } from './read-country.ts';
import { readDestination } from './read-destination.ts';
import { readGoal } from './read-goal.ts';
import { readPlace } from './read-place.ts';
import { readDetails, readProofs } from './read-proofs.ts';
import { targetInAll } from './target-in-all.ts';
import { writtenLanguage } from './written-language.ts';

const MOST_QUESTIONS = 20;
const LATER_OBJECTIVE = /^campaignGoals\.objectives\.[1-9]/u;

/** The reading of a brief on a day ("2026-11-26"); what a person corrected replaces what was read. */
export function readBrief(brief: ReadableBrief, readOn: string): BriefReading {
  const { language, briefData } = brief;
  const written = briefFields(brief);
  const fields = decidedFields(written);
  const where = readCountry(brief, written);
  const goalRead = readGoal(fields);
  const context = { today: readOn, country: where.country?.code, dayFirst: dayFirstIn(where, language) };
  const isNotice = goalRead.doubts.some(({ kind }) => kind === 'notice');
  const time = readPeriod(fields, context, { language, goal: goalRead.goal, isNotice });
  const { goal, doubts: rateDoubts } = targetInAll(goalRead.goal, goalRead.rate, time.countedDays);
  const prices = readPrices(
    fields.filter(({ path }) => !path.includes('duration')),
    briefData.campaignGoals.budget.currency,
  );
  const offerRead = readOffer(brief, fields, goalRead, prices);
  const place = readPlace(fields);
  const { destination, doubts: destinationDoubts } = readDestination(brief, written);
  const { constraints, doubts: constraintDoubts } = readConstraints(written);
  // A notice asks nothing of what comes after its news: that is told.
  const used = [goal.from, offerRead.offer.from].filter(({ field }) => !isNotice || !LATER_OBJECTIVE.test(field));
  const proofs = readProofs(fields, used, language);
  const offer = {
    ...offerRead.offer,
    thing: withoutAddress(offerRead.offer.thing, destination.address),
    ...(place ? { place } : {}),
    ...(time.eventDay ? { date: time.eventDay } : {}),
  };
  const audience = readAudience(written, where);
  const doubts = [
    ...goalRead.doubts,
    ...openQuestions(written),
    ...rateDoubts,
    ...offerRead.doubts,
    ...time.doubts,
    ...audience.doubts,
    ...destinationDoubts,
    ...constraintDoubts,
    ...bannedInName(brief, constraints),
    ...budgetDoubts(briefData.campaignGoals.budget.amount),
    ...languageDoubts(brief, written),
  ];
  const read: BriefReading = {
    readOn,
    offer,
    goal,
    audience: audience.audience,
    proofs,
    period: { ...time.period, timeZone: where.timeZone },
    moments: [...time.moments],
    destination,
    constraints,
    details: readDetails(fields, used, proofs, language)
      .map((detail) => ({ ...detail, fact: withoutWhere(detail.fact, destination) }))
      .filter(
        ({ fact }) =>
          /\S\s\S/u.test(fact) &&
          !isTold(fact, destination, place) &&
          !offer.thing.toLowerCase().includes(fact.toLowerCase()),
      ),
    notUnderstood: distinctQuestions(doubts, language),
  };
  return corrected(briefReadingSchema.parse(read), briefData.reading);
}

/** "La patinoire place du Marché": where it is, is told by itself. */
const withoutAddress = (thing: string, address: string | undefined): string =>
  (address && thing.endsWith(` ${address}`) && thing.slice(0, -address.length).trim()) || thing;

/** "Come test ride, Saturdays 10-4, Unit 6, Albion Mills": the last two are told by themselves. */
const withoutWhere = (fact: string, { address, hours }: BriefReading['destination']): string =>
  [address, hours]
    .reduce<string>((told, known) => (known && told !== known ? told.replace(`, ${known}`, '') : told), fact)
    .trim();

/** The address, the hours, the telephone and the place have parts of their own. */
const isTold = (
  fact: string,
  { address, hours, telephone }: BriefReading['destination'],
  place: string | undefined,
): boolean =>
  [address, hours, place].some((known) => known?.toLowerCase().includes(fact.toLowerCase())) ||
  // "Refund in shops or on 0800…" says more than a number.
  (telephone !== undefined &&
    fact.includes(telephone) &&
    fact.replace(telephone, '').split(/\s+/u).length <= LONGEST_CALL);
const LONGEST_CALL = 5;

const dayFirstIn = ({ country }: CountryRead, language: Language): boolean | undefined =>
  country?.dayFirst ?? (language === 'fr' ? true : undefined);

const distinctQuestions = (doubts: readonly Doubt[], language: Language) => {
  const questions = doubts.map((doubt) => ask(doubt, language));
  return [...new Map(questions.map((question) => [question.question, question])).values()].slice(0, MOST_QUESTIONS);
};

/** A corrected part is understood: its questions are answered. */
function corrected(reading: BriefReading, correction: ReadableBrief['briefData']['reading']): BriefReading {
  if (!correction) return reading;
  const parts = Object.fromEntries(Object.entries(correction).filter(([, part]) => part !== undefined));
  return {
    ...reading,
    ...parts,
    notUnderstood: reading.notUnderstood.filter(({ about }) => !Object.hasOwn(parts, about)),
  };
}

/** Words that name nobody. */
const NOBODY = /^(?:tout le monde|tous|everyone|everybody|all|n\/?a|\P{L}*)$/iu;

function readAudience(fields: readonly BriefField[], { country }: CountryRead) {
  const field = fields.find(({ path }) => path === 'campaignGoals.targetAudience');
  const who = shortened(field?.text ?? '', 400);
  const doubts: Doubt[] = [];
  const says = field ? quoted(field, who) : byDefault;
  if (NOBODY.test(who)) doubts.push({ about: 'audience', from: says, kind: 'audience-unreadable', parts: [who] });
  if (!country) doubts.push({ about: 'audience', from: byDefault, kind: 'country-unknown' });
  return { audience: { who, ...(country ? { country: country.code } : {}), from: says }, doubts };
}

const budgetDoubts = (amount: number): Doubt[] =>
  amount > 0
    ? []
    : [{ about: 'budget', from: quoted({ path: 'campaignGoals.budget.amount' }, String(amount)), kind: 'no-budget' }];

const OWN_WORDS = /objectives|targetAudience|tone|brandValues/u;
function languageDoubts({ language }: ReadableBrief, fields: readonly BriefField[]): Doubt[] {
  const told = fields.filter(({ path }) => OWN_WORDS.test(path));
  const written = writtenLanguage(told.map(({ text }) => text).join(' \n'));
  const [first] = told;
  return written === undefined || written === language || !first
    ? []
    : [{ about: 'language', from: quoted(first, first.text), kind: 'other-language' }];
}

const bannedInName = (brief: ReadableBrief, constraints: BriefReading['constraints']): Doubt[] =>
  constraints.flatMap(({ kind, value, from }): Doubt[] => {
    const name = [brief.briefData.companyInfo.name, brief.name].find(
      (text) => value && text.toLowerCase().includes(value.toLowerCase()),
    );
    return kind === 'never-say' && value && name
      ? [{ about: 'constraints', from, kind: 'banned-in-name', parts: [value, name] }]
      : [];
  });

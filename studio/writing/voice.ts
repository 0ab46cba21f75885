// Everything a composer needs to speak for one brief: its reading, its words cleaned, its rules, what people asked to
// change, and a seed. The same facts and feedback give the same voice.
import { createHash } from 'node:crypto';
import { campaignWeeks } from '../../shared/agents/campaign-days.ts';
import type { BriefContext } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/brief.ts';
import type { BriefReading, GoalKind } from '../../shared/contracts/brief-reading.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import type { ModelTask } from '../task.ts';
import { briefSlots } from './brief-slots.ts';
import { type Directives, readDirectives } from './feedback-directives.ts';
import type { Slots } from './frames/fill-frame.ts';
import { sayMoney, type Variety, varietyOf } from './grammar/amounts-and-days.ts';
import { joinWords } from './grammar/join-words.ts';
import { withWrittenArticle } from './grammar/noun-phrase.ts';
import { offerPhrases } from './grammar/offer-phrases.ts';
import { languageOf } from './language-of.ts';
import { asClause, firstWords, lowerFirst, plainText, unpunctuated, upperFirst, wholeClause } from './plain-text.ts';
import { type Register, registerOf } from './register.ts';
import { breaksRules, obeyRules, type Rules, readRules } from './rules.ts';

export interface Voice {
  readonly language: Language;
  readonly variety: Variety;
  readonly familiar: boolean;
  readonly register: Register;
  readonly goal: GoalKind;
  readonly reading: BriefReading;
  readonly rules: Rules;
  readonly directives: Directives;
  /** The brand inside running text: its name, or "la marque" when the name is a sentence of its own. */
  readonly brand: string;
  readonly name: string;
  readonly sector: string;
  readonly audience: string;
  readonly objectives: readonly [string, ...string[]];
  readonly tone: string;
  readonly channels: readonly Channel[];
  readonly weeks: number;
  readonly budgetAmount: number;
  readonly slots: Slots;
  /** Clauses that the brief itself gives, proofs first, as they follow a colon. */
  readonly facts: readonly string[];
  readonly proofs: readonly string[];
  readonly values: readonly string[];
  /** What every text must speak of, newest last. */
  readonly mentions: readonly string[];
  /** Words of the brief that are in the other language, and were left out. */
  readonly foreign: readonly string[];
  /** Of the brief alone, and of the brief with what people asked to change. */
  readonly seed: string;
  money(amount: number): string;
  list(items: readonly string[]): string;
}

const LONGEST_FACT = 170;
/** Addresses are told as addresses. */
const CONTACT = /\S@\S+\.\p{L}|https?:|www\.|(?:\d[\s.]?){9,}/u;

/** The voice of a brief for one task. */
export function voiceFor(brief: BriefContext, task: ModelTask): Voice {
  const { language } = task;
  const { reading } = brief;
  const fallback = fallbacks[language];
  const rules = readRules(reading.constraints, language);
  const directives = readDirectives(task.feedback, language);
  const foreign: string[] = [];
  const words = (text: string, limit: number) => unpunctuated(firstWords(plainText(text, language), limit));
  /** The brief's own words, if they are in the language of the campaign and may be said. */
  const clean = (text: string | undefined): string | undefined => {
    const said = unpunctuated(plainText(text ?? '', language));
    const spoken = languageOf(said);
    if (spoken && spoken !== language) foreign.push(said);
    return !said || (spoken && spoken !== language) || breaksRules(said, rules)
      ? undefined
      : obeyRules(said, rules, language);
  };
  const name = words(brief.companyInfo.name, 80) || upperFirst(fallback.brand);
  const label = name.split(' ').length <= 5 && name.length <= 40 ? name : fallback.brand;
  const brand = /^(?:les|nos|mes)\s/iu.test(label) && language === 'fr' ? `la marque ${label}` : label;
  const currency = brief.campaignGoals.budget.currency;
  const variety = varietyOf(language, rules.variety, reading.offer.price?.currency ?? currency);
  const familiar = directives.familiar ?? rules.familiar ?? false;
  const everything = plainText(JSON.stringify(brief), language);
  const clause = (text: string | undefined) => {
    const said = clean(text);
    const whole = said && wholeClause(said, LONGEST_FACT);
    return whole ? asClause(whole, everything) : undefined;
  };
  const clauses = (entries: readonly { fact: string }[]) => [
    ...new Set(
      entries
        .flatMap(({ fact }) => singleFacts(fact))
        .map(clause)

        .filter((fact): fact is string => fact !== undefined && !CONTACT.test(fact)),
    ),
  ];
  const proofs = clauses(reading.proofs);
  const values = splitList(clean(brief.brandIdentity.brandValues) ?? '')
    .map((value) => (value.includes(' ') ? asClause(value, everything) : lowerFirst(value)))
    .slice(0, 5);
  const facts = [...new Set([...proofs, ...clauses(reading.details.filter(({ fact }) => !isObjective(fact)))])].filter(
    (fact) => !values.includes(fact),
  );
  const list = (items: readonly string[]) => new Intl.ListFormat(variety).format(items);
  const audience = words(reading.audience.who, 220) || fallback.people;
  const objectives = brief.campaignGoals.objectives.map((text) => words(text, 200)).filter(Boolean);
  const offerName = clean(reading.offer.name);
  const trade =
    reading.offer.from.field === 'companyInfo.sector' ? undefined : clean(brief.companyInfo.sector)?.toLowerCase();
  const offered =
    named(usableThing(clean(reading.offer.thing)), offerName) ?? (reading.goal.kind === 'donate' ? undefined : trade);
  const offer = offerPhrases(
    offered ? thingOf(offered, reading, everything, language) : fallback.offer(label),
    reading.goal.kind,
    language,
  );
  const slots = briefSlots(brief, reading, {
    language, variety, familiar, offer, brand, label, clean,
    withoutPrices: rules.withoutPrices, campaignName: words(brief.campaignName, 110) || name,
    people: peoplePhrase(audience, language), values: values.length > 0 ? list(values.slice(0, 3)) : undefined,
  }); // biome-ignore format: a table
  return {
    language, variety, familiar, register: registerOf(brief.brandIdentity.tone), goal: reading.goal.kind, reading, rules, directives, brand, name,
    sector: lowerFirst(words(brief.companyInfo.sector, 80) || fallback.sector), audience,
    objectives: [objectives[0] ?? fallback.objective, ...objectives.slice(1).filter(isObjective)],
    tone: lowerFirst(words(brief.brandIdentity.tone, 160) || fallback.tone),
    channels: [...new Set(brief.brandIdentity.priorityChannels)],
    weeks: campaignWeeks(brief.reading),
    budgetAmount: brief.campaignGoals.budget.amount,
    slots: { ...slots, plural: offer.thing.plural ? 'plural' : undefined, proofs: proofs.length > 0 ? proofs.slice(0, 3).join(' ; ') : fallback.proofs },
    facts, proofs, values, foreign: [...new Set(foreign)],
    mentions: [...rules.mentions, ...directives.mentions].map((topic) => asClause(topic, everything)),
    seed: fingerprint({ language, brief, feedback: task.feedback }),
    money: (amount) => sayMoney(Math.round(amount), currency, variety),
    list,
  }; // biome-ignore format: a table
}

/** Fingerprint of a task: its agent, language, facts (whatever the order of their keys) and feedback. */
export const seedOf = ({ agent, language, facts, feedback }: ModelTask): string =>
  fingerprint({ agent, language, facts, feedback });

const fingerprint = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([left], [right]) => (left < right ? -1 : 1)))
      : entry,
  );
}

const fallbacks = {
  fr: {
    brand: 'la marque', sector: 'services', people: 'les personnes visées', objective: 'Se faire connaître', tone: 'clair',
    offer: (label: string) => joinWords('l’action de ', label, 'fr'), proofs: 'les preuves restent à réunir',
  },
  en: {
    brand: 'the brand', sector: 'services', people: 'the people this campaign is for', objective: 'Become known', tone: 'clear',
    offer: (label: string) => `the work of ${label}`, proofs: 'proof still to be gathered',
  },
}; // biome-ignore format: a table

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

/** The thing as it stands inside a sentence: a trade or a common word loses its capital, a bare noun gets the brief's own article. */
function thingOf(offered: string, { offer }: BriefReading, everything: string, language: Language): string {
  const isCommon = offer.from.field === 'companyInfo.sector' || COMMON_DETERMINER.test(offered);
  const thing = isCommon ? lowerFirst(offered) : offered;
  return language === 'fr' ? withWrittenArticle(thing, everything) : thing;
}
const COMMON_DETERMINER = /^(?:un|une|des|les?|la|l[’']|du|de la|nos|notre|ce|cette|an?|the|our)(?![\p{L}])/iu;

function splitList(text: string): string[] {
  const parts = text
    .split(/\s*[,;•/]\s+|\s*[;•]\s*|\s+(?:et|and)\s+(?!\p{L}+\s+(?:et|and)\s)/u)
    .map((part) => unpunctuated(part));
  return [...new Set(parts.map((part) => firstWords(part, 80)).filter((part) => part.length > 1))];
}

/** "Assemblée à Besançon, garantie 5 ans" tells two things; what stands in brackets or hangs on the part before stays with it. */
function singleFacts(fact: string): string[] {
  const parts = fact.split(
    /\s*[;•]\s+|,\s+(?![^(]*\))(?=\S+\s\S+)(?!(?:et|ou|and|or|which|who|qui|que|dont|où|mais|but|with|avec|including|y compris|soit|gratuite?s?|ouverte?s?|fermée?s?|compris\p{L}*|inclus\p{L}*|sauf|hors|free|except|only|\p{L}+ées?)[\s,])/u,
  );
  const isWhole = (part: string) => /\S\s\S/u.test(part);
  return parts.every(isWhole) ? parts : [fact];
}

/** "Obtenir 1 200 précommandes" is what the client wants, not a fact to tell customers. */
const isObjective = (fact: string): boolean =>
  /^(?:se |nous |s’|s')?(?:obtenir|vendre|faire|recruter|remplir|attirer|réunir|collecter|gagner|atteindre|augmenter|développer|lancer|convertir|générer|trouver|convaincre|toucher|doubler|tripler|fidéliser|inscrire|installer|montrer|donner|mobiliser|récolter|lever|signer|sensibiliser|promouvoir|présenter|annoncer|ouvrir|écouler|renforcer|devenir|être|avoir|créer|amener|inciter|inviter|rappeler|expliquer|valoriser|accroître|réduire|passer|relancer|pousser|encourager|aider|embaucher|décrocher|sell|book|get|reach|hire|raise|grow|fill|recruit|welcome|make|increase|launch|build|drive|convert|generate|attract|become|bring|collect|find|gain|sign|win|introduce|promote|be|show|tell|let|boost|double|have|help people|turn|achieve|acquire|secure|move|keep|encourage|invite|persuade|establish)(?=\s)/iu.test(
    fact,
  ) || /^(?:objectif|but|cible|kpi|target|goal|aim)\b/iu.test(fact);

/** The audience as a plural noun phrase, without the ages and labels of a media plan; "the people…" where it is none. */
function peoplePhrase(audience: string, language: Language): string {
  const start = unpunctuated(audience.split(/[,;:.(–—«“]|\s(?:de|aged?|âgée?s)\s\d/u, 1)[0] ?? '');
  const [firstWord = ''] = start.split(' ');
  const spoken = languageOf(start);
  const plain =
    start.length <= 70 &&
    start.length >= 3 &&
    !/\d|CSP|B2[BC]|ICP|persona/u.test(start) &&
    (!spoken || spoken === language);
  if (!plain) return fallbacks[language].people;
  if (language === 'en') {
    const isPlural = start
      .split(' ')
      .slice(0, 4)
      .some((word) => /[^su]s$/iu.test(word) || /^(?:people|men|women|children|staff)$/iu.test(word));
    return isPlural && !/^(?:a|an|this|each|every|is|as)$/iu.test(firstWord) ? lowerFirst(start) : fallbacks.en.people;
  }
  if (/^(?:les|des)$/iu.test(firstWord)) return `les ${start.slice(firstWord.length + 1)}`;
  const isPlural =
    /[sx]$|^PME$/u.test(firstWord) &&
    !/^(?:tous|toutes|nos|vos|ses|leurs|dans|plus|très|ignores?|Paris|Tours|Reims)$/iu.test(firstWord);
  return isPlural ? `les ${lowerFirst(start)}` : fallbacks.fr.people;
}

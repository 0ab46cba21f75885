// Everything a composer needs to speak for one brief: its reading, its words cleaned, its rules, what people asked to
// change, and a seed. The same facts and feedback give the same voice.
import { campaignWeeks } from '../../shared/agents/campaign-days.ts';
import type { BriefContext } from '../../shared/contracts/agent-outputs.ts';
import type { BriefReading } from '../../shared/contracts/brief-reading.ts';
import { isOrder } from '../../shared/domain/brief-reading/for-the-team.ts';
import { decidedText } from '../../shared/domain/brief-reading/open-questions.ts';
import { isPublic, publicText } from '../../shared/domain/brief-reading/public-lines.ts';
import { writtenLanguage } from '../../shared/domain/brief-reading/written-language.ts';
import { fingerprint } from '../../shared/models/request-fingerprint.ts';
import type { ModelTask } from '../task.ts';
import { briefFacts } from './brief-facts.ts';
import { briefSlots } from './brief-slots.ts';
import { catalogues } from './catalogue.ts';
import { readDirectives } from './feedback-directives.ts';
import type { Slots } from './fill-frame.ts';
import { sayMoney, varietyOf } from './grammar/amounts-and-days.ts';
import { brandPhrase } from './grammar/brand-phrase.ts';
import { joinWords } from './grammar/join-words.ts';
import { offeredThing, offerPhrases } from './grammar/offer-phrases.ts';
import { peoplePhrase } from './grammar/people-phrase.ts';
import { withNotice } from './notice-voice.ts';
import { asClause, firstWords, lowerFirst, plainText, unpunctuated, upperFirst } from './plain-text.ts';
import { registerOf } from './register.ts';
import { breaksRules, obeyRules, readRules } from './rules.ts';
import type { Voice } from './voice-of-brief.ts';

const EVENT =
  /atelier|webinaire|webinar|conf[ée]rence|workshop|s[ée]minaire|seminar|salon|festival|concert|stage|cours|class|gala|marathon|course|run\b|journ[ée]e|soir[ée]e|rencontre|meet|day\b|talk|training|formation|portes ouvertes|hackathon|summit|forum|visite|tour\b/iu;

const NO_GOODS =
  /lettre|letter|magazine|journal|m[ée]dia|podcast|chorale|ch[œo]eur|choir|club|adh[ée]sion|member|association|chaîne|channel|term\b|course|cours\b/iu;

const isUsual = ({ goal, offer }: BriefReading, thing: string): boolean =>
  goal.kind === 'sign-up'
    ? Boolean(offer.date) || EVENT.test(thing)
    : goal.kind !== 'subscribe' || !NO_GOODS.test(thing);

/** The voice of a brief for one task. */
export function voiceFor(brief: BriefContext, task: ModelTask): Voice {
  const { language } = task;
  const { reading, companyInfo, brandIdentity, campaignGoals } = brief;
  const { fallback } = catalogues[language].labels;
  const rules = readRules(reading.constraints, language);
  const directives = readDirectives(task.feedback, language);
  const foreign: string[] = [];
  const words = (text: string, limit: number) => unpunctuated(firstWords(plainText(text, language), limit));
  /** The brief's own words, if they are in the language of the campaign and may be said. */
  const clean = (text: string | undefined): string | undefined => {
    const said = unpunctuated(plainText(text ?? '', language));
    const spoken = writtenLanguage(said, 1);
    const isForeign = spoken !== undefined && spoken !== language;
    if (isForeign) foreign.push(said);
    return !said || isForeign || breaksRules(said, rules) ? undefined : obeyRules(said, rules, language);
  };
  const everything = plainText(JSON.stringify(brief), language);
  const name = words(companyInfo.name, 80) || upperFirst(fallback.brand);
  const label = name.split(' ').length <= 8 && name.length <= 56 ? name : fallback.brand;
  const { brand, chez } = brandPhrase(label, language);
  const { currency, amount: budgetAmount } = campaignGoals.budget;
  const variety = varietyOf(language, rules.variety, reading.offer.price?.currency ?? currency);
  const familiar = directives.familiar ?? rules.familiar ?? false;
  const told = briefFacts(reading, brandIdentity.brandValues ?? '', clean, everything);
  const list = (items: readonly string[]) => new Intl.ListFormat(variety).format(items);
  const audience = words(publicText(reading.audience.who), 220) || fallback.people;
  const people = peoplePhrase(audience, language);
  const thing = offeredThing(reading, companyInfo.sector, clean, everything, language);
  const offer = offerPhrases(thing ?? joinWords(fallback.work, label, language), reading.goal.kind, language);
  const own = briefSlots(reading, {
    language, variety, familiar, offer, brand, label, clean,
    withoutPrices: rules.withoutPrices, campaignName: (isPublic(brief.campaignName) && words(brief.campaignName, 110)) || name,
    words: [...campaignGoals.objectives, brandIdentity.brandValues ?? ''].map((text) => clean(publicText(text)) ?? ''),
    people, values: told.values.length > 0 ? list(told.values.slice(0, 3)) : undefined,
  }); // biome-ignore format: a table
  const slots: Slots = {
    ...own,
    chez,
    plural: offer.thing.plural ? 'plural' : undefined,
    proofs: told.proofs.slice(0, 3).join(language === 'fr' ? ' ; ' : '; ') || fallback.proofs,
    list:
      told.facts.length > 1
        ? told.facts
            .slice(0, 4)
            .map((fact) => `• ${upperFirst(fact)}`)
            .join('\n')
        : undefined,
    // People who are called by name are several: French has to say "vous" to them.
    folk: familiar && language === 'fr' ? undefined : people && upperFirst(people.replace(/^les\s/u, '')),
  };
  // An order, a secret, or a question among the objectives is nothing to measure.
  const decided = campaignGoals.objectives.map(decidedText).filter(Boolean);
  const aims = decided.filter((text, index) => isPublic(text) && (index === 0 || !isOrder(text)));
  const objectives = aims.map((text) => words(text, 200)).filter(Boolean);
  const isFact = (text: string) => reading.details.some(({ from }) => plainText(from.quote, language).includes(text));
  const voice: Voice = {
    ...told, language, variety, familiar, register: registerOf(brandIdentity.tone), isUsual: isUsual(reading, offer.thing.bare), goal: reading.goal.kind, reading, rules, directives, brand, name,
    sector: lowerFirst(words(companyInfo.sector, 80) || fallback.sector), audience,
    objectives: [objectives[0] ?? fallback.objective, ...objectives.slice(1).filter((text) => !isFact(text))],
    tone: lowerFirst(words(brandIdentity.tone, 160) || fallback.tone),
    channels: [...new Set(brandIdentity.priorityChannels)],
    weeks: campaignWeeks(reading), budgetAmount, slots, foreign: [...new Set(foreign)],
    edited: [],
    mentions: [...rules.mentions, ...directives.mentions].map((topic) => asClause(topic, everything)),
    seed: fingerprint({ language, brief, feedback: task.feedback }),
    money: (amount) => sayMoney(Math.round(amount), currency, variety),
    list,
  }; // biome-ignore format: a table
  return withNotice(voice, brief, clean, everything);
}

/** Fingerprint of a task: its agent, language, facts (whatever the order of their keys) and feedback. */
export const seedOf = ({ agent, language, facts, feedback }: ModelTask): string =>
  fingerprint({ agent, language, facts, feedback });

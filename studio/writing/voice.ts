// Everything a composer needs to speak for one brand: its words cleaned, its trade, its audience, what people asked
// to change, and a repeatable way of choosing between phrasings. The same facts and feedback give the same voice.

import { createHash } from 'node:crypto';
import { campaignWeeks } from '../../shared/agents/campaign-duration.ts';
import type { BriefContext } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/brief.ts';
import type { Channel } from '../../shared/contracts/channels.ts';
import { moneyText } from '../../shared/domain/money.ts';
import type { ModelTask } from '../../shared/models/model.ts';
import { seededRandom } from '../media/drawing/seeded-random.ts';
import { type Directives, readDirectives } from './feedback-directives.ts';
import { firstWords, lowerFirst, plainText, unpunctuated } from './plain-text.ts';
import type { SectorBank } from './sectors/sector-bank.ts';
import { sectorBanks } from './sectors/sector-banks.ts';
import { type SectorFamily, sectorFamily } from './sectors/sector-family.ts';

export interface Voice {
  readonly language: Language;
  /** The brand as it is printed. */
  readonly name: string;
  /** The brand inside running text: its name, or "la marque" when the name is a sentence of its own. */
  readonly brand: string;
  /** The brand where no verb follows: its name unless that is a sentence of its own. */
  readonly label: string;
  /** What is being launched, when the campaign's name says so; in French with the article the brief gives it. */
  readonly topic: string | undefined;
  /** The same without an article, as a search or a hashtag has it. */
  readonly bareTopic: string | undefined;
  readonly campaignName: string;
  readonly sector: string;
  readonly family: SectorFamily;
  readonly bank: SectorBank;
  /** The audience in the brief's words. */
  readonly audience: string;
  /** The audience as a plural noun phrase that can stand in a sentence. */
  readonly people: string;
  readonly objectives: readonly [string, ...string[]];
  readonly tone: string;
  readonly values: readonly [string, ...string[]];
  readonly channels: readonly Channel[];
  readonly weeks: number;
  readonly budgetAmount: number;
  readonly directives: Directives;
  readonly familiar: boolean;
  money(amount: number): string;
  list(items: readonly string[]): string;
  pick<Item>(items: readonly [Item, ...Item[]]): Item;
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** The voice of a brief for one task. */
export function voiceFor(brief: BriefContext, task: ModelTask): Voice {
  const { language } = task;
  const words = (text: string, limit: number) => unpunctuated(firstWords(plainText(text, language), limit));
  const random = seededRandom(seedOf(task));
  const fallback = fallbacks[language];
  const name = words(brief.companyInfo.name, 80) || upperFallback(fallback.brand);
  const sector = lowerFirst(words(brief.companyInfo.sector, 80) || fallback.sector);
  const family = sectorFamily(brief.companyInfo.sector);
  const audience = words(brief.campaignGoals.targetAudience, 220) || fallback.people;
  const objectives = brief.campaignGoals.objectives.map((text) => words(text, 160)).filter(Boolean);
  const values = splitList(words(brief.brandIdentity.brandValues ?? '', 300)).slice(0, 4);
  const directives = readDirectives(task.feedback, language);
  const campaignName = words(brief.campaignName, 110) || name;
  const label = name.split(' ').length <= 4 && name.length <= 32 ? name : fallback.brand;
  const bareTopic = launchedThing(campaignName, name);
  return {
    language,
    name,
    brand: isPluralName(label, language) ? `${fallback.brand} ${label}` : label,
    label,
    topic: bareTopic && withItsArticle(bareTopic, objectives),
    bareTopic,
    campaignName,
    sector,
    family,
    bank: sectorBanks[language][family],
    audience,
    people: peoplePhrase(audience, language),
    objectives: atLeastOne(objectives, fallback.objective),
    tone: lowerFirst(words(brief.brandIdentity.tone, 120) || fallback.tone),
    values: atLeastOne(values, fallback.value),
    channels: [...new Set(brief.brandIdentity.priorityChannels)],
    weeks: campaignWeeks(brief.campaignGoals.duration),
    budgetAmount: brief.campaignGoals.budget.amount,
    directives,
    familiar: directives.familiar ?? false,
    money: moneyFormat(language, brief.campaignGoals.budget.currency),
    list: (items) => new Intl.ListFormat(language === 'fr' ? 'fr' : 'en-GB').format(items),
    pick: (items) => random.pick(items),
    shuffled: (items) =>
      items
        .map((item) => ({ item, rank: random.next() }))
        .sort((left, right) => left.rank - right.rank)
        .map(({ item }) => item),
  };
}

/** Fingerprint of a task: its agent, language, facts (whatever the order of their keys) and feedback. */
export function seedOf(task: ModelTask): string {
  const { agent, language, facts, feedback } = task;
  return createHash('sha256').update(canonical({ agent, language, facts, feedback })).digest('hex');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'object' && entry !== null && !Array.isArray(entry)
      ? Object.fromEntries(Object.entries(entry).sort(([left], [right]) => (left < right ? -1 : 1)))
      : entry,
  );
}

const fallbacks = {
  fr: {
    brand: 'la marque', sector: 'services', people: 'les personnes visées', objective: 'Se faire connaître',
    tone: 'clair et chaleureux', value: 'le sérieux',
  },
  en: {
    brand: 'the brand', sector: 'services', people: 'the people this campaign is for', objective: 'Become known',
    tone: 'clear and warm', value: 'care',
  },
}; // biome-ignore format: a table

const upperFallback = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const atLeastOne = (items: readonly string[], fallback: string): readonly [string, ...string[]] => [
  items[0] ?? fallback,
  ...items.slice(1),
];

function splitList(text: string): string[] {
  const parts = text.split(/\s*[,;•/]\s*|\s+(?:et|and|&)\s+/u).map((part) => lowerFirst(unpunctuated(part)));
  return [...new Set(parts.map((part) => firstWords(part, 80)).filter((part) => part.length > 1))];
}

/** "Les Hauts Sentiers" would want a plural verb; "la marque Les Hauts Sentiers" does not. */
const isPluralName = (name: string, language: Language): boolean =>
  language === 'fr' && /^(?:les|nos|mes)\s/iu.test(name);

function launchedThing(campaignName: string, name: string): string | undefined {
  const french = campaignName.match(
    /^(?:lancement|sortie|découverte)\s*(?::|(?:de la|de l['’]|du|des|de|d['’])(?=\s|\p{Lu}))?\s*(.+)$/iu,
  )?.[1];
  const english = campaignName.match(/^(?:launch(?:ing)?(?: of)?|introducing|release of)\s+(?:the\s+)?(.+)$/iu)?.[1];
  const thing = unpunctuated(french ?? english ?? '');
  const isUsable = thing.length > 2 && thing.length <= 40 && !thing.toLowerCase().includes(name.toLowerCase());
  return isUsable && /^\p{Lu}/u.test(thing) ? thing : undefined;
}

/** "la Brioche de Minuit" when an objective says so, else the bare name. */
function withItsArticle(topic: string, objectives: readonly string[]): string {
  const articles = ['la ', 'le ', 'les ', 'l’', "l'", 'the '];
  const written = objectives.join(' ').toLowerCase();
  const article = articles.find((candidate) => ` ${written}`.includes(` ${candidate}${topic.toLowerCase()}`));
  return `${article ?? ''}${topic}`;
}

function peoplePhrase(audience: string, language: Language): string {
  const start = unpunctuated(audience.split(/[,;:.(–—«“]/u, 1)[0] ?? '');
  const [firstWord = ''] = start.split(' ');
  if (start.length > 70 || start.length < 3) return fallbacks[language].people;
  if (language === 'en') {
    const opening = start.split(' ').slice(0, 3);
    const isPlural = opening.some((word) => /[^s]s$/iu.test(word) || /^(?:people|men|women|children)$/iu.test(word));
    return isPlural && !/^(?:a|an|the|this|each|every|all|is|as)$/iu.test(firstWord)
      ? lowerFirst(start)
      : fallbacks.en.people;
  }
  if (/^(?:les|des)$/iu.test(firstWord)) return `les ${start.slice(firstWord.length + 1)}`;
  const isPlural =
    /[sx]$|^PME$/u.test(firstWord) && !/^(?:tous|toutes|nos|vos|ses|leurs|dans|plus|très|ignores?)$/iu.test(firstWord);
  return isPlural ? `les ${lowerFirst(start)}` : fallbacks.fr.people;
}

function moneyFormat(language: Language, currency: string): (amount: number) => string {
  return (amount) => moneyText(amount, currency, language === 'fr' ? 'fr-FR' : 'en-US');
}

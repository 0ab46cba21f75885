// Chooses keywords from the trade, the sector in the brief's own words and the brand, and groups them by intent.
import type { z } from 'zod';
import type { seoFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/brief.ts';
import { workingNotes } from './feedback-lines.ts';
import { firstWords, lowerFirst } from './plain-text.ts';
import type { Intent } from './sectors/sector-bank.ts';
import type { Voice } from './voice.ts';

type Keyword = AgentOutput<'SEO'>['keywordsList'][number];
const MOST_KEYWORDS = 15;

export function composeKeywords(_facts: z.infer<typeof seoFactsSchema>, voice: Voice): AgentOutput<'SEO'> {
  const keywordsList = keywordsFor(voice);
  const byIntent = Map.groupBy(keywordsList, ({ intent }) => intent);
  const clusters = [...byIntent].map(([intent, members]) => ({
    name: clusterNames[voice.language][intent],
    keywords: members.map(({ keyword }) => keyword),
  }));
  return { keywordsList, clusters, seoOpportunities: [...workingNotes(voice), ...openings(voice)].slice(0, 6) };
}

function keywordsFor(voice: Voice): Keyword[] {
  const sector = firstWords(voice.sector, 45);
  const own = ownKeywords[voice.language](sector, voice);
  const trade = voice.shuffled(voice.bank.keywords);
  const requested = voice.directives.mentions.map(
    (topic) => [lowerFirst(firstWords(topic, 50)), 'informational', 30] as const,
  );
  const seen = new Set<string>();
  return [...requested, ...own, ...trade]
    .filter(([keyword]) => !seen.has(keyword.toLowerCase()) && seen.add(keyword.toLowerCase()))
    .slice(0, MOST_KEYWORDS)
    .map(([keyword, intent, difficulty]) => ({ keyword, intent, difficulty }));
}

type Own = (sector: string, voice: Voice) => readonly (readonly [string, Intent, number])[];
const ownKeywords: Record<Language, Own> = {
  fr: (sector, { name, bareTopic }) => [
    [sector, 'commercial', 55],
    [`${sector} : avis`, 'commercial', 41],
    [`${sector} : prix`, 'transactional', 46],
    [`conseils ${sector}`, 'informational', 33],
    [firstWords(name, 60), 'navigational', 8],
    ...(bareTopic ? ([[bareTopic.toLowerCase(), 'transactional', 15]] as const) : []),
  ],
  en: (sector, { name, bareTopic }) => [
    [sector, 'commercial', 56],
    [`${sector} reviews`, 'commercial', 42],
    [`${sector} pricing`, 'transactional', 45],
    [`${sector} guide`, 'informational', 36],
    [firstWords(name, 60), 'navigational', 8],
    ...(bareTopic ? ([[bareTopic.toLowerCase(), 'transactional', 15]] as const) : []),
  ],
};

const clusterNames: Record<Language, Record<Intent, string>> = {
  fr: {
    informational: 'S’informer',
    commercial: 'Comparer',
    transactional: 'Passer à l’action',
    navigational: 'Trouver la marque',
  },
  en: { informational: 'Learn', commercial: 'Compare', transactional: 'Act', navigational: 'Find the brand' },
};

function openings({ language, bank, bareTopic, name, list }: Voice): string[] {
  const [question, second] = bank.questions;
  return language === 'fr'
    ? [
        `Publier une page qui répond à la question « ${question} » et la relier à l’article de la campagne.`,
        `Montrer sur une page dédiée : ${list(bank.proofs.slice(0, 3))}.`,
        `Tenir une foire aux questions courte, avec « ${second} » en tête.`,
        fitText(`Vérifier que la recherche « ${bareTopic ?? name} » mène à une page à jour.`, 600),
      ]
    : [
        `Publish a page that answers “${question}” and link it to the campaign’s article.`,
        `Show on a page of its own: ${list(bank.proofs.slice(0, 3))}.`,
        `Keep a short FAQ that opens with “${second}”`.replace(/\?”$/u, '?”.'),
        fitText(`Check that a search for “${bareTopic ?? name}” leads to an up-to-date page.`, 600),
      ];
}

// Chooses keywords from the thing offered, what its goal makes people search, the sector in the brief's own words and the brand.
import type { z } from 'zod';
import type { seoFactsSchema } from '../../shared/agents/facts.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import type { Language } from '../../shared/contracts/brief.ts';
import { workingNotes } from './asked-lines.ts';
import { documentWriterFor } from './document-writer.ts';
import { firstWords, lowerFirst } from './plain-text.ts';
import { breaksRules } from './rules.ts';
import type { Voice } from './voice.ts';

type Keyword = AgentOutput<'SEO'>['keywordsList'][number];
type Intent = Keyword['intent'];
const MOST_KEYWORDS = 14;
const LEAST_KEYWORDS = 10;

export function composeKeywords(_facts: z.infer<typeof seoFactsSchema>, voice: Voice): AgentOutput<'SEO'> {
  const documents = documentWriterFor(voice, 'SEO');
  const keywordsList = keywordsFor(voice, documents.plan.searches);
  const byIntent = Map.groupBy(keywordsList, ({ intent }) => intent);
  const clusters = [...byIntent].map(([intent, members]) => ({
    name: clusterNames[voice.language][intent],
    keywords: members.map(({ keyword }) => keyword),
  }));
  return {
    keywordsList,
    clusters,
    seoOpportunities: [...workingNotes(voice), ...documents.points(['page'], 4, 5)].slice(0, 6),
  };
}

/** Estimates only: the longer and the nearer to the brand, the easier. */
function keywordsFor(voice: Voice, searches: readonly string[]): Keyword[] {
  const { slots, language, sector, name, directives } = voice;
  const thing = lowerFirst(firstWords(slots.barecore ?? sector, 45));
  const place = slots.place && slots.place.length < 30 && !/\d/u.test(slots.place) ? slots.place : undefined;
  const entries: (readonly [string, Intent])[] = [
    [thing, 'commercial'],
    ...directives.mentions.map((topic) => [lowerFirst(firstWords(topic, 50)), 'informational'] as const),
    ...searches.map((search) => [search.replace('{b}', thing), intentOf(search)] as const),
    ...(place
      ? ([
          [`${thing} ${place}`, 'transactional'],
          [`${firstWords(sector, 40)} ${place}`, 'commercial'],
        ] as const)
      : []),
    [firstWords(sector, 45), 'commercial'],
    [firstWords(name, 60), 'navigational'],
    [`${firstWords(name, 40)} ${language === 'fr' ? 'avis' : 'reviews'}`, 'navigational'],
    [`${firstWords(name, 30)} ${thing}`, 'navigational'],
    ...general[language].map((search) => [search.replace('{b}', thing), intentOf(search)] as const),
  ];
  const seen = new Set<string>();
  const different = entries.filter(
    ([keyword]) => keyword.length > 1 && !seen.has(keyword.toLowerCase()) && seen.add(keyword.toLowerCase()),
  );
  const allowed = different.filter(([keyword]) => !breaksRules(keyword, voice.rules));
  return [
    ...allowed,
    ...different.filter((entry) => !allowed.includes(entry)).slice(0, Math.max(LEAST_KEYWORDS - allowed.length, 0)),
  ]
    .slice(0, MOST_KEYWORDS)
    .map(([keyword, intent]) => ({
      keyword,
      intent,
      difficulty: Math.max(
        6,
        (intent === 'navigational' ? 18 : intent === 'informational' ? 52 : 64) - keyword.split(' ').length * 5,
      ),
    }));
}

const general: Record<Language, readonly string[]> = {
  fr: ['{b} questions', '{b} conditions', 'tout savoir sur {b}', '{b} pour débuter', '{b} local'],
  en: ['{b} questions', '{b} conditions', '{b} explained', '{b} for beginners', 'local {b}'],
};

const intentOf = (search: string): Intent =>
  /prix|tarif|acheter|commander|abonn|réserv|inscri|télécharg|numéro|signer|don\b|donner|candidat|emploi|devis|price|cost|buy|order|subscri|book|sign|download|number|apply|donate|jobs?\b|quote|ticket/iu.test(
    search,
  )
    ? 'transactional'
    : /avis|comparatif|choisir|qui |review|compar|best|who |near/iu.test(search)
      ? 'commercial'
      : 'informational';

const clusterNames: Record<Language, Record<Intent, string>> = {
  fr: { informational: 'S’informer', commercial: 'Comparer', transactional: 'Passer à l’action', navigational: 'Trouver la marque' },
  en: { informational: 'Learn', commercial: 'Compare', transactional: 'Act', navigational: 'Find the brand' },
}; // biome-ignore format: a table

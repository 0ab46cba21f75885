// Chooses keywords from the thing offered, what its goal makes people search, the sector in the brief's own words and the brand.
import type { z } from 'zod';
import type { seoFactsSchema } from '../../shared/agents/facts.ts';
import type { keywordSchema } from '../../shared/contracts/agent-outputs.ts';
import { catalogues } from './catalogue.ts';
import { documentWriterFor } from './document-writer.ts';
import { firstWords, lowerFirst } from './plain-text.ts';
import { breaksRules } from './rules.ts';
import type { Voice } from './voice-of-brief.ts';

type Keyword = z.infer<typeof keywordSchema>;
type Intent = Keyword['intent'];
const MOST_KEYWORDS = 14;
const LEAST_KEYWORDS = 10;

export function composeKeywords(_facts: z.infer<typeof seoFactsSchema>, voice: Voice) {
  const documents = documentWriterFor(voice, 'SEO');
  const keywordsList = keywordsFor(voice, documents.plan.searches);
  const { clusters } = catalogues[voice.language].labels;
  return {
    clusters: [...Map.groupBy(keywordsList, ({ intent }) => intent)].map(([intent, keywords]) => ({
      name: clusters[intent],
      keywords,
    })),
    seoOpportunities: [...documents.notes, ...documents.points(['page'], 4, 5)].slice(0, 6),
  };
}

/** The words the studio chooses for a brief, the best first. */
export function keywordsFor(
  { slots, language, sector, name, directives, rules }: Voice,
  ownSearches: readonly string[],
): Keyword[] {
  const { searches, reviews } = catalogues[language].labels;
  const thing = lowerFirst(firstWords(slots.barecore ?? sector, 45));
  const place = slots.place && slots.place.length < 30 && !/\d/u.test(slots.place) ? slots.place : undefined;
  const about = (list: readonly string[]) => list.map((text) => [text.replace('{b}', thing), intentOf(text)] as const);
  const entries: (readonly [string, Intent])[] = [
    [thing, 'commercial'],
    ...directives.mentions.map((topic) => [lowerFirst(firstWords(topic, 50)), 'informational'] as const),
    ...about(ownSearches),
    ...(place
      ? ([
          [`${thing} ${place}`, 'transactional'],
          [`${firstWords(sector, 40)} ${place}`, 'commercial'],
        ] as const)
      : []),
    [firstWords(sector, 45), 'commercial'],
    [firstWords(name, 60), 'navigational'],
    [`${firstWords(name, 40)} ${reviews}`, 'navigational'],
    [`${firstWords(name, 30)} ${thing}`, 'navigational'],
    ...about(searches),
  ];
  const different = [...new Map(entries.map((entry) => [entry[0].toLowerCase(), entry])).values()].filter(
    ([keyword]) => keyword.length > 1,
  );
  const isAllowed = ([keyword]: readonly [string, Intent]) => !breaksRules(keyword, rules);
  const allowed = different.filter(isAllowed);
  const others = different.filter((entry) => !isAllowed(entry)).slice(0, Math.max(LEAST_KEYWORDS - allowed.length, 0));
  return [...allowed, ...others]
    .slice(0, MOST_KEYWORDS)
    .map(([keyword, intent]) => ({ keyword, intent, difficulty: difficultyOf(keyword, intent) }));
}

/** An estimate only: the longer and the nearer to the brand, the easier. */
const difficultyOf = (keyword: string, intent: Intent): number =>
  Math.max(6, (intent === 'navigational' ? 18 : intent === 'informational' ? 52 : 64) - keyword.split(' ').length * 5);

const ACT =
  /prix|tarif|acheter|commander|abonn|réserv|inscri|télécharg|numéro|signer|don\b|donner|candidat|emploi|devis|price|cost|buy|order|subscri|book|sign|download|number|apply|donate|jobs?\b|quote|ticket/iu;
const COMPARE = /avis|comparatif|choisir|qui |review|compar|best|who |near/iu;

const intentOf = (search: string): Intent =>
  ACT.test(search) ? 'transactional' : COMPARE.test(search) ? 'commercial' : 'informational';

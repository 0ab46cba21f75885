// Chooses the words people search with, groups them and names the openings.
import * as z from 'zod';
import { agentOutputSchemas, keywordSchema } from '../contracts/agent-outputs.ts';
import { requireInputs } from './input-missing.ts';
import { prompt as en } from './prompts/seo.en.ts';
import { prompt as fr } from './prompts/seo.fr.ts';
import { textAgent } from './text-agent.ts';

const FEWEST_KEYWORDS = 10;
const MOST_KEYWORDS = 15;

/** Keywords stand in their groups: that each is in one group needs no checking, and no spelling twice. */
const draftSchema = z.strictObject({
  clusters: z
    .array(
      z.strictObject({
        name: agentOutputSchemas.SEO.shape.clusters.element.shape.name,
        keywords: z.array(keywordSchema).min(1),
      }),
    )
    .min(2)
    .max(6)
    .refine(
      (clusters) => distinct(clusters).flatMap(({ keywords }) => keywords).length >= FEWEST_KEYWORDS,
      `the groups must hold at least ${FEWEST_KEYWORDS} different keywords together`,
    ),
  seoOpportunities: agentOutputSchemas.SEO.shape.seoOpportunities,
});
type Groups = readonly { readonly name: string; readonly keywords: readonly z.infer<typeof keywordSchema>[] }[];

/** Each keyword in the first group that names it, whatever its case. */
function distinct(groups: Groups): Groups {
  const known = new Set<string>();
  const isNew = (keyword: string) => {
    const folded = keyword.toLowerCase();
    return known.has(folded) ? false : Boolean(known.add(folded));
  };
  return groups
    .map(({ name, keywords }) => ({ name, keywords: keywords.filter(({ keyword }) => isNew(keyword)) }))
    .filter(({ keywords }) => keywords.length > 0);
}

/** What of the groups the list has room for. */
function withinList(groups: Groups): Groups {
  let room = MOST_KEYWORDS;
  return groups
    .map(({ name, keywords }) => {
      const kept = keywords.slice(0, Math.max(room, 0));
      room -= keywords.length;
      return { name, keywords: kept };
    })
    .filter(({ keywords }) => keywords.length > 0);
}

export const seo = textAgent({
  id: 'SEO',
  gather: ({ values }) => {
    const { briefContext, strategyReport } = requireInputs('SEO', values, ['briefContext', 'strategyReport']);
    return { briefContext, strategyReport };
  },
  prompts: { fr, en },
  words: () => ({}),
  draftSchema: () => draftSchema,
  finish: ({ clusters, seoOpportunities }) => {
    const groups = withinList(distinct(clusters));
    return {
      keywordsList: groups.flatMap(({ keywords }) => keywords),
      clusters: groups.map(({ name, keywords }) => ({ name, keywords: keywords.map(({ keyword }) => keyword) })),
      seoOpportunities,
    };
  },
  maximumOutputTokens: 3000,
});

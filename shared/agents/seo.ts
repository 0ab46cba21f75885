// Chooses the words people search with, groups them and names the openings.
import * as z from 'zod';
import { agentOutputSchemas, keywordSchema } from '../contracts/agent-outputs.ts';
import { requireInputs } from './input-missing.ts';
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
  role: {
    fr: 'Tu es consultant en référencement naturel. Tu penses d’abord à ce que la personne cherche vraiment.',
    en: 'You are a search consultant. You think first of what the person is really looking for.',
  },
  task: (_facts, language) =>
    language === 'fr'
      ? `Choisis les mots-clés de la campagne.
- clusters : de 2 à 6 groupes nommés (name), qui tiennent ensemble de 10 à 15 mots-clés (keywords), chacun dans un seul groupe.
- keyword : une expression telle que le public la tape, tirée du secteur, du public et de l’offre ; une seule peut être le nom de la marque. intent : informational, commercial, transactional ou navigational. difficulty : entier de 0 (facile) à 100 (difficile), une estimation.
- seoOpportunities : de 2 à 6 occasions concrètes (page, question, format), une phrase chacune.`
      : `Choose the keywords of the campaign.
- clusters: 2 to 6 named groups (name) that together hold 10 to 15 keywords (keywords), each in one group only.
- keyword: a phrase as the audience would type it, drawn from the sector, the audience and the offer; only one may be the brand's name. intent: informational, commercial, transactional or navigational. difficulty: a whole number from 0 (easy) to 100 (hard), an estimate.
- seoOpportunities: 2 to 6 concrete openings (page, question, format), one sentence each.`,
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

// Chooses the words people search with, groups them and names the openings.
import { type AgentOutput, agentOutputSchemas } from '../contracts/agent-outputs.ts';
import { requireInputs } from './input-missing.ts';
import { textAgent } from './text-agent.ts';

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
- keywordsList : de 10 à 15 expressions distinctes, telles que le public les tape, tirées du secteur, du public et de l’offre ; une seule peut être le nom de la marque. intent : informational, commercial, transactional ou navigational. difficulty : entier de 0 (facile) à 100 (difficile), une estimation.
- clusters : de 2 à 6 groupes nommés ; chaque mot-clé de la liste figure dans un groupe et un seul, écrit à l’identique.
- seoOpportunities : de 2 à 6 occasions concrètes (page, question, format), une phrase chacune.`
      : `Choose the keywords of the campaign.
- keywordsList: 10 to 15 distinct phrases as the audience would type them, drawn from the sector, the audience and the offer; only one may be the brand's name. intent: informational, commercial, transactional or navigational. difficulty: a whole number from 0 (easy) to 100 (hard), an estimate.
- clusters: 2 to 6 named groups; every keyword of the list stands in one group and only one, spelled the same.
- seoOpportunities: 2 to 6 concrete openings (page, question, format), one sentence each.`,
  draftSchema: () =>
    agentOutputSchemas.SEO.refine(isPartition, {
      path: ['clusters'],
      message: 'keywords must be distinct and each must stand in exactly one cluster',
    }),
  finish: (draft) => draft,
  maximumOutputTokens: 3000,
});

function isPartition({ keywordsList, clusters }: AgentOutput<'SEO'>): boolean {
  const listed = keywordsList.map(({ keyword }) => keyword).sort();
  const grouped = clusters.flatMap(({ keywords }) => keywords).sort();
  return new Set(listed).size === listed.length && listed.join('\n') === grouped.join('\n');
}

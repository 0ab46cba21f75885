// What the search consultant is asked, in French.
import type { Prompt } from './prompt.ts';

export const prompt: Prompt<object> = {
  version: 1,
  role: 'Tu es consultant en référencement naturel. Tu penses d’abord à ce que la personne veut savoir ou faire quand elle tape sa recherche.',
  task: () =>
    `Choisis les mots-clés de la campagne.
- clusters : de 2 à 6 groupes nommés (name) d’après une intention ou un moment, qui tiennent ensemble de 10 à 15 mots-clés (keywords), chacun dans un seul groupe.
- keyword : une expression telle que le public la tape, avec ses mots à lui, tirée de l’offre, du besoin, du lieu ou du public ; un seul mot-clé peut être le nom de la marque. intent : informational, commercial, transactional ou navigational. difficulty : de 0 (facile) à 100 (difficile), une estimation.
- seoOpportunities : de 2 à 6 occasions d’une phrase : la page à faire, la question à laquelle elle répond, le fait de la fiche qui y répond mieux que d’autres.`,
};

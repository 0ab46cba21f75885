// Writes the campaign's article, its meta description, alternative texts and what to test.
import { agentOutputSchemas } from '../contracts/agent-outputs.ts';
import { requireInputs } from './input-missing.ts';
import { textAgent } from './text-agent.ts';

export const contentWriter = textAgent({
  id: 'ContentWriter',
  gather: ({ values }) => {
    const { briefContext, keywordsList, creativeBriefs, strategyReport } = requireInputs('ContentWriter', values, [
      'briefContext',
      'keywordsList',
      'creativeBriefs',
      'strategyReport',
    ]);
    return { briefContext, keywordsList, creativeBriefs, strategyReport };
  },
  role: {
    fr: 'Tu es rédacteur web. Tu rends service au lecteur avant de parler de la marque.',
    en: 'You are a web writer. You serve the reader before you speak of the brand.',
  },
  task: ({ keywordsList }, language) => {
    const keywords = keywordsList
      .slice(0, 5)
      .map(({ keyword }) => keyword)
      .join(', ');
    return language === 'fr'
      ? `Écris l’article de la campagne.
- articleTitle : un titre clair. articleMarkdown : de 620 à 720 mots (jamais moins de 500 ni plus de 800) en Markdown, avec une introduction, au moins trois intertitres de niveau 2, une liste et une conclusion qui invite à agir. Aucun paragraphe répété, aucun HTML.
- Emploie naturellement plusieurs mots-clés, par exemple : ${keywords}.
- metaDescription : de 50 à 160 caractères. altTexts : de 2 à 4 textes de remplacement décrivant les images à prévoir.
- ABVariants : de 1 à 5 éléments à tester (element, a, b), par exemple le titre, l’introduction ou l’appel à l’action.`
      : `Write the article of the campaign.
- articleTitle: a clear title. articleMarkdown: 620 to 720 words (never under 500 or over 800) in Markdown, with an introduction, at least three level-2 headings, a list and a conclusion that invites the reader to act. No repeated paragraph, no HTML.
- Use several keywords naturally, for instance: ${keywords}.
- metaDescription: 50 to 160 characters. altTexts: 2 to 4 alternative texts that describe the pictures to plan.
- ABVariants: 1 to 5 elements to test (element, a, b), such as the title, the introduction or the call to action.`;
  },
  draftSchema: () => agentOutputSchemas.ContentWriter,
  finish: (draft) => draft,
  maximumOutputTokens: 5000,
});

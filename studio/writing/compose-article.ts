// Puts the article together, brings it to length and adds what goes with it.
import type { z } from 'zod';
import type { contentWriterFactsSchema } from '../../shared/agents/facts.ts';
import { fitText } from '../../shared/agents/fit-text.ts';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { assembleArticle } from './article-parts.ts';
import { callsToAction } from './calls-to-action.ts';
import { englishArticle } from './english-article.ts';
import { frenchArticle } from './french-article.ts';
import { upperFirst } from './plain-text.ts';
import type { Voice } from './voice.ts';

type Facts = z.infer<typeof contentWriterFactsSchema>;
/** Words by the contract's own count; the contract allows 500 to 800. */
const USUAL_LENGTH = { minimum: 630, maximum: 720 };
const SHORT_LENGTH = { minimum: 520, maximum: 600 };

export function composeArticle({ keywordsList, strategyReport }: Facts, voice: Voice): AgentOutput<'ContentWriter'> {
  const french = voice.language === 'fr';
  const keywords = voice
    .shuffled(
      keywordsList.filter(({ intent, keyword }) => intent === 'informational' && !keyword.includes(voice.sector)),
    )
    .map(({ keyword }) => keyword);
  const parts = (french ? frenchArticle : englishArticle)(voice, keywords, strategyReport.keyMessages[0] ?? '');
  const [firstCta, secondCta] = callsToAction(voice);
  const question = voice.bank.questions;
  const testNames = french ? ['Titre', 'Appel à l’action'] : ['Title', 'Call to action'];
  return {
    articleTitle: fitText(parts.title, 150),
    articleMarkdown: assembleArticle(parts, voice.directives.shorter ? SHORT_LENGTH : USUAL_LENGTH),
    metaDescription: fitText(parts.metaDescription, 155),
    altTexts: voice.bank.scenes.map((scene) => `${upperFirst(scene)}, ${french ? 'pour' : 'for'} ${voice.brand}`),
    ABVariants: [
      {
        element: testNames[0] ?? '',
        a: fitText(parts.title, 150),
        b: parts.title.startsWith(question[0]) ? question[1] : question[0],
      },
      { element: testNames[1] ?? '', a: firstCta, b: secondCta },
    ],
  };
}

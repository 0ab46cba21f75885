// Writes the campaign's article, its meta description, alternative texts and what to test.
import { agentOutputSchemas } from '../contracts/agent-outputs.ts';
import { requireInputs } from './input-missing.ts';
import { prompt as en } from './prompts/content-writer.en.ts';
import { prompt as fr } from './prompts/content-writer.fr.ts';
import { actionLine } from './prompts/goal-actions.ts';
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
  prompts: { fr, en },
  words: ({ briefContext: { reading } }, language) => ({ action: actionLine(reading.goal.kind, language) }),
  draftSchema: () => agentOutputSchemas.ContentWriter,
  finish: (draft) => draft,
  maximumOutputTokens: 5000,
});

// Studies the market of a brief and hands on slides, the SWOT grid first.
import * as z from 'zod';
import { marketAnalysisReportSchema } from '../contracts/agent-outputs.ts';
import type { Language } from '../contracts/language.ts';
import { requireInputs } from './input-missing.ts';
import { prompt as en } from './prompts/market-analyst.en.ts';
import { prompt as fr } from './prompts/market-analyst.fr.ts';
import { textAgent } from './text-agent.ts';

/** How many slides the report has for each depth of analysis. */
const slideCounts = { quick: { minimum: 3, maximum: 3 }, detailed: { minimum: 6, maximum: 8 } } as const;

const howMany = (depth: keyof typeof slideCounts, language: Language): string => {
  const { minimum, maximum } = slideCounts[depth];
  if (minimum === maximum) return language === 'fr' ? `exactement ${minimum}` : `exactly ${minimum}`;
  return language === 'fr' ? `de ${minimum} à ${maximum}` : `${minimum} to ${maximum}`;
};

const { title, slides } = marketAnalysisReportSchema.shape;
const isSwot = ({ kind }: { readonly kind: string }): boolean => kind === 'swot';
const draftSchema = ({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }) =>
  z.strictObject({
    marketAnalysisReport: z.strictObject({
      title,
      slides: z
        .array(slides.element)
        .min(minimum)
        .max(maximum)
        .refine((report) => report.filter(isSwot).length === 1, 'exactly one slide must be the SWOT grid'),
    }),
  });

export const marketAnalyst = textAgent({
  id: 'MarketAnalyst',
  gather: ({ values }) => {
    const { briefContext, analysisDepth } = requireInputs('MarketAnalyst', values, ['briefContext', 'analysisDepth']);
    return { briefContext, analysisDepth };
  },
  prompts: { fr, en },
  words: ({ analysisDepth }, language) => ({ slides: howMany(analysisDepth, language) }),
  draftSchema: ({ analysisDepth }) => draftSchema(slideCounts[analysisDepth]),
  // Which slide comes first is no question for a model.
  finish: ({ marketAnalysisReport: { title, slides } }) => ({
    marketAnalysisReport: {
      title,
      slides: slides.toSorted((left, right) => Number(isSwot(right)) - Number(isSwot(left))),
    },
  }),
  maximumOutputTokens: 6000,
});

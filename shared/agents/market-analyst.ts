// Studies the market of a brief and hands on slides, the SWOT grid first.
import * as z from 'zod';
import { marketAnalysisReportSchema } from '../contracts/agent-outputs.ts';
import type { Language } from '../contracts/brief.ts';
import { requireInputs } from './input-missing.ts';
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
  role: {
    fr: 'Tu es analyste de marché senior dans une agence de marketing. Tes études sont brèves, concrètes et utiles à la décision.',
    en: 'You are a senior market analyst in a marketing agency. Your studies are brief, concrete and useful for decisions.',
  },
  task: ({ analysisDepth }, language) =>
    language === 'fr'
      ? `Rédige l’étude de marché qui servira de base à la stratégie de cette campagne.
- ${howMany(analysisDepth, 'fr')} diapositives, dans cet ordre : une grille SWOT (kind « swot »), un comparatif (kind « benchmark »), puis des diapositives de constats (kind « insight ») sur le public, les tendances, les canaux, la saisonnalité et les risques.
- SWOT : de 2 à 6 points par case, propres à cette entreprise, à son secteur et à ses objectifs.
- Comparatif : de 2 à 6 types de concurrents (archétypes, jamais le nom d’une entreprise réelle), avec positionnement, force et faille à exploiter.
- Constats : de 2 à 6 points d’une phrase. Tout chiffre non fourni par le brief est signalé comme une hypothèse.`
      : `Write the market study on which the strategy of this campaign will rest.
- ${howMany(analysisDepth, 'en')} slides in this order: a SWOT grid (kind "swot"), a comparison (kind "benchmark"), then insight slides (kind "insight") about the audience, trends, channels, seasonality and risks.
- SWOT: 2 to 6 points per box, specific to this company, its sector and its objectives.
- Comparison: 2 to 6 types of competitor (archetypes, never a real company's name) with positioning, strength and the gap to exploit.
- Insights: 2 to 6 one-sentence points. Any figure the brief does not give is marked as a hypothesis.`,
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

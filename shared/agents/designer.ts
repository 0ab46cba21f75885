// Has two visuals made of the same message, one artistic and one realistic, and proposes the better-scored one.
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import type { Language } from '../contracts/brief.ts';
import { imageSizes } from '../contracts/media-formats.ts';
import type { Variant } from '../contracts/variant.ts';
import { fitText } from '../domain/fit-text.ts';
import { distinctRatios, imageRatiosFor, masterImageRatio } from '../domain/media-formats.ts';
import { asData, dataRule, feedbackAsData, instructionsAsData } from '../models/prompt-data.ts';
import type { Agent, AgentInput, AgentTools } from './agent.ts';
import { type VisualFacts, visualFactsSchema } from './facts.ts';
import { requireInputs } from './input-missing.ts';
import { higherScored, scoreVariant } from './score-variants.ts';

type Visual = AgentOutput<'designer'>['visuals'][number];
type Style = Visual['style'];

const LONGEST_PROMPT = 4000;

export const designer: Agent<'designer'> = {
  id: 'designer',
  async run(input, tools) {
    const facts = visualFacts(input);
    const [artistic, realistic] = await Promise.all([
      makeVisual('A', 'artistic', facts, input, tools),
      makeVisual('B', 'realistic', facts, input, tools),
    ]);
    const output = { visuals: [artistic, realistic], validatedVisual: higherScored(artistic, realistic) };
    return { status: 'done', output };
  },
};

function visualFacts({ values }: AgentInput): VisualFacts {
  const { briefContext, strategyReport, headlines, ctaList, creativeBriefs } = requireInputs('designer', values, [
    'briefContext',
    'strategyReport',
    'headlines',
    'ctaList',
    'creativeBriefs',
  ]);
  const { companyInfo, brandIdentity } = briefContext;
  return visualFactsSchema.parse({
    brandName: companyInfo.name,
    headline: headlines[0] ?? companyInfo.name,
    supportingLine: fitText(strategyReport.keyMessages[0] ?? briefContext.campaignName, 110),
    callToAction: ctaList[0] ?? creativeBriefs[0]?.cta ?? companyInfo.name,
    sector: companyInfo.sector,
    tone: brandIdentity.tone,
    brandValues: brandIdentity.brandValues,
    channels: brandIdentity.priorityChannels,
  });
}

async function makeVisual(
  variant: Variant,
  style: Style,
  facts: VisualFacts,
  input: AgentInput,
  tools: AgentTools,
): Promise<Visual> {
  const prompt = visualPrompt(style, facts, input);
  const altText = fitText(altTexts[input.language](style, facts), 300);
  const { assetId, ratios } = await tools.image({
    source: {
      purpose: 'designer',
      language: input.language,
      facts: { ...facts, variant, style },
      feedback: input.feedback,
    },
    variant,
    style,
    prompt,
    ...imageSizes[masterImageRatio],
    formats: imageRatiosFor(facts.channels).map((ratio) => ({ ratio, ...imageSizes[ratio] })),
  });
  const score = scoreVariant({ style, channels: facts.channels, tone: facts.tone, message: facts.headline });
  return { variant, style, assetId, ratios: distinctRatios([masterImageRatio, ...ratios]), prompt, altText, score };
}

function visualPrompt(style: Style, facts: VisualFacts, input: AgentInput): string {
  const { language, values } = input;
  const scene = values.creativeBriefs?.[0]?.scenes[0]?.visual ?? facts.supportingLine;
  const wishes = [
    instructionsAsData(input.instructions, language),
    // The newest wishes only, so that no length of history pushes the order of work out of the prompt.
    feedbackAsData(
      input.feedback.slice(-2).map((request) => fitText(request, 500)),
      language,
    ),
  ];
  const order = [
    directions[language][style],
    dataRule[language],
    asData('brand', { ...facts, scene: fitText(scene, 300) }, language),
  ];
  return fitText([...order, ...wishes].filter(Boolean).join('\n\n'), LONGEST_PROMPT);
}

const directions: Record<Language, Record<Style, string>> = {
  fr: {
    artistic:
      'Compose une affiche publicitaire horizontale (1200 × 628) au parti pris artistique : formes simples, palette tenue, un seul sujet, beaucoup d’air. Laisse un espace calme et contrasté pour l’accroche. Aucun texte autre que l’accroche, aucun logo d’une autre marque, aucune personne reconnaissable.',
    realistic:
      'Compose un visuel publicitaire horizontal (1200 × 628) d’aspect photographique : lumière naturelle, matière crédible, faible profondeur de champ, un sujet net sur un tiers de l’image. Garde l’autre côté calme et contrasté pour l’accroche. Aucun texte autre que l’accroche, aucun logo d’une autre marque, aucune personne reconnaissable.',
  },
  en: {
    artistic:
      'Compose a horizontal advertising poster (1200 × 628) with an artistic stance: simple shapes, a restrained palette, one subject, plenty of air. Keep a calm, high-contrast area for the headline. No text other than the headline, no logo of another brand, no recognisable person.',
    realistic:
      'Compose a horizontal advertising picture (1200 × 628) that looks photographic: natural light, believable material, shallow depth of field, one sharp subject on a third of the frame. Keep the other side calm and high in contrast for the headline. No text other than the headline, no logo of another brand, no recognisable person.',
  },
};

const altTexts: Record<Language, (style: Style, facts: VisualFacts) => string> = {
  fr: (style, { brandName, sector, headline }) =>
    `${style === 'artistic' ? 'Affiche' : 'Mise en scène'} pour ${brandName} (${sector}), avec l’accroche « ${headline} »`,
  en: (style, { brandName, sector, headline }) =>
    `${style === 'artistic' ? 'Poster' : 'Staged scene'} for ${brandName} (${sector}) with the headline “${headline}”`,
};

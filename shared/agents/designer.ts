// Has two visuals made of the same message, one artistic and one realistic, and proposes the better-scored one.
import type { AgentOutput } from '../contracts/agent-outputs.ts';
import type { Language } from '../contracts/language.ts';
import { imageSizes } from '../contracts/media-formats.ts';
import type { Variant } from '../contracts/variant.ts';
import { publicText } from '../domain/brief-reading/public-lines.ts';
import { distinctRatios, imageRatiosFor, masterImageRatio } from '../domain/media/media-formats.ts';
import { fitText } from '../domain/text/fit-text.ts';
import type { Agent, AgentInput, AgentTools } from './agent.ts';
import { type VisualFacts, visualFactsSchema } from './facts.ts';
import { requireInputs } from './input-missing.ts';
import { mediaPrompt } from './media-prompt.ts';
import { prompt as promptEn } from './prompts/designer.en.ts';
import { prompt as promptFr } from './prompts/designer.fr.ts';
import { versionOf } from './prompts/prompt.ts';
import { higherScored, scoreVariant } from './score-variants.ts';

type Visual = AgentOutput<'designer'>['visuals'][number];
type Style = Visual['style'];

const prompts = { fr: promptFr, en: promptEn } as const;

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
    // A prompt is kept and shown: what is to stay among us is not in it.
    brandValues: publicText(brandIdentity.brandValues ?? '') || undefined,
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
    promptVersion: versionOf('designer', input.language, prompts[input.language].version),
    ...imageSizes[masterImageRatio],
    formats: imageRatiosFor(facts.channels).map((ratio) => ({ ratio, ...imageSizes[ratio] })),
  });
  const score = scoreVariant({ style, channels: facts.channels, tone: facts.tone, message: facts.headline });
  return { variant, style, assetId, ratios: distinctRatios([masterImageRatio, ...ratios]), prompt, altText, score };
}

function visualPrompt(style: Style, facts: VisualFacts, input: AgentInput): string {
  const { language, values } = input;
  const scene = values.creativeBriefs?.[0]?.scenes[0]?.visual ?? facts.supportingLine;
  return mediaPrompt(prompts[language].directions[style], { ...facts, scene: fitText(scene, 300) }, input);
}

const altTexts: Record<Language, (style: Style, facts: VisualFacts) => string> = {
  fr: (style, { brandName, sector, headline }) =>
    `${style === 'artistic' ? 'Affiche' : 'Mise en scène'} pour ${brandName} (${sector}), avec l’accroche « ${headline} »`,
  en: (style, { brandName, sector, headline }) =>
    `${style === 'artistic' ? 'Poster' : 'Staged scene'} for ${brandName} (${sector}) with the headline “${headline}”`,
};

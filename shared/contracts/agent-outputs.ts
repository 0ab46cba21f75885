// What each agent hands on: the shapes that models must fill, people edit, the web renders and the export prints.
import * as z from 'zod';
import type { AgentId } from './agents.ts';
import { briefDataSchema, campaignGoalsSchema } from './brief.ts';
import { briefReadingSchema } from './brief-reading.ts';
import { channelSchema, networkNames, type SocialNetwork, socialNetworkSchema } from './channels.ts';
import { adGroupSchema, emailSchema } from './email-and-search.ts';
import { generatedAssetIdSchema, isoDateTimeSchema, slugSchema } from './identifiers.ts';
import { languageSchema } from './language.ts';
import { mediaRatioSchema } from './media-formats.ts';
import { linkPlaces, postLength, postRules } from './post-rules.ts';
import { hashtagSchema, lineText, paragraphText, promptText } from './text.ts';
import { variantSchema } from './variant.ts';

const sentence = lineText(600);
const label = lineText(160);
const points = (minimum: number, maximum: number) => z.array(sentence).min(minimum).max(maximum);

export const briefContextSchema = z.strictObject({
  campaignName: label,
  language: languageSchema,
  ...briefDataSchema.unwrap().omit({ agentConfiguration: true, reading: true }).shape,
  reading: briefReadingSchema.describe('What was read out of the brief: every later phase works from it'),
});
export type BriefContext = z.infer<typeof briefContextSchema>;

const swotSlideSchema = z.strictObject({
  kind: z.literal('swot'),
  title: label,
  strengths: points(2, 6),
  weaknesses: points(2, 6),
  opportunities: points(2, 6),
  threats: points(2, 6),
});
const benchmarkSlideSchema = z.strictObject({
  kind: z.literal('benchmark'),
  title: label,
  competitors: z
    .array(z.strictObject({ name: label, positioning: sentence, strength: sentence, gap: sentence }))
    .min(2)
    .max(6),
});
const insightSlideSchema = z.strictObject({ kind: z.literal('insight'), title: label, points: points(2, 6) });

export const marketAnalysisReportSchema = z
  .strictObject({
    title: label,
    slides: z
      .array(z.discriminatedUnion('kind', [swotSlideSchema, benchmarkSlideSchema, insightSlideSchema]))
      .min(3)
      .max(8),
  })
  .refine((report) => report.slides[0]?.kind === 'swot', {
    path: ['slides', 0],
    message: 'the first slide must be the SWOT grid',
  });

export const strategyReportSchema = z.strictObject({
  summary: paragraphText(2000),
  keyMessages: z.array(sentence).length(3),
  pillars: z
    .array(z.strictObject({ title: label, description: sentence }))
    .min(2)
    .max(5),
  channelMix: z
    .array(z.strictObject({ channel: channelSchema, role: sentence, budgetPercent: z.int().min(0).max(100) }))
    .min(1)
    .refine(
      (mix) => mix.reduce((sum, entry) => sum + entry.budgetPercent, 0) === 100,
      'budgetPercent must add up to 100',
    ),
  kpis: z
    .array(z.strictObject({ name: label, target: label, measurement: sentence }))
    .min(2)
    .max(8),
  risks: z
    .array(z.strictObject({ risk: sentence, mitigation: sentence }))
    .min(2)
    .max(6),
  actions: z
    .array(z.strictObject({ action: sentence, owner: label, week: z.int().min(1).max(104) }))
    .min(3)
    .max(12),
});

export const creativeBriefSchema = z.strictObject({
  platform: channelSchema,
  format: label,
  concept: sentence,
  hook: sentence,
  scenes: z
    .array(
      z.strictObject({
        order: z.int().min(1),
        visual: sentence,
        voiceOver: sentence,
        seconds: z.number().positive().max(60),
      }),
    )
    .min(2)
    .max(8),
  cta: label,
});

export const keywordSchema = z.strictObject({
  keyword: label,
  intent: z.enum(['informational', 'commercial', 'transactional', 'navigational']),
  difficulty: z.int().min(0).max(100).describe('Estimated, 0 easy to 100 hard'),
});

export const channelCopySchema = z.strictObject({
  channel: channelSchema,
  headline: label,
  body: paragraphText(2200),
  cta: label,
  hashtags: z.array(hashtagSchema).max(10),
});

const wordCount = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** Shapes that the file exists in. Empty for files made before formats existed. */
const ratiosSchema = z.array(mediaRatioSchema).max(6).default([]);
const chosenVariantSchema = z.strictObject({
  variant: variantSchema,
  assetId: generatedAssetIdSchema,
  ratios: ratiosSchema,
  chosenBy: z.enum(['score', 'person']).describe('score: the higher predicted score won because no person was asked'),
});

export const visualSchema = z.strictObject({
  variant: variantSchema,
  style: z.enum(['artistic', 'realistic']),
  assetId: generatedAssetIdSchema,
  ratios: ratiosSchema,
  prompt: promptText(4000),
  altText: sentence,
  score: z.number().min(0).max(1),
});
export const videoSchema = z.strictObject({
  variant: variantSchema,
  style: z.enum(['narrative', 'dynamic']),
  assetId: generatedAssetIdSchema,
  ratios: ratiosSchema,
  prompt: promptText(4000),
  durationSeconds: z.number().positive(),
  score: z.number().min(0).max(1),
});

export const scheduledPostSchema = z
  .strictObject({
    id: slugSchema,
    channel: socialNetworkSchema,
    text: paragraphText(5000),
    hashtags: z.array(hashtagSchema).max(10),
    scheduledAt: isoDateTimeSchema,
    assetId: generatedAssetIdSchema.optional(),
    link: z.url().optional().describe('Where the post leads, with the names that measuring tools read'),
    assetRatio: mediaRatioSchema.optional().describe('Shape of the file that suits the network'),
  })
  .superRefine((post, context) => {
    const length = postLength(post.channel, publishedText(post));
    if (length > postRules[post.channel].most)
      context.addIssue({ code: 'custom', path: ['text'], message: tooLong(post.channel, length) });
  });
export type ScheduledPost = z.infer<typeof scheduledPostSchema>;

const tooLong = (channel: SocialNetwork, length: number): string =>
  `must be shorter: with its hashtags it has ${length} ${postRules[channel].counts}, and ${networkNames[channel]} takes ${postRules[channel].most}`;

/** The text as the network receives it: the post, its link where the network's readers can follow one in a text, then its hashtags. */
export const publishedText = (post: {
  readonly text: string;
  readonly hashtags: readonly string[];
  readonly channel?: SocialNetwork | undefined;
  readonly link?: string | undefined;
}): string => {
  const link = post.channel && linkPlaces[post.channel] === 'text' ? post.link : undefined;
  return [post.text, link, post.hashtags.join(' ')].filter(Boolean).join('\n\n');
};

export const agentOutputSchemas = {
  Human: z.strictObject({
    briefContext: briefContextSchema,
    analysisDepth: briefDataSchema.unwrap().shape.analysisDepth,
    goals: campaignGoalsSchema,
  }),
  MarketAnalyst: z.strictObject({ marketAnalysisReport: marketAnalysisReportSchema }),
  CMO: z.strictObject({ strategyReport: strategyReportSchema }),
  Scriptwriter: z.strictObject({ creativeBriefs: z.array(creativeBriefSchema).min(1).max(6) }),
  SEO: z.strictObject({
    keywordsList: z.array(keywordSchema).min(10).max(15),
    clusters: z
      .array(z.strictObject({ name: label, keywords: z.array(label).min(1) }))
      .min(2)
      .max(6),
    seoOpportunities: points(2, 6),
  }),
  Copywriter: z.strictObject({
    headlines: z.array(label).length(3),
    ctaList: z.array(label).length(3),
    copyByChannel: z.array(channelCopySchema).min(1).max(12),
    emails: z.array(emailSchema).max(6).default([]).describe('Ready to send; empty without the e-mail channel'),
    adGroups: z.array(adGroupSchema).max(4).default([]).describe('Search advertisements; empty without that channel'),
  }),
  ContentWriter: z.strictObject({
    articleTitle: label,
    articleMarkdown: paragraphText(20_000).refine(
      (text) => wordCount(text) >= 500 && wordCount(text) <= 800,
      'the article must have 500 to 800 words',
    ),
    metaDescription: lineText(160).min(50),
    altTexts: points(2, 4),
    ABVariants: z
      .array(z.strictObject({ element: label, a: sentence, b: sentence }))
      .min(1)
      .max(5),
  }),
  designer: z.strictObject({ visuals: z.array(visualSchema).length(2), validatedVisual: chosenVariantSchema }),
  'video-producer': z.strictObject({ videos: z.array(videoSchema).length(2), validatedVideo: chosenVariantSchema }),
  Social: z.strictObject({
    scheduledPosts: z.array(scheduledPostSchema).min(1).max(60),
    liveCampaign: z.strictObject({
      summary: sentence,
      startsAt: isoDateTimeSchema,
      endsAt: isoDateTimeSchema,
      channels: z.array(socialNetworkSchema).min(1),
      timeZone: z.string().max(60).optional().describe('IANA name of the clocks that the plan follows'),
    }),
  }),
  Analytics: z.strictObject({
    kpiTable: z
      .array(
        z.strictObject({
          kpi: label,
          value: z.number().min(0).describe('The middle of a forecast'),
          low: z.number().min(0).optional().describe('Low end of a forecast: less is unlikely'),
          high: z.number().min(0).optional().describe('High end of a forecast: more is unlikely'),
          unit: label,
          basis: sentence,
          status: z.enum(['forecast', 'measured']).describe('forecast until a network has reported a figure'),
        }),
      )
      .min(1)
      .max(12),
    forecastNotes: z.array(sentence).max(16).default([]).describe('What is not forecast and which figure is missing'),
    insights: points(1, 3),
    recommendations: points(2, 5),
  }),
} as const satisfies Record<AgentId, z.ZodType>;

export type AgentOutput<Id extends AgentId> = z.infer<(typeof agentOutputSchemas)[Id]>;
/** Every named value a phase can make, such as `strategyReport`, whichever agent made it. */
export type OutputValues = Partial<UnionToIntersection<AgentOutput<AgentId>>>;
type UnionToIntersection<Union> = (Union extends unknown ? (value: Union) => void : never) extends (
  value: infer Result,
) => void
  ? Result
  : never;

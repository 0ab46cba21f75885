// What each model call is about, as data: the offline studio writes from these, other providers never see them.
import * as z from 'zod';
import { agentOutputSchemas, briefContextSchema, type channelCopySchema } from '../contracts/agent-outputs.ts';
import { channelSchema, socialNetworkSchema } from '../contracts/channels.ts';
import { emailSchema } from '../contracts/email-and-search.ts';
import { isoDateTimeSchema, slugSchema } from '../contracts/identifiers.ts';

const made = {
  ...agentOutputSchemas.Human.shape,
  ...agentOutputSchemas.MarketAnalyst.shape,
  ...agentOutputSchemas.CMO.shape,
  ...agentOutputSchemas.Scriptwriter.shape,
  ...agentOutputSchemas.SEO.shape,
  ...agentOutputSchemas.Copywriter.shape,
  ...agentOutputSchemas.ContentWriter.shape,
  ...agentOutputSchemas.Social.shape,
  ...agentOutputSchemas.Analytics.shape,
};
const brief = { briefContext: briefContextSchema };

export const marketAnalystFactsSchema = z.object({ ...brief, analysisDepth: made.analysisDepth });
export const cmoFactsSchema = z.object({ ...brief, marketAnalysisReport: made.marketAnalysisReport });
export const scriptwriterFactsSchema = z.object({ ...brief, strategyReport: made.strategyReport });
export const seoFactsSchema = z.object({ ...brief, strategyReport: made.strategyReport });
export const emailSlotSchema = emailSchema
  .pick({ id: true, purpose: true, sendAt: true })
  .extend({ daysLeft: z.int().min(0).optional() });
export const copywriterFactsSchema = z.object({
  ...brief,
  strategyReport: made.strategyReport,
  /** The e-mails to write; none without that channel. */
  emailSlots: z.array(emailSlotSchema).max(6),
  wantsSearchAds: z.boolean(),
});
export const contentWriterFactsSchema = z.object({
  ...brief,
  keywordsList: made.keywordsList,
  creativeBriefs: made.creativeBriefs,
  strategyReport: made.strategyReport,
});

/** What a post is for; the plan gives each slot one so that a week does not repeat itself. */
export const postThemes = [
  'announcement',
  'benefit',
  'behind-the-scenes',
  'advice',
  'article',
  'question',
  'proof',
  'invitation',
] as const;
export const postSlotSchema = z.object({
  id: slugSchema,
  channel: socialNetworkSchema,
  theme: z.enum(postThemes),
  week: z.int().min(1),
  scheduledAt: isoDateTimeSchema,
  /** Days until the deadline, 0 on the day itself; absent where there is none. */
  daysLeft: z.int().min(0).optional(),
  /** What text and hashtags may take together, as the network counts: its limit less the link that is added. */
  room: z.int().min(1),
});
export type PostSlot = z.infer<typeof postSlotSchema>;
export type PostTheme = PostSlot['theme'];

export const socialFactsSchema = z.object({
  ...brief,
  articleTitle: made.articleTitle,
  articleMarkdown: made.articleMarkdown,
  headlines: made.headlines,
  ctaList: made.ctaList,
  strategyReport: made.strategyReport.optional(),
  slots: z.array(postSlotSchema).min(1),
});

export const analyticsFactsSchema = z.object({
  ...brief,
  goals: made.goals,
  liveCampaign: made.liveCampaign,
  scheduledPosts: made.scheduledPosts,
  kpiTable: made.kpiTable,
  targetCheck: z.string().optional(),
  forecastNotes: made.forecastNotes,
});

const line = z.string().min(1);
const brandFacts = {
  brandName: line,
  headline: line,
  supportingLine: line,
  callToAction: line,
  sector: line,
  tone: line,
  /** Brands name their colours here. */
  brandValues: line.optional(),
  channels: z.array(channelSchema),
};
export const visualFactsSchema = z.object(brandFacts);
export type VisualFacts = z.infer<typeof visualFactsSchema>;

export const videoFactsSchema = z.object({ ...brandFacts, scenes: z.array(z.object({ caption: line })).min(1) });
export type VideoFacts = z.infer<typeof videoFactsSchema>;

export type ChannelCopy = z.infer<typeof channelCopySchema>;

// The marketing brief: what a person sends to start a campaign. The shape is v2.0's, so existing clients keep working.
import * as z from 'zod';
import { agentIdSchema } from './agents.ts';
import { readingCorrectionSchema } from './brief-reading.ts';
import { channelSchema } from './channels.ts';
import { currencySchema } from './currency.ts';
import { slugSchema } from './identifiers.ts';
import { languageSchema } from './language.ts';
import { anyParagraphs, lineText } from './text.ts';
import { websiteSchema } from './website.ts';
import { whenUsed } from './when-used.ts';

export const governanceModes = ['GUIDED', 'SEMI_AUTO', 'AUTO'] as const;
export const governanceModeSchema = z
  .enum(governanceModes)
  .describe(
    'GUIDED: every phase is shown to a person. SEMI_AUTO: checkpoint phases only. AUTO: none but those marked required',
  );
export type GovernanceMode = z.infer<typeof governanceModeSchema>;

export const companyInfoSchema = whenUsed(() =>
  z.strictObject({
    name: lineText(80).describe('Brand or company name, as it should be printed'),
    sector: lineText(80),
    size: lineText(60).optional().describe('How large it is, in its own words, such as "24 people"'),
    website: websiteSchema.optional(),
  }),
);

export const campaignGoalsSchema = whenUsed(() =>
  z.strictObject({
    objectives: z.array(lineText(200)).min(1).max(10),
    targetAudience: lineText(400),
    budget: z.strictObject({
      amount: z.number().min(0).max(1_000_000_000).describe('Media budget of the campaign, in the currency below'),
      currency: currencySchema,
    }),
    duration: lineText(60).describe('How long the campaign runs, such as "6 weeks" or "3 mois"'),
  }),
);

export const brandIdentitySchema = whenUsed(() =>
  z.strictObject({
    tone: lineText(200),
    brandValues: lineText(400).optional(),
    priorityChannels: z.array(channelSchema).min(1).max(12),
  }),
);

export const criteria = ['balanced', 'quality', 'cost', 'speed'] as const;
export const criterionSchema = z
  .enum(criteria)
  .describe('What counts most when a model is chosen for this agent; balanced where nothing is said');
export type Criterion = z.infer<typeof criterionSchema>;

export const agentSettingsSchema = whenUsed(() =>
  z.strictObject({
    model: lineText(120).optional().describe('Model this agent must use'),
    criterion: criterionSchema.optional(),
    instructions: anyParagraphs(1000).optional().describe('Extra instructions for this agent, treated as data'),
    cache: z
      .enum(['bypass'])
      .optional()
      .describe('bypass: this agent’s models are asked anew, even where the same request was answered lately'),
  }),
);

export const briefDataSchema = whenUsed(() =>
  z.strictObject({
    companyInfo: companyInfoSchema,
    campaignGoals: campaignGoalsSchema,
    brandIdentity: brandIdentitySchema,
    analysisDepth: z.enum(['quick', 'detailed']).default('quick'),
    agentConfiguration: z.partialRecord(agentIdSchema, agentSettingsSchema).optional(),
    ragEnabled: z.boolean().default(false),
    silentFilms: z.boolean().optional().describe('Films without a sound bed'),
    reading: readingCorrectionSchema.optional().describe('What a person corrected in the reading of this brief'),
  }),
);
export type BriefData = z.infer<typeof briefDataSchema>;

export const briefSchema = z.strictObject({
  name: lineText(120).describe('Name of the campaign'),
  governanceMode: governanceModeSchema.default('GUIDED'),
  briefData: briefDataSchema,
  language: languageSchema.default('fr'),
  playbookId: slugSchema.default('full-campaign'),
  aiBudgetUsd: z.number().min(0).max(10_000).default(5).describe('Cap on AI spending for this campaign, in US dollars'),
});
export type Brief = z.infer<typeof briefSchema>;
/** What a client may send: fields with a default may be missing. */
export type BriefInput = z.input<typeof briefSchema>;

// What a campaign has cost so far, and what for.
import * as z from 'zod';
import { microUsdSchema } from './identifiers.ts';

const shareSchema = z.strictObject({
  key: z.string(),
  calls: z.int().min(0).describe('All of them, whatever became of them'),
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  costMicroUsd: microUsdSchema,
  lostCalls: z.int().min(0).describe('Calls whose result a crash hid: their cost is counted all the same'),
  lostMicroUsd: microUsdSchema.describe('The part of costMicroUsd that such calls have'),
});
export type CostShare = z.infer<typeof shareSchema>;

const shares = (what: string) => z.array(shareSchema).describe(`By ${what}, the dearest first`);

export const campaignCostsSchema = z.strictObject({
  capMicroUsd: microUsdSchema.describe('Most this campaign may spend on AI'),
  committedMicroUsd: microUsdSchema.describe('Spent, plus reserved'),
  spentMicroUsd: microUsdSchema,
  reservedMicroUsd: microUsdSchema.describe('Kept for calls that are under way'),
  savedMicroUsd: microUsdSchema.describe('What answers from the cache would have cost'),
  byPhase: shares('phase'),
  byAgent: shares('agent'),
  byProvider: shares('provider'),
  byModel: shares('model'),
  byKind: shares('kind of call: text, image, video'),
});
export type CampaignCosts = z.infer<typeof campaignCostsSchema>;

// A campaign: the header every list shows, and the detail that adds its brief and phases.
import * as z from 'zod';
import { briefDataSchema, briefSchema } from './brief.ts';
import { campaignIdSchema, isoDateTimeSchema, microUsdSchema, userIdSchema, workspaceIdSchema } from './identifiers.ts';
import { phaseSchema } from './phase.ts';
import { whenUsed } from './when-used.ts';

export const campaignStatuses = ['DRAFT', 'RUNNING', 'PAUSED', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;
export const campaignStatusSchema = z.enum(campaignStatuses);
export type CampaignStatus = z.infer<typeof campaignStatusSchema>;

export const campaignSchema = z.strictObject({
  id: campaignIdSchema,
  workspaceId: workspaceIdSchema,
  createdBy: userIdSchema.describe('Who launched it: AI calls count for their quota and usage'),
  ...briefSchema.omit({ briefData: true, aiBudgetUsd: true }).shape,
  status: campaignStatusSchema,
  createdAt: isoDateTimeSchema,
  updatedAt: isoDateTimeSchema,
  finishedAt: isoDateTimeSchema.optional(),
  phaseCount: z.int().min(1),
  finishedPhaseCount: z.int().min(0).describe('Phases completed or skipped'),
  aiCapMicroUsd: microUsdSchema.describe('Most this campaign may spend on AI'),
  committedMicroUsd: microUsdSchema.describe('Spent, plus reserved for calls under way; never above the cap'),
  spentMicroUsd: microUsdSchema,
  run: z
    .int()
    .min(0)
    .default(1) // headers stored before there was a number have been started once
    .describe('How often it was started: 0 for a draft, 1 after the launch, one more with each relaunch'),
  lastEvent: z.int().min(0).describe('Number of the newest live event'),
});
export type Campaign = z.infer<typeof campaignSchema>;

export const campaignDetailSchema = whenUsed(() =>
  campaignSchema.extend({ briefData: briefDataSchema, phases: z.array(phaseSchema) }),
);
export type CampaignDetail = z.infer<typeof campaignDetailSchema>;

export const terminalCampaignStatuses = [
  'COMPLETED',
  'FAILED',
  'CANCELLED',
] as const satisfies readonly CampaignStatus[];
export const isTerminalCampaign = (status: CampaignStatus): boolean =>
  (terminalCampaignStatuses as readonly CampaignStatus[]).includes(status);

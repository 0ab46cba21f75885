// What waits for a person, across campaigns.
import * as z from 'zod';
import { campaignSchema } from '../campaign.ts';
import { campaignIdSchema, isoDateTimeSchema, phaseIdSchema } from '../identifiers.ts';
import { instantSchema } from '../instants.ts';
import { approvalSchema, phaseSchema } from '../phase.ts';
import { nextCursor, pageQuery, type Route, successSchema } from './route.ts';

export const askedActions = ['approve', 'reject', 'retry', 'write', 'raise-cap', 'skip'] as const;

const approvalItemSchema = z.strictObject({
  campaign: campaignSchema.pick({
    id: true,
    name: true,
    status: true,
    governanceMode: true,
    language: true,
    spentMicroUsd: true,
    aiCapMicroUsd: true,
  }),
  phase: phaseSchema,
  holdsUp: z.int().min(0).describe('Phases that begin only when this one is done'),
  actions: z.array(z.enum(askedActions)).describe('What may be decided about it now'),
  snoozedUntil: isoDateTimeSchema.optional().describe('Until then the caller wants to see nothing of it'),
  decideBy: isoDateTimeSchema.optional().describe('When nobody has decided by then, the phase ends as failed'),
});
const decidedSchema = z.strictObject({
  campaign: campaignSchema.pick({ id: true, name: true, status: true }),
  phase: phaseSchema.unwrap().pick({ id: true, name: true, agent: true, status: true, attempt: true }),
  approval: approvalSchema,
});
export type DecidedItem = z.infer<typeof decidedSchema>;
export type ApprovalItem = z.infer<typeof approvalItemSchema>;

export const approvalsRoutes = {
  listApprovals: {
    method: 'GET',
    path: '/approvals',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Lists the phases of all campaigns that wait for a person, the longest waiting first',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.strictObject({
      approvals: z.array(approvalItemSchema),
      total: z.int().min(0).describe('How many there are, those beyond the limit included'),
    }),
    status: 200,
    problems: ['validation-failed'],
  },
  snoozePhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/snooze',
    access: 'user',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Puts what waits aside for a while, or takes it up again; for the caller only',
    params: z.strictObject({ campaignId: campaignIdSchema, phaseId: phaseIdSchema }),
    body: z.strictObject({
      until: isoDateTimeSchema
        .nullable()
        .describe(
          'When it is to be seen again, 31 days ahead at most; null: at once. A new attempt is seen at once in any case',
        ),
    }),
    response: successSchema,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
  listDecisions: {
    method: 'GET',
    path: '/decisions',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Lists what people decided lately, in all campaigns that something has happened in since',
    query: z.strictObject({
      from: instantSchema.optional().describe('First day (UTC) or instant; without it the last seven days'),
      limit: pageQuery.limit.describe('Campaigns that are looked at for one page'),
      cursor: pageQuery.cursor,
    }),
    response: z.strictObject({
      decisions: z.array(decidedSchema).describe('The newest first within a page'),
      nextCursor,
    }),
    status: 200,
    problems: ['validation-failed'],
  },
} as const satisfies Record<string, Route>;

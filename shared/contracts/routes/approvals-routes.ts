// What waits for a person, across campaigns.
import * as z from 'zod';
import { campaignSchema } from '../campaign.ts';
import { isoDateTimeSchema } from '../identifiers.ts';
import { phaseSchema } from '../phase.ts';
import type { Route } from './route.ts';

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
  decideBy: isoDateTimeSchema.optional().describe('When nobody has decided by then, the phase ends as failed'),
});
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
} as const satisfies Record<string, Route>;

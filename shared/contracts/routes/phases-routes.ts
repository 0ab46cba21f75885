// Phases of a campaign and the decisions about them. Apart from the campaigns: what agents hand on is large, and a list needs none of it.
import * as z from 'zod';
import { agentOutputSchemas } from '../agent-outputs.ts';
import { modelPriceSchema } from '../estimate.ts';
import { assetIdSchema, campaignIdSchema, phaseIdSchema } from '../identifiers.ts';
import { approvalSchema, phaseSchema, postMoveSchema } from '../phase.ts';
import { anyParagraphs, lineText, paragraphText } from '../text.ts';
import { variantSchema } from '../variant.ts';
import type { Route } from './route.ts';

const phaseParams = z.strictObject({ campaignId: campaignIdSchema, phaseId: phaseIdSchema });
const decisionResponse = z.strictObject({ success: z.literal(true), phase: phaseSchema });
/** What a decision is about. A person with the guide's curl lines may leave it out; our clients and programs send it. */
const ofAttempt = {
  attempt: phaseSchema
    .unwrap()
    .shape.attempt.optional()
    .describe(
      'The attempt that was looked at; required on the partner API. Once the phase has gone on, the answer is a 409 that names its current one',
    ),
};
const feedbackSchema = paragraphText(4000, 'must say what should change');

const lastAnswerSchema = z.strictObject({
  model: z.string().max(120).optional(),
  value: z.unknown().optional().describe('The answer as far as it could be read'),
  faults: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).describe('What does not fit in it'),
});

const modelChoiceSchema = modelPriceSchema.extend({
  asked: z.boolean().describe('Whether it was asked in this attempt'),
  fitsCap: z.boolean().describe('Whether the maximum is within what the campaign has left of its cap'),
});
export type ModelChoice = z.infer<typeof modelChoiceSchema>;

export const phasesRoutes = {
  getPhase: {
    method: 'GET',
    path: '/campaigns/{campaignId}/phases/{phaseId}',
    access: 'both',
    permission: 'campaigns:read',
    lambda: 'campaigns',
    summary: 'Reads a phase with its output and the decisions taken on it',
    params: phaseParams,
    response: z.strictObject({
      phase: phaseSchema,
      output: z.union(Object.values(agentOutputSchemas)).optional(),
      approvals: z.array(approvalSchema),
      moves: z.array(postMoveSchema).describe('Planned posts that people moved, oldest first'),
      lastAnswer: lastAnswerSchema
        .optional()
        .describe('Of a failed or held phase whose model answered what does not fit: what a person may go on from'),
      models: z
        .array(modelChoiceSchema)
        .optional()
        .describe(
          'Of a failed or held phase: the models that could do it, the cheapest first, for a retry. Absent where the settings of the models cannot be read',
        ),
    }),
    status: 200,
    problems: ['not-found'],
  },
  approvePhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/approve',
    access: 'both',
    permission: 'approvals:write',
    lambda: 'campaigns',
    summary: 'Approves the output of a phase, as it is, edited, or with the chosen variant',
    params: phaseParams,
    body: z
      .strictObject({
        ...ofAttempt,
        editedData: z.record(z.string(), z.unknown()).optional().describe('The whole output with the changes made'),
        choice: variantSchema.optional().describe('Variant of an A/B pair'),
        comment: anyParagraphs(2000).optional(),
      })
      .default({}),
    requiredOfPartners: ['attempt'],
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
  rejectPhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/reject',
    access: 'both',
    permission: 'approvals:write',
    lambda: 'campaigns',
    summary: 'Sends the output back with feedback; the agent makes a new one',
    params: phaseParams,
    body: z.strictObject({ ...ofAttempt, feedback: feedbackSchema }),
    requiredOfPartners: ['attempt'],
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict', 'revision-limit'],
  },
  retryPhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/retry',
    access: 'both',
    permission: 'approvals:write',
    lambda: 'campaigns',
    summary: 'Runs a failed or held phase again',
    params: phaseParams,
    body: z
      .strictObject({
        ...ofAttempt,
        instructions: paragraphText(4000).optional(),
        model: lineText(120).optional().describe('Model to use from now on for this phase'),
      })
      .default({}),
    requiredOfPartners: ['attempt'],
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict', 'revision-limit'],
  },
  writePhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/write',
    access: 'both',
    permission: 'approvals:write',
    lambda: 'campaigns',
    summary: 'Ends a failed or held phase with an output that a person wrote in its agent’s place',
    params: phaseParams,
    body: z.strictObject({
      ...ofAttempt,
      output: z.record(z.string(), z.unknown()).describe('The whole output, in the shape of the phase’s agent'),
      comment: anyParagraphs(2000).optional(),
    }),
    requiredOfPartners: ['attempt'],
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
  skipPhase: {
    method: 'POST',
    path: '/campaigns/{campaignId}/phases/{phaseId}/skip',
    access: 'both',
    permission: 'approvals:write',
    lambda: 'campaigns',
    summary: 'Goes on without a phase that waits for a person',
    params: phaseParams,
    body: z.strictObject({ ...ofAttempt, reason: paragraphText(400).optional() }).default({}),
    requiredOfPartners: ['attempt'],
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
  chooseVariant: {
    method: 'POST',
    path: '/assets/{assetId}/choose',
    access: 'both',
    permission: 'approvals:write',
    lambda: 'campaigns',
    summary: 'Chooses this variant of an A/B pair and approves the phase that waits for the choice',
    params: z.strictObject({ assetId: assetIdSchema }),
    response: decisionResponse,
    status: 200,
    problems: ['validation-failed', 'not-found', 'conflict'],
  },
} as const satisfies Record<string, Route>;

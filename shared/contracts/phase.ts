// One phase of one campaign, as clients see it. Task tokens and gate bookkeeping live in data/phases.ts and never leave the server.
import * as z from 'zod';
import { agentIdSchema } from './agents.ts';
import { isoDateTimeSchema, phaseIdSchema, principalIdSchema, slugSchema } from './identifiers.ts';
import { localizedTextSchema, validationRuleSchema } from './playbook.ts';
import { skipReasonSchema } from './reasons.ts';
import { variantSchema } from './variant.ts';
import { whenUsed } from './when-used.ts';

export const phaseStatuses = [
  'IDLE',
  'READY',
  'RUNNING',
  'WAITING_VALIDATION',
  'BUDGET_HOLD',
  'FAILED',
  'COMPLETED',
  'SKIPPED',
] as const;
export const phaseStatusSchema = z.enum(phaseStatuses);
export type PhaseStatus = z.infer<typeof phaseStatusSchema>;

const heldAmountsSchema = whenUsed(() =>
  z.strictObject({
    nextMicroUsd: z.int().min(0).describe('What the next call may cost'),
    committedMicroUsd: z.int().min(0).describe('What was spent or reserved already'),
    capMicroUsd: z.int().min(0),
  }),
);

export const failureSchema = whenUsed(() =>
  z.strictObject({
    name: z.string().max(120).describe('Kind of failure, such as OutputInvalid'),
    reason: z.string().max(1000).describe('What went wrong, in a sentence a person can act on'),
    amounts: heldAmountsSchema.optional().describe('The money behind a stop at the cap'),
  }),
);
export type Failure = z.infer<typeof failureSchema>;

export const phaseSchema = whenUsed(() =>
  z.strictObject({
    id: phaseIdSchema,
    position: z.int().min(0),
    name: localizedTextSchema,
    agent: agentIdSchema,
    status: phaseStatusSchema,
    attempt: z.int().min(1).describe('1 for the first run; a rejection or a retry starts the next'),
    revisions: z.int().min(0).describe('How often a person asked for changes'),
    dependsOn: z.array(phaseIdSchema),
    waitsFor: z.array(phaseIdSchema).describe('Dependencies that are not done yet'),
    validation: validationRuleSchema,
    needsApproval: z.boolean().describe('Whether this campaign stops here for a person'),
    startedAt: isoDateTimeSchema.optional(),
    waitingSince: isoDateTimeSchema.optional().describe('Since when a person is asked for a decision'),
    finishedAt: isoDateTimeSchema.optional(),
    failure: failureSchema.optional(),
    skippedBecause: skipReasonSchema.optional(),
  }),
);
export type Phase = z.infer<typeof phaseSchema>;

export const terminalPhaseStatuses = ['COMPLETED', 'SKIPPED'] as const satisfies readonly PhaseStatus[];

export const decisionKindSchema = z
  .enum(['APPROVED', 'REJECTED', 'SKIPPED', 'RETRIED', 'WRITTEN'])
  .describe('WRITTEN: a person wrote the output of a phase that had failed');
export type DecisionKind = z.infer<typeof decisionKindSchema>;

/** The record of a planned post that a person moved to another time, before or after its plan was approved. */
export const postMoveSchema = whenUsed(() =>
  z.strictObject({
    postId: slugSchema,
    from: isoDateTimeSchema,
    to: isoDateTimeSchema,
    movedBy: principalIdSchema,
    movedAt: isoDateTimeSchema,
  }),
);
export type PostMove = z.infer<typeof postMoveSchema>;

/** The record of one human decision: who, when, what was changed and why. Written once, never changed. */
export const approvalSchema = whenUsed(() =>
  z.strictObject({
    phaseId: phaseIdSchema,
    attempt: z.int().min(1),
    decision: decisionKindSchema,
    decidedBy: principalIdSchema,
    decidedAt: isoDateTimeSchema,
    feedback: z.string().optional(),
    choice: variantSchema
      .optional()
      .describe('Variant of an A/B pair that the person chose; without it that of the agent goes on'),
    editedPaths: z.array(z.string()).describe('JSON pointers of what the person changed before approving'),
  }),
);
export type Approval = z.infer<typeof approvalSchema>;

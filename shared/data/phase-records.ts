// A phase as it is stored, with the bookkeeping of gates and task tokens, and as much of it as each reader asks for. Tokens stay in here and in
// playbook/: `publicPhase` is what clients get.
import * as z from 'zod';
import { criterionSchema } from '../contracts/brief.ts';
import { type Approval, approvalSchema, type Phase, phaseSchema, postMoveSchema } from '../contracts/phase.ts';
import { pickFields } from '../contracts/pick-fields.ts';
import { skipReasonSchema, storedReason } from '../contracts/reasons.ts';
import { whenUsed } from '../contracts/when-used.ts';
import { partsByArmSchema } from './bandit-statistics.ts';

/** A named input and the phase that makes it. */
const sourceSchema = whenUsed(() => z.object({ name: z.string(), optional: z.boolean(), phaseId: z.string() }));

/** A job, the model that is asked about it, and the call that it is the work of. */
const videoJobSchema = whenUsed(() => z.object({ jobId: z.string(), model: z.string(), call: z.string().optional() }));
export type VideoJob = z.infer<typeof videoJobSchema>;

export const phaseRecordSchema = whenUsed(() =>
  z.object({
    ...phaseSchema.unwrap().omit({ waitsFor: true }).shape,
    skippedBecause: storedReason(skipReasonSchema),
    sources: z.array(sourceSchema),
    outputs: z.array(z.string()),
    dependents: z.array(z.string()),
    /** DynamoDB has no empty sets: the attribute is gone once the last dependency is done. */
    pendingDependencies: z.set(z.string()).optional(),
    gateToken: z.string().optional(),
    decisionToken: z.string().optional(),
    /** Attempt whose output is stored. */
    outputAttempt: z.int().optional(),
    /** The person's version of that output, where one was approved. */
    editedVersion: z.string().optional(),
    /** Who approved it: said to listeners together with the end of the phase. */
    approvedBy: z.string().optional(),
    /** What people decided about it, oldest first: written with the status it led to, so none counts without a record. */
    decisions: z.array(approvalSchema.unwrap().omit({ phaseId: true })).default([]),
    /** Planned posts that people moved, oldest first: written with the version of the plan that has their times. */
    moves: z.array(postMoveSchema).optional(),
    /** From the brief's agentConfiguration; a retry may name another model. */
    model: z.string().optional(),
    criterion: criterionSchema.optional(),
    instructions: z.string().optional(),
    /** No answer that was given before is taken. */
    cache: z.enum(['bypass']).optional(),
    /**
     * The model whose answer became the output of an attempt, by its short name (data/bandit-statistics.ts): what people decide says how good it is. Of a
     * phase that waits for them also what the attempt taught of its models, which is told with what they decide.
     */
    answeredBy: z
      .object({ attempt: z.int(), arm: z.string(), language: z.string(), untold: partsByArmSchema.optional() })
      .optional(),
    /** Jobs that a provider is working on, by the name of their call. */
    videoJobs: z.record(z.string(), videoJobSchema),
    /** The attempt that goes on with what the one before had begun when the cap stopped it: its jobs, and what was answered. */
    goesOn: z.int().optional(),
    /** How long the attempt has waited for work elsewhere, in pauses between questions. */
    waited: z.object({ attempt: z.int(), seconds: z.int() }).optional(),
    /** Questions after work elsewhere in this run of the campaign. */
    polls: z.int().optional(),
  }),
);
export type PhaseRecord = z.infer<typeof phaseRecordSchema>;

/** How far a phase has come, and which of its outputs counts: what others ask of it. */
export const phaseProgressSchema = whenUsed(() =>
  z.object({
    id: phaseRecordSchema.unwrap().shape.id,
    status: phaseRecordSchema.unwrap().shape.status,
    attempt: phaseRecordSchema.unwrap().shape.attempt,
    outputAttempt: phaseRecordSchema.unwrap().shape.outputAttempt,
    editedVersion: phaseRecordSchema.unwrap().shape.editedVersion,
    polls: phaseRecordSchema.unwrap().shape.polls,
  }),
);
export type PhaseProgress = z.infer<typeof phaseProgressSchema>;

/** The same with what its gate waits for. */
export const gatedPhaseSchema = whenUsed(() =>
  phaseProgressSchema.unwrap().extend({
    ...phaseRecordSchema.unwrap().pick({ position: true, sources: true, pendingDependencies: true, gateToken: true })
      .shape,
  }),
);
export type GatedPhase = z.infer<typeof gatedPhaseSchema>;

/** What people decided about a phase, and which it is. */
export const decidedPhaseSchema = whenUsed(() =>
  phaseRecordSchema.unwrap().pick({
    id: true,
    name: true,
    agent: true,
    status: true,
    attempt: true,
    decisions: true,
  }),
);
export type DecidedPhase = z.infer<typeof decidedPhaseSchema>;

/** A phase as clients see it: no token, no bookkeeping. */
export const publicPhase = (record: PhaseRecord): Phase => ({
  ...pickFields(phaseSchema.unwrap(), record),
  waitsFor: [...(record.pendingDependencies ?? [])].sort(),
});

/** The records of what people decided about a phase, oldest first. */
export const approvalsOf = ({ id, decisions }: Pick<PhaseRecord, 'id' | 'decisions'>): Approval[] =>
  decisions.map((decision) => ({ phaseId: id, ...decision }));

/** Whether the attempt takes up what the one before had begun. */
export const isGoingOn = ({ attempt, goesOn }: Pick<PhaseRecord, 'attempt' | 'goesOn'>): boolean => goesOn === attempt;

/** What people asked of the next attempts, oldest first. */
export const feedbackOf = ({ decisions }: Pick<PhaseRecord, 'decisions'>): string[] =>
  decisions.flatMap(({ decision, feedback }) =>
    feedback && (decision === 'REJECTED' || decision === 'RETRIED') ? [feedback] : [],
  );

// Phases with the bookkeeping of gates and task tokens. Tokens stay in here and in playbook/: `publicPhase` is what clients get.
import * as z from 'zod';
import { criterionSchema } from '../contracts/brief.ts';
import type { CampaignReference, PhaseReference } from '../contracts/identifiers.ts';
import {
  type Approval,
  approvalSchema,
  type Failure,
  type Phase,
  type PhaseStatus,
  type PostMove,
  phaseSchema,
  postMoveSchema,
} from '../contracts/phase.ts';
import { pickFields } from '../contracts/pick-fields.ts';
import type { ReopenedPhase } from '../domain/reopened-phases.ts';
import { partsByArmSchema } from './arm-statistics.ts';
import { type Key, keys, lists } from './keys.ts';
import { assignments, type Item, type Table } from './table.ts';

/** A named input and the phase that makes it. */
const sourceSchema = z.object({ name: z.string(), optional: z.boolean(), phaseId: z.string() });

/** A job, the model that is asked about it, and the call that it is the work of. */
const videoJobSchema = z.object({ jobId: z.string(), model: z.string(), call: z.string().optional() });
export type VideoJob = z.infer<typeof videoJobSchema>;

const phaseRecordSchema = z.object({
  ...phaseSchema.omit({ waitsFor: true }).shape,
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
  decisions: z.array(approvalSchema.omit({ phaseId: true })).default([]),
  /** Planned posts that people moved, oldest first: written with the version of the plan that has their times. */
  moves: z.array(postMoveSchema).optional(),
  /** From the brief's agentConfiguration; a retry may name another model. */
  model: z.string().optional(),
  criterion: criterionSchema.optional(),
  instructions: z.string().optional(),
  /** No answer that was given before is taken. */
  cache: z.enum(['bypass']).optional(),
  /**
   * The model whose answer became the output of an attempt, by its short name (data/arm-statistics.ts): what people decide says how good it is. Of a
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
});
export type PhaseRecord = z.infer<typeof phaseRecordSchema>;

/** How far a phase has come, and which of its outputs counts: what others ask of it. */
const phaseProgressSchema = z.object({
  id: phaseRecordSchema.shape.id,
  status: phaseRecordSchema.shape.status,
  attempt: phaseRecordSchema.shape.attempt,
  outputAttempt: phaseRecordSchema.shape.outputAttempt,
  editedVersion: phaseRecordSchema.shape.editedVersion,
  polls: phaseRecordSchema.shape.polls,
});
export type PhaseProgress = z.infer<typeof phaseProgressSchema>;

/** The same with what its gate waits for. */
const gatedPhaseSchema = phaseProgressSchema.extend({
  ...phaseRecordSchema.pick({ sources: true, pendingDependencies: true, gateToken: true }).shape,
});
export type GatedPhase = z.infer<typeof gatedPhaseSchema>;

/** What people decided about a phase, and which it is. */
const decidedPhaseSchema = phaseRecordSchema.pick({
  id: true,
  name: true,
  agent: true,
  status: true,
  attempt: true,
  decisions: true,
});
export type DecidedPhase = z.infer<typeof decidedPhaseSchema>;

/** A phase as clients see it: no token, no bookkeeping. */
export const publicPhase = (record: PhaseRecord): Phase => ({
  ...pickFields(phaseSchema, record),
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

export interface PhaseChange {
  readonly from: readonly PhaseStatus[];
  /** When given, the phase must still be on this attempt. */
  readonly attempt?: number;
  /** When given, this person's version of its output must still count; null: none. */
  readonly version?: string | null;
  readonly set: Partial<Omit<PhaseRecord, 'id' | 'pendingDependencies' | 'decisions' | 'moves' | 'failure'>> & {
    failure?: Failure;
  };
  readonly remove?: readonly (keyof PhaseRecord)[];
  /** The decision that this change is, for its record. */
  readonly decision?: PhaseRecord['decisions'][number];
  /** The move of a post that this change is, for its record. */
  readonly move?: PostMove;
}

/** Phases as they are stored, for writes that must go together. */
export const phaseItems = (reference: CampaignReference, records: readonly PhaseRecord[]): (Item & Key)[] =>
  records.map((record) => ({ ...record, ...keys.phase({ ...reference, phaseId: record.id }) }));

export type Phases = ReturnType<typeof createPhases>;

export function createPhases(table: Table) {
  /** No more of every phase than the shape has. */
  const listOnly = <Part>(reference: CampaignReference, part: z.ZodObject & z.ZodType<Part>): Promise<Part[]> =>
    table.queryAll({ ...lists.phases(reference), consistent: true, only: Object.keys(part.shape) }, part);

  return {
    /** Access pattern 4. */
    get: (reference: PhaseReference): Promise<PhaseRecord | undefined> =>
      table.get(keys.phase(reference), phaseRecordSchema),

    /** Access pattern 5: every phase in playbook order. Strongly consistent: resume and finish decide by it. */
    async list(reference: CampaignReference): Promise<PhaseRecord[]> {
      const records = await table.queryAll({ ...lists.phases(reference), consistent: true }, phaseRecordSchema);
      return records.sort((one, other) => one.position - other.position);
    },

    /** Access pattern 5, as far as other phases ask: in no order. */
    progress: (reference: CampaignReference): Promise<PhaseProgress[]> => listOnly(reference, phaseProgressSchema),

    /** Access pattern 5, as far as whoever asks what was decided: in no order. */
    listDecided: (reference: CampaignReference): Promise<DecidedPhase[]> => listOnly(reference, decidedPhaseSchema),

    /** Access pattern 5, as far as whoever ends a phase asks: in no order. */
    listGated: (reference: CampaignReference): Promise<GatedPhase[]> => listOnly(reference, gatedPhaseSchema),

    createAll: (reference: CampaignReference, records: readonly PhaseRecord[]) =>
      table.putMany(phaseItems(reference, records)),

    /** Changes a phase when its status is one of `from`; undefined when it is not, so that two deciders cannot both win. */
    change(
      reference: PhaseReference,
      { from, attempt, version, set, remove = [], decision, move }: PhaseChange,
    ): Promise<PhaseRecord | undefined> {
      const assigned = assignments(set as Item);
      const statuses = Object.fromEntries(from.map((status, index) => [`:from${index}`, status]));
      const clauses = [
        assigned.clause,
        decision === undefined ? '' : '#decisions = list_append(if_not_exists(#decisions, :none), :decision)',
        move === undefined ? '' : '#moves = list_append(if_not_exists(#moves, :none), :move)',
      ].filter(Boolean);
      return table.update(
        keys.phase(reference),
        {
          expression: [
            clauses.length > 0 ? `SET ${clauses.join(', ')}` : '',
            remove.length > 0 ? `REMOVE ${remove.map((name) => `#${name}`).join(', ')}` : '',
          ]
            .filter(Boolean)
            .join(' '),
          condition: [
            `#status IN (${Object.keys(statuses).join(', ')})`,
            ...(attempt === undefined ? [] : ['#attempt = :expectedAttempt']),
            ...(version === null ? ['attribute_not_exists(#editedVersion)'] : []),
            ...(version ? ['#editedVersion = :expectedVersion'] : []),
          ].join(' AND '),
          names: {
            ...assigned.names,
            '#status': 'status',
            ...(attempt === undefined ? {} : { '#attempt': 'attempt' }),
            ...(decision === undefined ? {} : { '#decisions': 'decisions' }),
            ...(move === undefined ? {} : { '#moves': 'moves' }),
            ...(version === undefined ? {} : { '#editedVersion': 'editedVersion' }),
            ...Object.fromEntries(remove.map((name) => [`#${name}`, name])),
          },
          values: {
            ...assigned.values,
            ...statuses,
            ...(attempt === undefined ? {} : { ':expectedAttempt': attempt }),
            ...(version ? { ':expectedVersion': version } : {}),
            ...(decision === undefined ? {} : { ':decision': [decision] }),
            ...(move === undefined ? {} : { ':move': [move] }),
            ...((decision ?? move) ? { ':none': [] } : {}),
          },
        },
        phaseRecordSchema,
      );
    },

    /**
     * Begins the next attempt of a phase that ended, behind the dependencies given. The expected attempt keeps somebody who looked
     * earlier from reopening what runs again by now; undefined then.
     */
    reopen(
      reference: PhaseReference,
      { id: _id, status, pendingDependencies }: ReopenedPhase,
      before: Pick<PhaseRecord, 'status' | 'attempt'>,
    ): Promise<PhaseRecord | undefined> {
      const isHeldUp = pendingDependencies.length > 0;
      const gone = [
        ...['gateToken', 'decisionToken', 'waitingSince', 'finishedAt', 'failure', 'skippedBecause'],
        ...(isHeldUp ? [] : ['pendingDependencies']),
      ];
      const set = assignments({
        status,
        attempt: before.attempt + 1,
        videoJobs: {},
        polls: 0,
        ...(isHeldUp ? { pendingDependencies: new Set(pendingDependencies) } : {}),
      });
      return table.update(
        keys.phase(reference),
        {
          expression: `SET ${set.clause} REMOVE ${gone.join(', ')}`,
          condition: '#status = :statusBefore AND #attempt = :attemptBefore',
          names: set.names,
          values: { ...set.values, ':statusBefore': before.status, ':attemptBefore': before.attempt },
        },
        phaseRecordSchema,
      );
    },

    /** Stores the token of the waiting gate and answers with the phase after it. Half of the race-free gate. */
    storeGateToken: (reference: PhaseReference, gateToken: string) =>
      table.update(
        keys.phase(reference),
        { expression: 'SET gateToken = :token', values: { ':token': gateToken } },
        phaseRecordSchema,
      ),

    /** Takes a finished dependency off and answers with the phase after it. The other half; repeating changes nothing. */
    removeDependency: (reference: PhaseReference, dependency: string) =>
      table.update(
        keys.phase(reference),
        { expression: 'DELETE pendingDependencies :done', values: { ':done': new Set([dependency]) } },
        phaseRecordSchema,
      ),

    /** Remembers the job a video provider works on, so that a repeated step asks for it instead of paying again. */
    storeVideoJob: (reference: PhaseReference, callName: string, job: VideoJob) =>
      table.update(
        keys.phase(reference),
        { expression: 'SET videoJobs.#call = :job', names: { '#call': callName }, values: { ':job': job } },
        phaseRecordSchema,
      ),
  };
}

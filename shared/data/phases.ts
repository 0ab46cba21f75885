// Phases: found, listed, created and changed. Each change says from which status it moves, so that two deciders cannot both win.
import type * as z from 'zod';
import type { CampaignReference, PhaseReference } from '../contracts/identifiers.ts';
import type { Failure, PhaseStatus, PostMove } from '../contracts/phase.ts';
import type { ReopenedPhase } from '../domain/campaigns/reopened-phases.ts';
import { assignments, type Item } from './expressions.ts';
import { type Key, keys, lists } from './keys.ts';
import {
  type DecidedPhase,
  decidedPhaseSchema,
  type GatedPhase,
  gatedPhaseSchema,
  type PhaseProgress,
  type PhaseRecord,
  phaseProgressSchema,
  phaseRecordSchema,
  type VideoJob,
} from './phase-records.ts';
import type { Table } from './table.ts';

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
  const listOnly = <Part>(
    reference: CampaignReference,
    part: z.ZodLazy<z.ZodObject> & z.ZodType<Part>,
  ): Promise<Part[]> =>
    table.queryAll({ ...lists.phases(reference), consistent: true, only: Object.keys(part.unwrap().shape) }, part);

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

// The status of a campaign: each write says from which status it moves, so that of two at once one wins.
import type { CampaignStatus } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { headerSchema, listenedHeaderSchema } from './campaign-headers.ts';
import { assignments } from './expressions.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** What a relaunch changes in the header. */
export interface RelaunchCounters {
  readonly run: number;
  /** Phases that were counted as finished and are not any more. */
  readonly reopenedPhases: readonly string[];
  readonly events: number;
  readonly now: string;
}

export const createCampaignStatuses = (table: Table) => ({
  /** Moves the status when it is one of `from`; undefined when it is not. */
  changeStatus(
    reference: CampaignReference,
    from: readonly CampaignStatus[],
    to: CampaignStatus,
    now: string,
    finished: boolean,
  ) {
    const allowed = Object.fromEntries(from.map((status, index) => [`:from${index}`, status]));
    const set = assignments({ status: to, updatedAt: now, ...(finished ? { finishedAt: now } : {}) });
    return table.update(
      keys.campaign(reference),
      {
        expression: `SET ${set.clause}`,
        condition: `#status IN (${Object.keys(allowed).join(', ')})`,
        names: set.names,
        values: { ...set.values, ...allowed },
      },
      headerSchema,
    );
  },

  /** Ends a campaign that has not ended yet and counts the events that say so, in one write: they are numbered once. */
  finish: (
    reference: CampaignReference,
    status: 'COMPLETED' | 'FAILED',
    { events, now }: { readonly events: number; readonly now: string },
  ) =>
    table.update(
      keys.campaign(reference),
      {
        expression: 'SET #status = :status, updatedAt = :now, finishedAt = :now ADD lastEvent :events',
        condition: '#status IN (:draft, :running, :paused)',
        names: { '#status': 'status' },
        values: {
          ':status': status,
          ':draft': 'DRAFT',
          ':running': 'RUNNING',
          ':paused': 'PAUSED',
          ':now': now,
          ':events': events,
        },
      },
      listenedHeaderSchema,
    ),

  /**
   * Takes the number of the first run of a draft, before its execution starts: from then on the draft does not change any more.
   * Undefined when it is no draft (any more). Safe to repeat.
   */
  beginFirstRun: (reference: CampaignReference, now: string) =>
    table.update(
      keys.campaign(reference),
      {
        expression: 'SET #run = :first, updatedAt = :now',
        condition: '#status = :draft',
        names: { '#status': 'status', '#run': 'run' },
        values: { ':first': 1, ':draft': 'DRAFT', ':now': now },
      },
      headerSchema,
    ),

  /**
   * Moves a draft whose first run has begun to RUNNING and counts the event that says so, in one write. Undefined when it is no such
   * draft (any more): of all that launch it, and of its own execution, one wins.
   */
  launch: (reference: CampaignReference, now: string) =>
    table.update(
      keys.campaign(reference),
      {
        expression: 'SET #status = :running, updatedAt = :now ADD lastEvent :one',
        condition: '#status = :draft AND #run = :first',
        names: { '#status': 'status', '#run': 'run' },
        values: { ':running': 'RUNNING', ':draft': 'DRAFT', ':first': 1, ':now': now, ':one': 1 },
      },
      listenedHeaderSchema,
    ),

  /**
   * Moves a failed campaign into its next run, takes the reopened phases off the finished ones and counts the events that say so,
   * in one write. Undefined when it is not FAILED in the run before (any more): of two that relaunch, one wins.
   */
  relaunch: (reference: CampaignReference, { run, reopenedPhases, events, now }: RelaunchCounters) =>
    table.update(
      keys.campaign(reference),
      {
        expression: `SET #status = :running, #run = :run, updatedAt = :now REMOVE finishedAt ADD lastEvent :events${reopenedPhases.length > 0 ? ' DELETE finishedPhases :reopened' : ''}`,
        condition: `#status = :failed AND ${run === 2 ? '(attribute_not_exists(#run) OR #run = :before)' : '#run = :before'}`,
        names: { '#status': 'status', '#run': 'run' },
        values: {
          ':running': 'RUNNING',
          ':failed': 'FAILED',
          ':run': run,
          ':before': run - 1,
          ':now': now,
          ':events': events,
          ...(reopenedPhases.length > 0 ? { ':reopened': new Set(reopenedPhases) } : {}),
        },
      },
      listenedHeaderSchema,
    ),
});

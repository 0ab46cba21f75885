// What a campaign counts: the numbers of its events, its finished phases, and what was last said of each phase on its way.
import type * as z from 'zod';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { type Settlement, settleCall } from './campaign-budget.ts';
import { type CountedHeader, countedHeaderSchema, listenedHeaderSchema, saidOf } from './campaign-headers.ts';
import { keys } from './keys.ts';
import { openCall } from './open-calls.ts';
import type { Table } from './table.ts';

/** What a phase has come to, by a name that no other moment of it has, such as an attempt and a status. */
export interface SaidOfPhase {
  readonly phaseId: string;
  readonly name: string;
}

/** What a moment in a campaign's life adds to its counters. */
export interface CampaignCounters {
  readonly events: number;
  readonly finishedPhases?: readonly string[] | undefined;
  /** Counts nothing when this phase was counted as finished before. */
  readonly unlessFinished?: string | undefined;
  /** Completes the campaign after so many other phases. Counts nothing when others were counted as finished, or when it is over. */
  readonly completesAfter?: number | undefined;
  /** Counts nothing when the last thing said of the phase was this. */
  readonly once?: SaidOfPhase | undefined;
  /** Calls that are settled with it. */
  readonly settlements?: readonly Settlement[] | undefined;
  readonly now: string;
}

export function createCampaignCounters(table: Table) {
  /** In one write; undefined when it was counted before, or when one of the calls was settled before. */
  function countWith(
    reference: CampaignReference,
    { events, finishedPhases = [], unlessFinished, completesAfter, once, now }: Omit<CampaignCounters, 'settlements'>,
    settlements: readonly Settlement[],
    schema: z.ZodType<CountedHeader>,
  ): Promise<CountedHeader | undefined> {
    // What was said of a phase on its way goes with its end, so that the header stays small.
    const ended = finishedPhases.map((phaseId, index) => [`#ended${index}`, saidOf(phaseId)] as const);
    const calls = settlements.map(({ callId }, index) => [`#call${index}`, openCall(callId)] as const);
    const sum = (of: (settlement: Settlement) => number) => settlements.reduce((total, each) => total + of(each), 0);
    const condition = [
      ...(unlessFinished === undefined ? [] : ['NOT contains(finishedPhases, :phase)']),
      ...(once ? ['NOT #said = :said'] : []), // also true where nothing was said yet
      ...calls.map(([name]) => `attribute_exists(${name})`),
      ...(completesAfter === undefined ? [] : ['size(finishedPhases) = :others AND #status IN (:running, :paused)']),
    ].join(' AND ');
    const set = [
      'updatedAt = :now',
      ...(once ? ['#said = :said'] : []),
      ...(completesAfter === undefined ? [] : ['#status = :completed, finishedAt = :now']),
    ];
    const removed = [...ended, ...calls].map(([name]) => name);
    return table.update(
      keys.campaign(reference),
      {
        expression: [
          `SET ${set.join(', ')}`,
          `ADD lastEvent :events${ended.length > 0 ? ', finishedPhases :finished' : ''}`,
          ...(calls.length > 0 ? [', committedMicroUsd :difference, spentMicroUsd :cost'] : []),
          ...(removed.length > 0 ? [`REMOVE ${removed.join(', ')}`] : []),
        ].join(' '),
        names: {
          ...Object.fromEntries([...ended, ...calls]),
          ...(once ? { '#said': saidOf(once.phaseId) } : {}),
          ...(completesAfter === undefined ? {} : { '#status': 'status' }),
        },
        values: {
          ':now': now,
          ':events': events,
          ...(ended.length > 0 ? { ':finished': new Set(finishedPhases) } : {}),
          ...(unlessFinished === undefined ? {} : { ':phase': unlessFinished }),
          ...(once ? { ':said': once.name } : {}),
          ...(completesAfter === undefined
            ? {}
            : { ':others': completesAfter, ':running': 'RUNNING', ':paused': 'PAUSED', ':completed': 'COMPLETED' }),
          ...(calls.length > 0
            ? {
                ':difference': sum(({ costMicroUsd, reservedMicroUsd }) => costMicroUsd - reservedMicroUsd),
                ':cost': sum(({ costMicroUsd }) => costMicroUsd),
              }
            : {}),
        },
        ...(condition ? { condition } : {}),
      },
      schema,
    );
  }

  return {
    /**
     * Access pattern 14. Counts events and finished phases and answers with the header after it: `lastEvent` is the newest number given out.
     * The listeners come from the same write: a socket either is among them or was told a `lastEvent` that includes these. Calls are settled with
     * it, each once however often it is repeated.
     */
    async count(
      reference: CampaignReference,
      { settlements = [], ...counters }: CampaignCounters,
    ): Promise<CountedHeader | undefined> {
      if (settlements.length === 0) return countWith(reference, counters, [], listenedHeaderSchema);
      const counted = await countWith(reference, counters, settlements, countedHeaderSchema);
      // Whoever asked for the end of the campaign, too, asks again without it.
      if (counted || counters.completesAfter !== undefined) return counted;
      // One of them was settled before, or it was all said before.
      for (const settlement of settlements) await settleCall(table, reference, settlement);
      return countWith(reference, counters, [], countedHeaderSchema);
    },
  };
}

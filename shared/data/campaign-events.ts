// The numbered log of a campaign's live events. Events that happen together are one item: fewer writes, same numbers.
import * as z from 'zod';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { type LiveEvent, liveEventSchema } from '../contracts/live-events.ts';
import { eventAt, eventSortKey, keys, lists } from './keys.ts';
import { type PackedJson, packJson, unpackJson } from './packed-json.ts';
import type { Table } from './table.ts';

/** Most events one step emits at once; a batch that starts further back cannot hold the wanted number. */
export const largestBatch = 60;

const storedEventsSchema = z.array(z.record(z.string(), z.unknown()));

/**
 * Number, campaign and time of an event are said once for all of a batch: by its key, and beside its events, which are JSON. Older batches hold
 * them as a list, and the oldest say all of it in each.
 */
const batchSchema = z
  .object({
    pk: z.string(),
    sk: z.string(),
    at: z.string().optional(),
    json: z.string().optional(),
    brotli: z.instanceof(Uint8Array).optional(),
    events: storedEventsSchema.optional(),
    /** The queue of webhooks did not take them: they are still to be sent. */
    isUnsent: z.literal(true).optional(),
  })
  .transform(({ pk, sk, at, json, brotli, events = [], ...unsent }) => {
    const packed = brotli ? { brotli } : json === undefined ? undefined : { json };
    const stored = packed ? storedEventsSchema.parse(JSON.parse(unpackJson(packed))) : events;
    return {
      ...unsent,
      events: stored.map((event, place) => ({ ...eventAt({ pk, sk }, place), at, ...event })),
    };
  })
  .pipe(z.object({ events: z.array(liveEventSchema), isUnsent: z.literal(true).optional() }));

/** Most batches are far below the kilobyte that a write is paid by: those stay as they are. */
const largestPlainCharacters = 600;

function packed(events: readonly LiveEvent[]): PackedJson {
  const json = JSON.stringify(events.map(({ type, data }) => ({ type, data })));
  return json.length > largestPlainCharacters ? packJson(json) : { json };
}

/** Events that happened together. */
export interface EventBatch {
  readonly events: readonly LiveEvent[];
  readonly isUnsent: boolean;
}

export type CampaignEvents = ReturnType<typeof createCampaignEvents>;

export function createCampaignEvents(table: Table) {
  return {
    async append(reference: CampaignReference, { events, isUnsent }: EventBatch): Promise<void> {
      const first = events[0];
      if (!first) return;
      await table.put(keys.event(reference, first.number), {
        at: first.at,
        ...packed(events),
        ...(isUnsent ? { isUnsent } : {}),
      });
    },

    /** Deletes the batch that begins with a number. */
    remove: (reference: CampaignReference, firstNumber: number) => table.delete(keys.event(reference, firstNumber)),

    /** Access pattern 12, for a number at which a batch ends: the batches after it. */
    async listBatchesAfter(reference: CampaignReference, after: number): Promise<EventBatch[]> {
      const rows = await table.queryAll(
        { ...lists.events(reference), after: eventSortKey(after), consistent: true },
        batchSchema,
      );
      // The union was parsed member by member, so each event is one of the known types with its own data.
      return rows.map(({ events, isUnsent = false }) => ({ events: events as LiveEvent[], isUnsent }));
    },

    /** Access pattern 12: events with a greater number, oldest first. A number can be missing if a step died while writing it. */
    async listAfter(reference: CampaignReference, after: number, limit: number): Promise<LiveEvent[]> {
      const found: LiveEvent[] = [];
      let from: string | undefined = eventSortKey(Math.max(0, after - largestBatch));
      while (from && found.length < limit) {
        const page: Awaited<ReturnType<typeof table.queryPage<z.infer<typeof batchSchema>>>> = await table.queryPage(
          { ...lists.events(reference), after: from, limit: 100, consistent: true },
          batchSchema,
        );
        // The union was parsed member by member, so each event is one of the known types with its own data.
        for (const { events } of page.rows)
          found.push(...(events as LiveEvent[]).filter((event) => event.number > after));
        from = page.lastSortKey;
      }
      return found.slice(0, limit);
    },
  };
}

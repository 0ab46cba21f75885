import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '../contracts/live-events.ts';
import { createCampaignEvents } from './campaign-events.ts';
import type { Item } from './expressions.ts';
import { eventSortKey } from './keys.ts';
import type { QueryOptions, Table } from './table.ts';

const reference = { workspaceId: 'wsp_one', campaignId: 'cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ' };
const at = '2026-11-26T12:00:00.000Z';
const event = (number: number, words?: string): LiveEvent => ({
  ...{ type: 'phase:status', number, campaignId: reference.campaignId, at },
  data: {
    phaseId: 'seo',
    status: 'SKIPPED',
    attempt: 1,
    ...(words ? { skippedBecause: { kind: 'said', words } } : {}),
  },
});

/** A log over a table that keeps what is put into it; `stored` are items that an older program has left. */
function logOver(stored: readonly Item[] = []) {
  const items = [...stored];
  const table = {
    put: async (key: Item, item: Item) => Boolean(items.push({ ...key, ...item })),
    queryPage: async (_options: QueryOptions, schema: { parse(item: unknown): unknown }) => ({
      rows: items.map((item) => schema.parse(item)),
    }),
  };
  const log = createCampaignEvents(table as unknown as Table);
  return { items, append: log.append, eventsAfter: (number: number) => log.listAfter(reference, number, 100) };
}

describe('events that happened together', () => {
  it('are one item of JSON, which says once what they have in common', async () => {
    const { items, append, eventsAfter } = logOver();
    await append(reference, { events: [event(7), event(8)], isUnsent: false });
    expect(items).toEqual([expect.objectContaining({ sk: eventSortKey(7), at, json: expect.any(String) })]);
    expect(items[0]?.['json']).not.toContain(reference.campaignId);
    expect(await eventsAfter(6)).toEqual([event(7), event(8)]);
    expect(await eventsAfter(7)).toEqual([event(8)]);
  });

  it('are compressed where they are long, and read the same', async () => {
    const { items, append, eventsAfter } = logOver();
    const long = [event(1, 'Nobody decided. '.repeat(30)), event(2)];
    await append(reference, { events: long, isUnsent: true });
    expect(items[0]).toMatchObject({ brotli: expect.any(Uint8Array), isUnsent: true });
    expect(Buffer.from((items[0]?.['brotli'] ?? []) as Uint8Array).byteLength).toBeLessThan(200);
    expect(await eventsAfter(0)).toEqual(long);
  });

  it.each([
    ['a list', { at, events: [{ type: event(3).type, data: event(3).data }] }],
    ['a list that says everything in each', { events: [event(3)] }],
  ])('of an older program lie there as %s, and read the same', async (_how, item) => {
    const key = { pk: `W#${reference.workspaceId}#C#${reference.campaignId}`, sk: eventSortKey(3) };
    expect(await logOver([{ ...key, ...item }]).eventsAfter(0)).toEqual([event(3)]);
  });
});

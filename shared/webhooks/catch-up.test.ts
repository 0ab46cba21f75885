import { expect, it } from 'vitest';
import type { EventBatch } from '../data/campaign-events.ts';
import { type CatchUpParts, catchUp } from './catch-up.ts';

const reference = { workspaceId: 'wsp_a', campaignId: 'cmp_1' };
const at = '2026-11-26T12:00:00.000Z';
const batch = (number: number, isUnsent = false, moment = at) =>
  ({
    isUnsent,
    events: [{ type: 'cost:updated', number, campaignId: 'cmp_1', at: moment, data: {} }],
  }) as unknown as EventBatch;

/** What is sent and written down for a log of these batches, so many seconds after everything happened. */
async function after(
  seconds: number,
  batches: EventBatch[],
  { announced = 0, lastEvent = 3, webhook = {} }: { announced?: number; lastEvent?: number; webhook?: object } = {},
) {
  const sent: string[] = [];
  const moved: number[] = [];
  const outcome = await catchUp({
    campaigns: {
      getAnnounced: async () => ({
        id: 'cmp_1',
        status: 'RUNNING',
        createdAt: at,
        updatedAt: at,
        announced,
        lastEvent,
      }),
      moveAnnounced: async (_reference: unknown, to: number) => void moved.push(to),
    },
    events: { listBatchesAfter: async () => batches },
    webhooks: {
      list: async () => [{ id: 'whk_1', enabled: true, events: ['cost:updated'], createdAt: at, ...webhook }],
    },
    queue: {
      send: async (messages: { payload: string }[]) => void sent.push(...messages.map(({ payload }) => payload)),
    },
    clock: () => new Date(Date.parse(at) + seconds * 1000),
  } as unknown as CatchUpParts)(reference);
  const numbers = sent.map((payload) => {
    const { number, type } = JSON.parse(JSON.stringify(payload).startsWith('"') ? payload : JSON.stringify(payload));
    return [number, type];
  });
  return { outcome, numbers, moved };
}

it('waits twenty seconds for an event that is on its way, and then says that it is lost', async () => {
  expect(await after(19.999, [batch(1), batch(3)])).toEqual({ outcome: 'waiting', numbers: [], moved: [] });
  expect(await after(20, [batch(1), batch(3)])).toEqual({
    outcome: 'done',
    numbers: [[2, 'campaign:status']],
    moved: [3],
  });
  expect(await after(19.999, [batch(1)])).toMatchObject({ outcome: 'waiting', numbers: [] });
  expect(await after(20, [batch(1)])).toMatchObject({
    outcome: 'done',
    numbers: [
      [2, 'campaign:status'],
      [3, 'campaign:status'],
    ],
  });
});

it('sends what the queue refused, and writes down how far it came', async () => {
  expect(await after(0, [batch(1), batch(2, true), batch(3)])).toEqual({
    outcome: 'done',
    numbers: [[2, 'cost:updated']],
    moved: [3],
  });
});

it('writes nothing down for fewer than fifty events of which none was to be sent', async () => {
  const log = (count: number) => Array.from({ length: count }, (_batch, index) => batch(index + 1));
  expect((await after(0, log(49), { lastEvent: 49 })).moved).toEqual([]);
  expect((await after(0, log(50), { lastEvent: 50 })).moved).toEqual([50]);
  expect(await after(0, [], { announced: 3 })).toEqual({ outcome: 'done', numbers: [], moved: [] });
});

it('tells nobody what they did not ask for, what happened before, and who is disabled nothing', async () => {
  const unsent = [batch(1, true), batch(2, true), batch(3, true)];
  for (const webhook of [
    { events: ['campaign:failed'] },
    { enabled: false },
    { listensSince: '2026-11-26T12:00:00.001Z' },
    { createdAt: '2026-11-26T12:00:00.001Z' },
  ])
    expect((await after(0, unsent, { webhook })).numbers).toEqual([]);
  expect((await after(0, unsent, { webhook: { listensSince: at } })).numbers).toHaveLength(3);
  expect((await after(20, [batch(1)], { webhook: { events: ['campaign:failed'] } })).numbers).toHaveLength(2);
});

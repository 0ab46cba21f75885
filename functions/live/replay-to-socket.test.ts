import { beforeEach, expect, it } from 'vitest';
import type { Campaign } from '../../shared/contracts/campaign.ts';
import type { LiveEvent } from '../../shared/contracts/live-events.ts';
import { type ReplayToSocketParts, replayToSocket } from './replay-to-socket.ts';

const reference = { workspaceId: 'wsp_test', campaignId: 'cmp_01JD0000000000000000000000' };
const lastEvent = 250;
const campaign = {
  id: reference.campaignId,
  status: 'RUNNING',
  lastEvent,
  updatedAt: '2026-11-23T10:00:00.000Z',
} as Campaign;
const event = (number: number): LiveEvent => ({
  type: 'cost:updated',
  number,
  campaignId: reference.campaignId,
  at: campaign.updatedAt,
  data: { spentMicroUsd: 0, committedMicroUsd: 0 },
});

let now: number;
let frames: { type: string; number?: number; after?: number }[];
let forgotten: string[];
beforeEach(() => {
  now = Date.parse('2026-11-23T11:00:00.000Z');
  frames = [];
  forgotten = [];
});

/** A log of 250 events; each frame takes as long as told, and the socket leaves after as many as told. */
const partsWith = ({ millisecondsAFrame = 1, leavesAfter = Number.POSITIVE_INFINITY } = {}) =>
  ({
    events: {
      append: async () => {},
      listAfter: async (_reference: unknown, after: number, limit: number) =>
        Array.from({ length: Math.min(limit, lastEvent - after) }, (_event, index) => event(after + 1 + index)),
    },
    outputs: {},
    clock: () => new Date(now),
    campaigns: {
      removeListener: async (_reference: unknown, connectionId: string) => void forgotten.push(connectionId),
    },
    connections: { get: async () => undefined },
    sender: {
      send: async (_connectionId: string, frame: string) => {
        now += millisecondsAFrame;
        if (frames.length >= leavesAfter) {
          forgotten.push('told gone');
          return 'gone';
        }
        frames.push(JSON.parse(frame));
        return 'sent';
      },
    },
  }) as unknown as ReplayToSocketParts;
const all = Array.from({ length: lastEvent }, (_event, index) => index + 1);

it('sends every event after the number, in order', async () => {
  await replayToSocket(partsWith(), 'socket', reference, campaign, 0);
  expect(frames.map(({ number }) => number)).toEqual(all);
});

it('ends when the socket has gone, and forgets it', async () => {
  await replayToSocket(partsWith({ leavesAfter: 3 }), 'socket', reference, campaign, 0);
  expect(frames).toHaveLength(3);
  expect(forgotten).toEqual(['told gone', 'socket']);
});

it('ends in time and says from where on the rest can be had', async () => {
  const begunAt = now;
  await replayToSocket(partsWith({ millisecondsAFrame: 100 }), 'slow', reference, campaign, 0);
  expect(now - begunAt).toBeLessThan(7000);
  const { type, after = 0 } = frames.at(-1) ?? {};
  expect([type, after]).toEqual(['replay:more', frames.at(-2)?.number]);
  const first = frames.splice(0, frames.length).slice(0, -1);
  await replayToSocket(partsWith(), 'slow', reference, campaign, after);
  expect([...first, ...frames].map(({ number }) => number)).toEqual(all);
});

import { describe, expect, it, vi } from 'vitest';
import type { Campaign } from '../contracts/campaign.ts';
import type { LiveEvent } from '../contracts/live-events.ts';
import { replayEvents } from './replay-events.ts';

const updatedAt = '2026-11-23T10:00:00.000Z';
const reference = { workspaceId: 'wsp_test', campaignId: 'cmp_01JD0000000000000000000000' };
const campaign = (lastEvent: number): Campaign => ({
  id: reference.campaignId,
  workspaceId: reference.workspaceId,
  createdBy: 'test',
  name: 'Spring launch',
  governanceMode: 'AUTO',
  language: 'en',
  playbookId: 'full-campaign',
  status: 'RUNNING',
  createdAt: updatedAt,
  updatedAt,
  phaseCount: 11,
  finishedPhaseCount: 1,
  aiCapMicroUsd: 0,
  committedMicroUsd: 0,
  spentMicroUsd: 0,
  run: 1,
  lastEvent,
});
const event = (number: number): LiveEvent => ({
  type: 'phase:output',
  number,
  campaignId: reference.campaignId,
  at: updatedAt,
  data: { phaseId: 'seo', attempt: number },
});

interface Log {
  readonly stored: readonly number[];
  readonly lastEvent: number;
  readonly secondsLater?: number;
  readonly after?: number;
  readonly limit?: number;
}

/** Replays a log that holds the given numbers; answers with them, negative where the event was lost. */
async function replayed({ stored, lastEvent, secondsLater = 60, after = 0, limit = 100 }: Log): Promise<number[]> {
  const events = await replayEvents(
    {
      events: {
        append: async () => {},
        remove: async () => true,
        listBatchesAfter: async () => [],
        listAfter: async (_reference, from, most) =>
          stored
            .filter((number) => number > from)
            .slice(0, most)
            .map(event),
      },
      outputs: {
        put: async () => true,
        prepare: async () => ({ pk: '', sk: '' }),
        putEdited: async () => '',
        delete: async () => {},
        get: async ({ phaseId }, attempt) => ({ made: `${phaseId}-${attempt}` }),
      },
      clock: () => new Date(Date.parse(updatedAt) + secondsLater * 1000),
    },
    reference,
    campaign(lastEvent),
    after,
    limit,
  );
  return events.map(({ number, type, data }) => {
    if (type === 'phase:output') expect(data).toMatchObject({ output: { made: `seo-${number}` } });
    else expect([type, data]).toEqual(['campaign:status', { status: 'RUNNING', refetch: true }]);
    return type === 'phase:output' ? number : -number;
  });
}

describe('a replay', () => {
  it.each<[string, Log, number[]]>([
    ['gives every event, with its output joined again', { stored: [1, 2, 3], lastEvent: 3 }, [1, 2, 3]],
    ['begins after the number', { stored: [1, 2, 3, 4], lastEvent: 4, after: 2 }, [3, 4]],
    ['of what is known already is empty', { stored: [1, 2], lastEvent: 2, after: 2 }, []],
    ['of what will come is empty', { stored: [1, 2], lastEvent: 2, after: 9 }, []],
    ['fills a number that a crash left empty', { stored: [1, 3], lastEvent: 3 }, [1, -2, 3]],
    ['fills several, also at the end', { stored: [2], lastEvent: 4 }, [-1, 2, -3, -4]],
    ['of a log that lost everything asks to read again', { stored: [], lastEvent: 2 }, [-1, -2]],
    ['ends before a number that may still be written', { stored: [1, 3], lastEvent: 3, secondsLater: 1 }, [1]],
    ['ends before it for just under two seconds', { stored: [1, 3], lastEvent: 3, secondsLater: 1.999 }, [1]],
    ['and fills it after two', { stored: [1, 3], lastEvent: 3, secondsLater: 2 }, [1, -2, 3]],
    ['waits at the newest number too', { stored: [1, 2], lastEvent: 3, secondsLater: 1 }, [1, 2]],
    ['shows what came after the header was read', { stored: [1, 2, 3], lastEvent: 2, secondsLater: 1 }, [1, 2, 3]],
    ['gives no more than the limit', { stored: [1, 2, 3, 4], lastEvent: 4, limit: 2 }, [1, 2]],
    ['counts filled numbers against the limit', { stored: [3, 4], lastEvent: 4, limit: 3 }, [-1, -2, 3]],
    ['goes on from a filled number', { stored: [4], lastEvent: 4, after: 3, limit: 3 }, [4]],
  ])('%s', async (_what, log, numbers) => {
    expect(await replayed(log)).toEqual(numbers);
  });

  it('lets no time pass: it answers while every clock stands still', { timeout: 5000 }, async () => {
    vi.useFakeTimers();
    try {
      expect(await replayed({ stored: [1, 3], lastEvent: 3 })).toEqual([1, -2, 3]);
    } finally {
      vi.useRealTimers();
    }
  });
});

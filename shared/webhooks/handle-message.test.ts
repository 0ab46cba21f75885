import { expect, it } from 'vitest';
import type { CatchUpOutcome } from './catch-up.ts';
import { handleMessage } from './handle-message.ts';
import type { WebhookMessage } from './webhook-queue.ts';

const asked: unknown[][] = [];
const handle = (outcome: CatchUpOutcome) =>
  handleMessage({
    deliver: async (...of) => {
      asked.push(of);
      return { state: 'again', seconds: 77 };
    },
    catchUp: async () => outcome,
  });
const reminder = { workspaceId: 'wsp_a', campaignId: 'cmp_1' } as WebhookMessage;

it('hands a delivery on, and answers what comes of it', async () => {
  const delivery = { workspaceId: 'wsp_a', webhookId: 'whk_1', replays: 0, payload: {} } as unknown as WebhookMessage;
  expect(await handle('done')(delivery, 3)).toEqual({ state: 'again', seconds: 77 });
  expect(asked).toEqual([[delivery, 3]]);
});

it('looks after a campaign six times, ten seconds apart, while an event is on its way', async () => {
  const looks = await Promise.all([1, 5, 6, 7].map((receipts) => handle('waiting')(reminder, receipts)));
  expect(looks).toEqual([
    { state: 'again', seconds: 10 },
    { state: 'again', seconds: 10 },
    { state: 'done' },
    { state: 'done' },
  ]);
  expect(await handle('done')(reminder, 1)).toEqual({ state: 'done' });
});

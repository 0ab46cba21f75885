import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWebhooks } from '../../../shared/data/webhooks.ts';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { mortalProcess } from '../../../tests/support/mortal-process.ts';
import type { Input } from '../../kit/http-function.ts';
import { createWebhook } from './create-webhook.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

const now = new Date('2026-11-26T12:00:00.000Z');
const requestOf = (workspaceId: string, isRepetition: boolean) =>
  ({
    body: { url: 'https://hooks.example.com/', events: ['campaign:completed'] },
    principal: { userId: 'person', workspaceId },
    named: { name: `person createWebhook ${workspaceId}`, firstTriedAt: now, isRepetition },
  }) as unknown as Input<'createWebhook'>;
const create = (process = mortalProcess()) =>
  createWebhook({
    webhooks: createWebhooks(memory.tableOf(process.client)),
    secrets: { seal: async (secret) => `sealed ${secret}` },
    users: { isOpen: async () => true },
    checkTarget: async () => undefined,
    clock: () => now,
  });

it('a creation with an Idempotency-Key that was cut off leaves one webhook when it is repeated, with the secret that is answered', async () => {
  for (let halfSteps = 0; ; halfSteps += 1) {
    const workspaceId = `wsp_${halfSteps}`;
    const process = mortalProcess(halfSteps);
    const first = await process.run(() => create(process)(requestOf(workspaceId, false)));
    if (first === 'died') {
      const { webhook, secret } = await create()(requestOf(workspaceId, true));
      const found = await createWebhooks(memory.table).list(workspaceId);
      expect(found).toMatchObject([{ id: webhook.id, secret: `sealed ${secret}` }]);
    } else break;
  }
});

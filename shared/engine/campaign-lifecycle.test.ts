import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMemoryTable } from '../../tests/support/memory-table.ts';
import { memoryBucket, repositoriesOf } from '../../tests/support/stored-campaign.ts';
import { briefSchema } from '../contracts/brief.ts';
import { sampleBriefData } from '../export/testing/sample-outputs.ts';
import { createLifecycle } from './campaign-lifecycle.ts';

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());

it('keeps a campaign whose execution does not start as a draft, and says what to do about it', async () => {
  const data = repositoriesOf(memory.table);
  const lifecycle = createLifecycle({
    ...data,
    bucket: memoryBucket(),
    executions: {
      start: () => Promise.reject(new Error('secret internals')),
      stop: async () => {},
      isRunning: async () => false,
    },
    publish: async () => undefined,
    takeNumbersBy: async () => undefined,
    tokens: { succeed: async () => {} },
    clock: () => new Date('2026-11-23T10:00:00.000Z'),
  });
  const brief = briefSchema.parse({ name: 'Spring', briefData: sampleBriefData });

  const problem = await lifecycle
    .create({ userId: 'test', workspaceId: 'wsp_test' }, brief)
    .catch((error: unknown) => error);

  const [draft] = (await data.campaigns.list('wsp_test', 10)).rows;
  expect(draft?.status).toBe('DRAFT');
  expect(problem).toMatchObject({ code: 'unavailable', message: expect.stringContaining(String(draft?.id)) });
  expect(String(problem)).not.toContain('secret internals');
});

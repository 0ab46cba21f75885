import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ModelCall } from '../../../shared/contracts/usage.ts';
import { createInvalidAnswers } from '../../../shared/data/invalid-answers.ts';
import { agentWorkload } from '../../../shared/domain/costs/agent-workload.ts';
import type { ModelCard } from '../../../shared/models/model-card.ts';
import { offlineStudioCard } from '../../../shared/models/offline-studio-card.ts';
import { logger } from '../../../shared/runtime/logger.ts';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { repositoriesOf, storeCampaign } from '../../../tests/support/stored-campaign.ts';
import { getPhase } from './get-phase.ts';

const cardOf = (id: string, microUsdPerToken: number, more: Partial<ModelCard> = {}): ModelCard => ({
  provider: 'vendor',
  id,
  isTrained: true,
  secondsPerCall: { text: 20 },
  price: {
    since: '2026-01-01',
    perMillionInputTokens: microUsdPerToken * 1_000_000,
    perMillionOutputTokens: microUsdPerToken * 1_000_000,
  },
  ...more,
});
const cards = [
  cardOf('large', 10),
  cardOf('small', 1),
  cardOf('large', 20, { provider: 'reseller' }), // the first who serves a model is asked for it
  cardOf('painter', 1, { secondsPerCall: { image: 5 } }),
  cardOf('brief', 1, { maximumOutputTokens: 100 }),
  offlineStudioCard,
];
const call: ModelCall = {
  ...{ id: 'strategy.2.text-1', phaseId: 'strategy', agent: 'CMO', attempt: 2, kind: 'text' },
  ...{ provider: 'vendor', model: 'large', status: 'FAILED', promptSha256: '0'.repeat(64) },
  ...{ inputTokens: 0, outputTokens: 0, costMicroUsd: 0, reservedMicroUsd: 0 },
  ...{ startedAt: '2026-11-26T10:00:00.000Z', latencyMilliseconds: 1, warnings: [] },
};

describe('getPhase of a phase that stopped', () => {
  let memory: Awaited<ReturnType<typeof startMemoryTable>>;
  let data: ReturnType<typeof repositoriesOf>;
  beforeEach(async () => {
    memory = await startMemoryTable();
    data = repositoriesOf(memory.table);
  });
  afterEach(() => memory.stop());

  async function storedPhase(models = async (): Promise<readonly ModelCard[]> => cards) {
    const money = { aiCapMicroUsd: 200_000, committedMicroUsd: 100_000 };
    const { reference: campaign, phaseOf } = await storeCampaign(data, money);
    const { reference } = phaseOf('strategy');
    const invalidAnswers = createInvalidAnswers(data.bucket);
    const ask = () =>
      getPhase({ ...data, invalidAnswers, work: agentWorkload, models })({
        params: { campaignId: campaign.campaignId, phaseId: 'strategy' },
        principal: { workspaceId: campaign.workspaceId },
      } as Parameters<ReturnType<typeof getPhase>>[0]);
    const stop = (status: 'FAILED' | 'BUDGET_HOLD', attempt: number) =>
      data.phases.change(reference, { from: ['IDLE'], set: { status, attempt } });
    return { campaign, reference, invalidAnswers, ask, stop };
  }

  it('of a failed phase hands on what its model answered last, and where it does not fit; of any other nothing', async () => {
    const { reference, invalidAnswers, ask, stop } = await storedPhase();
    const faults = [{ pointer: '#/keyMessages', detail: 'must have 3 entries' }];
    await invalidAnswers.put(reference, 1, {
      request: 'fingerprint',
      calls: [{ ordinal: 1, kind: 'fresh', provider: 'somebody', model: 'small', why: 'unfit' }],
      faults,
      value: { summary: 'Nearly' },
      text: '{"summary":"Nearly"}',
    });

    expect(await ask()).not.toHaveProperty('lastAnswer');
    await stop('FAILED', 1);

    expect((await ask()).lastAnswer).toEqual({ model: 'small', value: { summary: 'Nearly' }, faults });
  });

  it.each(['FAILED', 'BUDGET_HOLD'] as const)(
    'in %s lists the models that could do it, the cheapest first: what they cost, which were asked, which fit the cap',
    async (status) => {
      const { campaign, ask, stop } = await storedPhase();
      await data.calls.put(campaign, { ...call, id: 'strategy.1.text-1', attempt: 1, model: 'small' });
      await data.calls.put(campaign, call);
      await data.calls.put(campaign, { ...call, id: 'strategy.2.text-2', model: 'offline-studio-1', status: 'CACHED' });
      expect(await ask()).not.toHaveProperty('models');
      await stop(status, 2);

      // CMO: 1,000 to 8,000 tokens in, 500 to 5,000 out. 100,000 micro-dollars are left.
      const entry = (provider: string, id: string, minimum: number, maximum: number) => ({
        ...{ provider, id, costMicroUsd: { minimum, maximum } },
      });
      expect((await ask()).models).toEqual([
        { ...entry('offline-studio', 'offline-studio-1', 0, 0), asked: false, fitsCap: true },
        { ...entry('vendor', 'small', 1500, 26_000), asked: false, fitsCap: true },
        { ...entry('vendor', 'large', 15_000, 260_000), asked: true, fitsCap: false },
      ]);
    },
  );

  it('is shown without models where their settings cannot be read: that may be what stopped it', async () => {
    const logged = vi.spyOn(logger, 'error').mockImplementation(() => {});
    const { ask, stop } = await storedPhase(async () => {
      throw new Error('MODEL_PRICES is no JSON');
    });
    await stop('FAILED', 1);

    const answer = await ask();
    expect(answer.phase.status).toBe('FAILED');
    expect(answer).not.toHaveProperty('models');
    expect(logged).toHaveBeenCalledOnce();
  });
});

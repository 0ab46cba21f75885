import { describe, expect, it } from 'vitest';
import type { ModelCall } from '../../contracts/usage.ts';
import { campaignCosts } from './campaign-costs.ts';

const call = (changes: Partial<ModelCall>): ModelCall => ({
  id: 'seo.1.text-1',
  phaseId: 'seo',
  agent: 'SEO',
  attempt: 1,
  kind: 'text',
  provider: 'vendor',
  model: 'large-1',
  status: 'SETTLED',
  inputTokens: 100,
  outputTokens: 50,
  costMicroUsd: 400,
  reservedMicroUsd: 1000,
  promptSha256: '0'.repeat(64),
  startedAt: '2026-11-25T10:00:00.000Z',
  latencyMilliseconds: 1,
  warnings: [],
  ...changes,
});
const money = { aiCapMicroUsd: 10_000, committedMicroUsd: 3000, spentMicroUsd: 1800 };

describe('the costs of a campaign', () => {
  const costsOfCampaign = () =>
    campaignCosts(money, [
      call({}),
      call({ id: 'seo.2.text-1', attempt: 2, status: 'FAILED', costMicroUsd: 0, outputTokens: 0 }),
      call({ id: 'seo.1.text-1.lost-1', status: 'LOST', costMicroUsd: 1000 }),
      call({
        id: 'visuals.1.image-A',
        phaseId: 'visuals',
        agent: 'designer',
        kind: 'image',
        model: 'paint-1',
        savedMicroUsd: 70,
      }),
      call({
        id: 'visuals.1.image-B',
        phaseId: 'visuals',
        agent: 'designer',
        kind: 'image',
        status: 'RESERVED',
        costMicroUsd: 0,
      }),
    ]);

  it('say what is spent, what is kept for calls under way, and what the cache saved', () => {
    expect(costsOfCampaign()).toMatchObject({
      capMicroUsd: 10_000,
      committedMicroUsd: 3000,
      spentMicroUsd: 1800,
      reservedMicroUsd: 1200,
      savedMicroUsd: 70,
    });
  });

  it('are shared out to phases, the dearest first, with what a crash hid shown as lost', () => {
    expect(costsOfCampaign().byPhase).toEqual([
      {
        key: 'seo',
        calls: 3,
        inputTokens: 300,
        outputTokens: 100,
        costMicroUsd: 1400,
        lostCalls: 1,
        lostMicroUsd: 1000,
      },
      {
        key: 'visuals',
        calls: 2,
        inputTokens: 200,
        outputTokens: 100,
        costMicroUsd: 400,
        lostCalls: 0,
        lostMicroUsd: 0,
      },
    ]);
  });

  it('add up to the same from every side', () => {
    const costs = costsOfCampaign();
    for (const shares of [costs.byPhase, costs.byAgent, costs.byProvider, costs.byModel, costs.byKind]) {
      expect(shares.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, 0)).toBe(1800);
      expect(shares.reduce((sum, { calls }) => sum + calls, 0)).toBe(5);
    }
    expect(costs.byKind.map(({ key }) => key)).toEqual(['text', 'image']);
    expect(costs.byModel.map(({ key }) => key)).toEqual(['large-1', 'paint-1']);
  });

  it('are in order of money, then of calls, then of names', () => {
    const of = (model: string, costMicroUsd: number) => call({ model, costMicroUsd });
    const orders = [of('b', 1), of('a', 1), of('d', 1), of('d', 0), of('c', 9)];
    for (const calls of [orders, orders.toReversed()])
      expect(campaignCosts(money, calls).byModel.map(({ key }) => key)).toEqual(['c', 'd', 'a', 'b']);
  });

  it('of a campaign that has asked nothing are nothing', () => {
    const none = campaignCosts({ aiCapMicroUsd: 5, committedMicroUsd: 0, spentMicroUsd: 0 }, []);
    expect(none).toMatchObject({ capMicroUsd: 5, spentMicroUsd: 0, reservedMicroUsd: 0, byPhase: [], byKind: [] });
  });
});

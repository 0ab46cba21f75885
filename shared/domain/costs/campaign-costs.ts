// Adds up what a campaign's calls cost, from every side. Pure.
import type { Campaign } from '../../contracts/campaign.ts';
import type { CampaignCosts, CostShare } from '../../contracts/campaign-costs.ts';
import type { ModelCall } from '../../contracts/usage.ts';

type Money = Pick<Campaign, 'aiCapMicroUsd' | 'committedMicroUsd' | 'spentMicroUsd'>;

/** The header has the truth about money; the calls say what it went to. */
export function campaignCosts(campaign: Money, calls: readonly ModelCall[]): CampaignCosts {
  return {
    capMicroUsd: campaign.aiCapMicroUsd,
    committedMicroUsd: campaign.committedMicroUsd,
    spentMicroUsd: campaign.spentMicroUsd,
    reservedMicroUsd: campaign.committedMicroUsd - campaign.spentMicroUsd,
    savedMicroUsd: calls.reduce((sum, { savedMicroUsd = 0 }) => sum + savedMicroUsd, 0),
    byPhase: sharesOf(calls, ({ phaseId }) => phaseId),
    byAgent: sharesOf(calls, ({ agent }) => agent),
    byProvider: sharesOf(calls, ({ provider }) => provider),
    byModel: sharesOf(calls, ({ model }) => model),
    byKind: sharesOf(calls, ({ kind }) => kind),
  };
}

function sharesOf(calls: readonly ModelCall[], keyOf: (call: ModelCall) => string): CostShare[] {
  const shares = new Map<string, CostShare>();
  for (const call of calls) {
    const key = keyOf(call);
    shares.set(key, withCall(shares.get(key) ?? emptyShare(key), call));
  }
  return [...shares.values()].sort(
    (one, other) => other.costMicroUsd - one.costMicroUsd || other.calls - one.calls || (one.key < other.key ? -1 : 1),
  );
}

const emptyShare = (key: string): CostShare => ({
  key,
  calls: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0,
  lostCalls: 0,
  lostMicroUsd: 0,
});

function withCall(share: CostShare, { status, inputTokens, outputTokens, costMicroUsd }: ModelCall): CostShare {
  const isLost = status === 'LOST';
  return {
    key: share.key,
    calls: share.calls + 1,
    inputTokens: share.inputTokens + inputTokens,
    outputTokens: share.outputTokens + outputTokens,
    costMicroUsd: share.costMicroUsd + costMicroUsd,
    lostCalls: share.lostCalls + (isLost ? 1 : 0),
    lostMicroUsd: share.lostMicroUsd + (isLost ? costMicroUsd : 0),
  };
}

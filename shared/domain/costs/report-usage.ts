// What was used, added up: pure arithmetic over the rows of a time.
import type { UsageCounters, UsageGrouping } from '../../contracts/usage.ts';

/** What was used on a day in one combination. */
export interface UsageRow extends UsageCounters {
  readonly day: string;
  readonly campaignId: string;
  readonly agent: string;
  readonly provider: string;
  readonly model: string;
}

const keyOf: Record<UsageGrouping, (row: UsageRow) => string> = {
  day: ({ day }) => day,
  provider: ({ provider }) => provider,
  model: ({ model }) => model,
  campaign: ({ campaignId }) => campaignId,
  agent: ({ agent }) => agent,
};

/** What a report may be narrowed to. */
export type UsageFilter = { readonly [Field in 'campaignId' | 'agent' | 'provider' | 'model']?: string | undefined };

/** Whether something was used for, by and of what is asked about. What it does not say of itself is not asked. */
export const isOfFilter = (row: UsageFilter, filter: UsageFilter): boolean =>
  (['campaignId', 'agent', 'provider', 'model'] as const).every(
    (field) => filter[field] === undefined || row[field] === filter[field],
  );

/** Total and groups: days in order; all others by cost, then by calls, the largest first, and by name where both are the same. */
export function reportUsage(rows: readonly UsageRow[], groupBy: UsageGrouping) {
  const groups = Map.groupBy(rows, keyOf[groupBy]);
  return {
    total: sumOf(rows),
    groups: [...groups]
      .map(([key, members]) => ({ key, ...sumOf(members) }))
      .sort(
        (one, other) =>
          (groupBy === 'day' ? 0 : other.costMicroUsd - one.costMicroUsd || other.calls - one.calls) ||
          (one.key < other.key ? -1 : 1),
      ),
  };
}

const sumOf = (rows: readonly UsageCounters[]): UsageCounters =>
  rows.reduce<UsageCounters>(
    (sum, row) => ({
      calls: sum.calls + row.calls,
      cacheHits: sum.cacheHits + row.cacheHits,
      inputTokens: sum.inputTokens + row.inputTokens,
      outputTokens: sum.outputTokens + row.outputTokens,
      costMicroUsd: sum.costMicroUsd + row.costMicroUsd,
      savedMicroUsd: sum.savedMicroUsd + row.savedMicroUsd,
    }),
    { calls: 0, cacheHits: 0, inputTokens: 0, outputTokens: 0, costMicroUsd: 0, savedMicroUsd: 0 },
  );

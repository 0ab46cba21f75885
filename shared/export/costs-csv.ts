// What every model call cost, and what they cost together.
import type { ModelCall } from '../contracts/usage.ts';
import { csv } from './csv.ts';
import type { ExportData } from './export-data.ts';
import { usd } from './money.ts';

const header = [
  'call',
  'phase',
  'attempt',
  'agent',
  'kind',
  'provider',
  'model',
  'status',
  'input_tokens',
  'output_tokens',
  'cost_micro_usd',
  'cost_usd',
  'started_at',
  'latency_milliseconds',
  'cached_input_tokens',
  'cache_write_tokens',
  'reasoning_tokens',
  'cost_source',
  'reserved_micro_usd',
  'saved_micro_usd',
  'served_model',
  'request_id',
  'cached_from',
] as const;

/** One row per call in the order they began, then a row of totals. */
export const costsCsv = ({ campaign, calls }: ExportData): string => {
  const rows = inOrder(calls).map((call) => [
    call.id,
    call.phaseId,
    call.attempt,
    call.agent,
    call.kind,
    call.provider,
    call.model,
    call.status,
    call.inputTokens,
    call.outputTokens,
    call.costMicroUsd,
    usd(call.costMicroUsd),
    call.startedAt,
    call.latencyMilliseconds,
    told(call.cachedInputTokens),
    told(call.cacheWriteTokens),
    told(call.reasoningTokens),
    told(call.costSource),
    call.reservedMicroUsd,
    call.savedMicroUsd ?? 0,
    told(call.servedModel),
    told(call.requestId),
    told(call.cachedFrom),
  ]);
  const sums: Partial<Record<(typeof header)[number], number | string>> = {
    input_tokens: total(calls, 'inputTokens'),
    output_tokens: total(calls, 'outputTokens'),
    cost_micro_usd: total(calls, 'costMicroUsd'),
    cost_usd: usd(total(calls, 'costMicroUsd')),
    saved_micro_usd: total(calls, 'savedMicroUsd'),
  };
  return csv(campaign.language === 'fr' ? 'french-spreadsheet' : 'spreadsheet', header, [
    ...rows,
    header.map((column) => (column === 'call' ? 'TOTAL' : (sums[column] ?? ''))),
  ]);
};

/** What the provider did not tell stays empty: it is not 0. */
const told = <Value>(value: Value | undefined): Value | '' => value ?? '';

/** Calls in the order they began, ties by identifier. */
export const inOrder = (calls: readonly ModelCall[]): ModelCall[] =>
  [...calls].sort((first, second) =>
    `${first.startedAt} ${first.id}`.localeCompare(`${second.startedAt} ${second.id}`, 'en'),
  );

type Figure = 'inputTokens' | 'outputTokens' | 'costMicroUsd' | 'savedMicroUsd';

/** Sum of one figure over all calls. */
export const total = (calls: readonly ModelCall[], figure: Figure): number =>
  calls.reduce((sum, call) => sum + (call[figure] ?? 0), 0);

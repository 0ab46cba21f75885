// What every model call cost, and what they cost together.
import type { ModelCall } from '../contracts/usage.ts';
import type { CampaignDossier } from './campaign-dossier.ts';
import { csv } from './csv.ts';
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
] as const;

/** One row per call in the order they began, then a row of totals. */
export const costsCsv = ({ campaign, calls }: CampaignDossier): string => {
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
  ]);
  const [inputTokens, outputTokens, cost] = [
    total(calls, 'inputTokens'),
    total(calls, 'outputTokens'),
    total(calls, 'costMicroUsd'),
  ];
  return csv(campaign.language === 'fr' ? 'french-spreadsheet' : 'spreadsheet', header, [
    ...rows,
    ['TOTAL', '', '', '', '', '', '', '', inputTokens, outputTokens, cost, usd(cost), '', ''],
  ]);
};

/** Calls in the order they began, ties by identifier. */
export const inOrder = (calls: readonly ModelCall[]): ModelCall[] =>
  [...calls].sort((first, second) =>
    `${first.startedAt} ${first.id}`.localeCompare(`${second.startedAt} ${second.id}`, 'en'),
  );

/** Sum of one figure over all calls. */
export const total = (calls: readonly ModelCall[], figure: 'inputTokens' | 'outputTokens' | 'costMicroUsd'): number =>
  calls.reduce((sum, call) => sum + call[figure], 0);

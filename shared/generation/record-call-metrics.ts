// The metrics of one model call, in a campaign or outside of one.

import { usd } from '../contracts/micro-usd.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { recordMetric } from '../runtime/record-metric.ts';
import type { CostDoubt } from './call-end.ts';

type Measured = Pick<ModelCall, 'provider' | 'model' | 'status' | 'costMicroUsd' | 'latencyMilliseconds' | 'answered'> &
  Pick<ModelCall, 'inputTokens' | 'outputTokens'>;

/** `agent` is `none` where there is none. */
export function recordCallMetrics(call: Measured, agent: string, doubts: readonly CostDoubt[] = []): void {
  const dimensions = { provider: call.provider, status: call.status };
  const details = { model: call.model, agent };
  recordMetric('modelCalls', 1, dimensions, details);
  recordMetric('modelDuration', call.latencyMilliseconds / 1000, dimensions, details);
  recordMetric('modelCost', usd(call.costMicroUsd), dimensions, details);
  recordTokens('input', call.inputTokens);
  recordTokens('output', call.outputTokens);
  if (call.answered) recordMetric('modelAnswers', 1, { provider: call.provider, status: call.answered }, details);
  for (const doubt of doubts) recordMetric('modelCostDoubts', 1, { provider: call.provider, status: doubt }, details);

  function recordTokens(kind: 'input' | 'output', tokens: number): void {
    if (tokens > 0) recordMetric('modelTokens', tokens, { provider: call.provider, kind }, details);
  }
}

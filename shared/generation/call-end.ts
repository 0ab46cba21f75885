// How a model call ended, and what that costs. One table for all calls, in a campaign or outside of one.
import type { ModelCall } from '../contracts/usage.ts';
import { cutText } from '../domain/cut-text.ts';
import type { ModelUsage } from '../models/model.ts';

export interface CallEnd {
  readonly status: Exclude<ModelCall['status'], 'RESERVED'>;
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
}

export const noUsage: ModelUsage = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };

/** Nobody knows what became of the call: what it could cost at most counts. */
export const lostCall = (worstCaseMicroUsd: number, warnings: readonly string[] = []): CallEnd => ({
  status: worstCaseMicroUsd > 0 ? 'LOST' : 'FAILED',
  usage: { ...noUsage, costMicroUsd: worstCaseMicroUsd },
  warnings,
});

export const keptWarnings = (warnings: readonly string[]): string[] =>
  warnings.slice(0, 10).map((warning) => cutText(warning, 300));

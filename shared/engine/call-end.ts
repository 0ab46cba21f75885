// How a model call ended, and what that costs. One table for all calls, in a campaign or outside of one.
import type { ModelCall } from '../contracts/usage.ts';
import { cutText } from '../domain/cut-text.ts';
import { ModelRefused, ModelUnavailable, type ModelUsage, noUsage } from '../models/model.ts';

export interface CallEnd {
  readonly status: Exclude<ModelCall['status'], 'RESERVED'>;
  readonly usage: ModelUsage;
  readonly warnings: readonly string[];
}

/**
 * The end of a call that threw. A model's own failure knows what it is billed; any other error (a connection that broke, an answer that could
 * not be read) leaves it open, and then the worst case counts.
 */
export function endOfError(error: unknown, worstCaseMicroUsd: number): CallEnd {
  const warnings = [error instanceof Error ? error.name : 'unknown'];
  if (error instanceof ModelRefused || error instanceof ModelUnavailable)
    return { status: 'FAILED', usage: error.usage ?? noUsage, warnings };
  return lostCall(worstCaseMicroUsd, warnings);
}

/** Nobody knows what became of the call: what it could cost at most counts. */
export const lostCall = (worstCaseMicroUsd: number, warnings: readonly string[] = []): CallEnd => ({
  status: worstCaseMicroUsd > 0 ? 'LOST' : 'FAILED',
  usage: { ...noUsage, costMicroUsd: worstCaseMicroUsd },
  warnings,
});

export const keptWarnings = (warnings: readonly string[]): string[] =>
  warnings.slice(0, 10).map((warning) => cutText(warning, 300));

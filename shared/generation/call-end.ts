// How a model call ended, and what that costs. One table for all calls. Carries no code of models: functions that only look after calls
// read it too.
import type { ModelCall } from '../contracts/usage.ts';
import { cutText } from '../domain/cut-text.ts';

/** What a call used and cost, as it is counted. */
export type CallUsage = Pick<ModelCall, 'inputTokens' | 'outputTokens' | 'costMicroUsd'>;

export interface CallEnd {
  readonly status: Exclude<ModelCall['status'], 'RESERVED'>;
  readonly usage: CallUsage;
  /** Ten at most, cut to the length that a record takes. */
  readonly warnings: string[];
  /** How far the answer could be used, and what had to be put right in it; of texts. */
  readonly answered?: Pick<ModelCall, 'answered' | 'fixes'>;
}

export const noUsage: CallUsage = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 };

export const callEnd = (status: CallEnd['status'], usage: CallUsage, warnings: readonly string[] = []): CallEnd => ({
  status,
  usage,
  warnings: warnings.slice(0, 10).map((warning) => cutText(warning, 300)),
});

/** Nobody knows what became of the call: what it could cost at most counts. */
export const lostCall = (worstCaseMicroUsd: number, warnings: readonly string[] = []): CallEnd =>
  callEnd(worstCaseMicroUsd > 0 ? 'LOST' : 'FAILED', { ...noUsage, costMicroUsd: worstCaseMicroUsd }, warnings);

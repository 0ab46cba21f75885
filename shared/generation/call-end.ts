// How a model call ended, and what that costs. One table for all calls. Carries no code of models: functions that only look after calls
// read it too.
import type { ModelCall } from '../contracts/usage.ts';
import { truncateText } from '../domain/text/truncate-text.ts';

/** What a call used and cost, as it is counted, and who says so. */
export type CallUsage = Pick<ModelCall, 'inputTokens' | 'outputTokens' | 'costMicroUsd'> &
  Partial<Pick<ModelCall, 'cachedInputTokens' | 'cacheWriteTokens' | 'reasoningTokens' | 'costSource'>>;

/** What a provider calls a call and the model that answered it. */
export type CallNames = Partial<Pick<ModelCall, 'servedModel' | 'requestId'>>;

/**
 * Why somebody should look at a cost. `SUSPECT`: what the provider told cannot be right, the reservation counts. `DIFFERS`: it billed another
 * cost than its list. `UNTOLD`: an answer came and it told no token of it.
 */
export type CostDoubt = 'SUSPECT' | 'DIFFERS' | 'UNTOLD';

export interface CallEnd {
  readonly status: Exclude<ModelCall['status'], 'RESERVED' | 'CACHED'>;
  readonly usage: CallUsage;
  /** Ten at most, cut to the length that a record takes. */
  readonly warnings: string[];
  /** How far the answer could be used, and what had to be put right in it; of texts. */
  readonly answered?: Pick<ModelCall, 'answered' | 'fixes'>;
  readonly doubts: readonly CostDoubt[];
  readonly names: CallNames;
}

export const noUsage = { inputTokens: 0, outputTokens: 0, costMicroUsd: 0 } as const satisfies CallUsage;

export interface EndDetails {
  readonly warnings?: readonly string[];
  readonly doubts?: readonly CostDoubt[];
  readonly servedModel?: string | undefined;
  readonly requestId?: string | undefined;
}

/** What a reader of the record should know. That a list is out of date is for whoever keeps it: a metric says it. */
const doubtTexts: Record<Exclude<CostDoubt, 'DIFFERS'>, string> = {
  SUSPECT: 'SUSPECT: the provider told a cost or tokens that cannot be right, so what was reserved counts',
  UNTOLD: 'UNTOLD: the provider answered and told no token of it; what it told counts',
};

export const callEnd = (
  status: CallEnd['status'],
  usage: CallUsage,
  { warnings = [], doubts = [], servedModel, requestId }: EndDetails = {},
): CallEnd => ({
  status,
  usage,
  warnings: [...doubts.flatMap((doubt) => (doubt === 'DIFFERS' ? [] : doubtTexts[doubt])), ...warnings]
    .slice(0, 10)
    .map((warning) => truncateText(warning, 300)),
  doubts,
  names: {
    ...(servedModel ? { servedModel: truncateText(servedModel, 120) } : {}),
    ...(requestId ? { requestId: truncateText(requestId, 120) } : {}),
  },
});

/** Nobody knows what became of the call: what it could cost at most counts. */
export const lostCall = (worstCaseMicroUsd: number, details: EndDetails = {}): CallEnd =>
  callEnd(
    worstCaseMicroUsd > 0 ? 'LOST' : 'FAILED',
    { ...noUsage, costMicroUsd: worstCaseMicroUsd, costSource: 'reserved' },
    details,
  );

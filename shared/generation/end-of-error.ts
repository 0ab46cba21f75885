// What an error of a model means for the money. Apart from call-end.ts: functions that only look after calls carry no code of models.
import { ModelRefused, ModelUnavailable } from '../models/model.ts';
import { type CallEnd, lostCall, noUsage } from './call-end.ts';

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

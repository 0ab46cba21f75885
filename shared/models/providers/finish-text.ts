// What came back from a model, whatever carried it, as an answer of the port or as a failure that knows its bill.
import { type ProviderName, providers } from '../../contracts/providers.ts';
import { modelFailure } from '../errors.ts';
import type { ModelUsage, TextAnswer, TextRequest } from '../model.ts';

/** A text as its provider ended it. */
export interface EndedText {
  readonly text: string;
  readonly finish: 'stop' | 'length' | 'filter' | 'error';
  /** Undefined: the provider told none. */
  readonly usage: ModelUsage | undefined;
  readonly warnings: readonly string[];
  readonly servedModel?: string | undefined;
  readonly requestId?: string | undefined;
}

/** Throws ModelFailure for what is no answer: stopped by a filter, failed in the middle, empty. What was used is billed all the same. */
export function finishText(provider: ProviderName, request: TextRequest, ended: EndedText): TextAnswer {
  const { text, finish, warnings, servedModel } = ended;
  const requestId = ended.requestId?.slice(0, 120);
  const details = { billing: ended.usage ?? 'unknown', requestId } as const;
  const { label } = providers[provider];
  if (finish === 'filter')
    throw modelFailure(
      `${label} did not finish this: its filter stopped the answer. Word the brief differently, or choose another model.`,
      'filtered',
      details,
    );
  if (finish === 'error') throw modelFailure(`${label} failed in the middle of its answer.`, 'unavailable', details);
  if (text.trim() === '' && finish !== 'length')
    throw modelFailure(`${label} answered with nothing. Choose another model.`, 'bad-answer', details);
  const usage = ended.usage ?? mostOf(request, text);
  return {
    text,
    ended: finish,
    usage,
    warnings: usage.isEstimated ? [...warnings, `${label} told no usage: it is estimated`] : warnings,
    ...(servedModel ? { servedModel: servedModel.slice(0, 120) } : {}),
    ...(requestId ? { requestId } : {}),
  };
}

/** A token is a byte at least: no tokenizer makes more of them. */
const mostOf = ({ system, prompt }: TextRequest, text: string): ModelUsage => ({
  inputTokens: Buffer.byteLength(system + prompt),
  outputTokens: Buffer.byteLength(text),
  isEstimated: true,
});

// One call to a language model at the level of the AI SDK's specification: no retries, no parsing, no cost lost. What is sent, and what comes
// back as an answer of the port or as a failure, is the same for every package that makes such a model.
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4Content,
  LanguageModelV4FinishReason,
  LanguageModelV4Usage,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { type ProviderName, providers } from '../../contracts/providers.ts';
import { modelFailure } from '../errors.ts';
import type { CallOptions, ModelUsage, TextAnswer, TextRequest } from '../model.ts';
import type { ModelCard } from '../registry.ts';
import { sentSchema } from '../sent-schema.ts';
import { asFailures, failureOfStatus } from './failure-of-status.ts';

/** What of an answer counts, however it came. */
interface Ended {
  readonly text: string;
  readonly finish: LanguageModelV4FinishReason;
  readonly usage: LanguageModelV4Usage;
  readonly warnings: readonly SharedV4Warning[];
  readonly servedModel?: string | undefined;
  readonly requestId?: string | undefined;
}

export interface AskedText {
  readonly provider: ProviderName;
  readonly card: ModelCard;
  readonly model: LanguageModelV4;
  /** What the provider's own usage says; undefined where it told none. */
  readonly usageOf: (usage: LanguageModelV4Usage) => ModelUsage | undefined;
}

/** Streams where somebody watches. */
export const askText = (asked: AskedText, request: TextRequest, options: CallOptions = {}): Promise<TextAnswer> =>
  asFailures(asked.provider, async () => {
    const sent = callOf(asked.card, request, options);
    const ended = options.onProgress ? await streamed(asked, sent, options.onProgress) : await whole(asked.model, sent);
    return answerOf(asked, request, ended);
  });

function callOf(
  { structuredMode = 'prompt', maximumOutputTokens = Number.POSITIVE_INFINITY }: ModelCard,
  { system, prompt, schema, source, maximumOutputTokens: wanted }: TextRequest,
  { signal }: CallOptions,
): LanguageModelV4CallOptions {
  const sent = sentSchema(schema, structuredMode, source.language);
  return {
    prompt: [
      { role: 'system', content: sent.words ? `${system}\n\n${sent.words}` : system },
      { role: 'user', content: [{ type: 'text', text: prompt }] },
    ],
    maxOutputTokens: Math.min(wanted, maximumOutputTokens),
    ...(structuredMode === 'native'
      ? { responseFormat: { type: 'json' as const, name: 'answer', schema: sent.schema } }
      : {}),
    ...(structuredMode === 'json' ? { responseFormat: { type: 'json' as const } } : {}),
    ...(structuredMode === 'tool'
      ? {
          tools: [
            { type: 'function' as const, name: 'answer', description: toolDescription, inputSchema: sent.schema },
          ],
          toolChoice: { type: 'tool' as const, toolName: 'answer' },
        }
      : {}),
    ...(signal ? { abortSignal: signal } : {}),
  };
}

const toolDescription = 'Takes the whole answer.';

async function whole(model: LanguageModelV4, sent: LanguageModelV4CallOptions): Promise<Ended> {
  const { content, finishReason, usage, warnings, response } = await model.doGenerate(sent);
  const { modelId: servedModel, id: requestId } = response ?? {};
  return { text: textOf(content), finish: finishReason, usage, warnings, servedModel, requestId };
}

const textOf = (content: readonly LanguageModelV4Content[]): string =>
  content.map((part) => (part.type === 'text' ? part.text : part.type === 'tool-call' ? part.input : '')).join('');

/** Cut off, a stream has no end: what it was going to cost nobody knows, unless its usage had come. */
async function streamed(
  { provider, model, usageOf }: AskedText,
  sent: LanguageModelV4CallOptions,
  onProgress: NonNullable<CallOptions['onProgress']>,
): Promise<Ended> {
  const { stream } = await model.doStream(sent);
  let ended: Ended = { text: '', finish: { unified: 'error', raw: undefined }, usage: noUsage, warnings: [] };
  let failure: unknown;
  for await (const part of stream) {
    if (part.type === 'stream-start') ended = { ...ended, warnings: part.warnings };
    if (part.type === 'response-metadata') ended = { ...ended, servedModel: part.modelId, requestId: part.id };
    if (part.type === 'text-delta' || part.type === 'tool-input-delta') {
      ended = { ...ended, text: ended.text + part.delta };
      onProgress({ textSoFar: ended.text });
    }
    if (part.type === 'error') failure ??= part.error;
    if (part.type === 'finish') ended = { ...ended, finish: part.finishReason, usage: part.usage };
  }
  if (failure === undefined) return ended;
  if (failure instanceof Error) throw failure;
  const usage = usageOf(ended.usage);
  throw failureOfStatus(provider, {
    status: 200,
    hasBegun: true,
    body: JSON.stringify({ id: ended.requestId, error: failure, usage: usage && ended.usage.raw }),
  });
}

const noUsage: LanguageModelV4Usage = {
  inputTokens: { total: undefined, noCache: undefined, cacheRead: undefined, cacheWrite: undefined },
  outputTokens: { total: undefined, text: undefined, reasoning: undefined },
};

function answerOf({ provider, usageOf }: AskedText, request: TextRequest, ended: Ended): TextAnswer {
  const { text, finish, warnings, servedModel, requestId } = ended;
  const usage = usageOf(ended.usage) ?? estimated(request, text);
  const details = { billing: usage, requestId: requestId?.slice(0, 120) };
  const { label } = providers[provider];
  if (finish.unified === 'content-filter')
    throw modelFailure(
      `${label} did not finish this: its filter stopped the answer. Word the brief differently, or choose another model.`,
      'filtered',
      details,
    );
  if (finish.unified === 'error')
    throw modelFailure(`${label} failed in the middle of its answer.`, 'unavailable', details);
  if (text.trim() === '' && finish.unified !== 'length')
    throw modelFailure(`${label} answered with nothing. Choose another model.`, 'bad-answer', details);
  return {
    text,
    ended: finish.unified === 'length' ? 'length' : 'stop',
    usage,
    warnings: [...warnings.map(told), ...(usage.isEstimated ? [`${label} told no usage: it is estimated`] : [])],
    ...(servedModel ? { servedModel: servedModel.slice(0, 120) } : {}),
    ...(requestId ? { requestId: requestId.slice(0, 120) } : {}),
  };
}

const told = (warning: SharedV4Warning): string =>
  'feature' in warning ? `${warning.feature}: ${warning.details ?? warning.type}` : warning.message;

/** A token is a byte at least: no tokenizer makes more of them. */
const estimated = ({ system, prompt }: TextRequest, text: string): ModelUsage => ({
  inputTokens: Buffer.byteLength(system + prompt),
  outputTokens: Buffer.byteLength(text),
  isEstimated: true,
});

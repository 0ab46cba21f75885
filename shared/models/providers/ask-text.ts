// One call to a language model at the level of the AI SDK's specification: no retries, no parsing, no cost lost. What is sent, and what comes
// back as an answer of the port or as a failure, is the same for every package that makes such a model.
import type {
  LanguageModelV4,
  LanguageModelV4CallOptions,
  LanguageModelV4FinishReason,
  LanguageModelV4Usage,
  SharedV4Warning,
} from '@ai-sdk/provider';
import type { ProviderName } from '../../contracts/providers.ts';
import type { CallOptions, ModelUsage, TextAnswer, TextRequest } from '../model.ts';
import type { ModelCard } from '../model-card.ts';
import { sentSchema } from '../sent-schema.ts';
import { asFailures, failureOfStatus } from './failure-of-status.ts';
import { type EndedText, finishText } from './finish-text.ts';

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
    const ended = options.onProgress ? await streamed(asked, sent, options.onProgress) : await whole(asked, sent);
    return finishText(asked.provider, request, ended);
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

async function whole({ model, usageOf }: AskedText, sent: LanguageModelV4CallOptions): Promise<EndedText> {
  const { content, finishReason, usage, warnings, response } = await model.doGenerate(sent);
  return {
    text: content
      .map((part) => (part.type === 'text' ? part.text : part.type === 'tool-call' ? part.input : ''))
      .join(''),
    finish: finishOf(finishReason),
    usage: usageOf(usage),
    warnings: warnings.map(told),
    servedModel: response?.modelId,
    requestId: response?.id,
  };
}

/** Cut off, a stream has no end: what it was going to cost nobody knows, unless its usage had come. */
async function streamed(
  { provider, model, usageOf }: AskedText,
  sent: LanguageModelV4CallOptions,
  onProgress: NonNullable<CallOptions['onProgress']>,
): Promise<EndedText> {
  const { stream } = await model.doStream(sent);
  let ended: EndedText = { text: '', finish: 'error', usage: undefined, warnings: [] };
  let raw: unknown;
  let failure: unknown;
  for await (const part of stream) {
    if (part.type === 'stream-start') ended = { ...ended, warnings: part.warnings.map(told) };
    if (part.type === 'response-metadata') ended = { ...ended, servedModel: part.modelId, requestId: part.id };
    if (part.type === 'text-delta' || part.type === 'tool-input-delta') {
      ended = { ...ended, text: ended.text + part.delta };
      onProgress({ textSoFar: ended.text });
    }
    if (part.type === 'error') failure ??= part.error;
    if (part.type === 'finish') {
      ended = { ...ended, finish: finishOf(part.finishReason), usage: usageOf(part.usage) };
      raw = part.usage.raw;
    }
  }
  if (failure === undefined) return ended;
  if (failure instanceof Error) throw failure;
  throw failureOfStatus(provider, {
    status: 200,
    hasBegun: true,
    body: JSON.stringify({ id: ended.requestId, error: failure, usage: raw }),
  });
}

const finishOf = ({ unified }: LanguageModelV4FinishReason): EndedText['finish'] => {
  if (unified === 'length' || unified === 'error') return unified;
  return unified === 'content-filter' ? 'filter' : 'stop';
};

const told = (warning: SharedV4Warning): string =>
  'feature' in warning ? `${warning.feature}: ${warning.details ?? warning.type}` : warning.message;

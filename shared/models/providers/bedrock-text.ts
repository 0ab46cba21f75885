// Texts by Bedrock's Converse, which is one shape for the models of all its makers, by AWS's own client and with the credentials that are there.
import {
  type ContentBlock,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
  type StopReason,
  type TokenUsage,
} from '@aws-sdk/client-bedrock-runtime';
import type { CallOptions, ModelUsage, TextModel, TextRequest } from '../model.ts';
import type { ModelCard } from '../model-card.ts';
import { sentSchema } from '../sent-schema.ts';
import { createBedrockClient } from './bedrock-client.ts';
import { failureOfAws } from './failure-of-aws.ts';
import { type EndedText, finishText } from './finish-text.ts';
import { largestTextBytes } from './provider-fetch.ts';

/** `key`: an API key of Bedrock; without one the role or the credentials of whoever runs this. */
export function bedrockText(card: ModelCard, region: string, key?: string): TextModel['generate'] {
  const client = createBedrockClient(region, { key, maximumBytes: largestTextBytes });
  return async (request, options = {}) => {
    const sent = inputOf(card, request);
    const ended = await send(client, sent, options).catch((error: unknown) => {
      throw failureOfAws(error);
    });
    return finishText('bedrock', request, ended);
  };
}

async function send(
  ready: ReturnType<typeof createBedrockClient>,
  sent: ConverseCommandInput,
  { signal, onProgress }: CallOptions,
): Promise<EndedText> {
  const client = await ready;
  const abort = signal ? { abortSignal: signal } : {};
  if (!onProgress) {
    const { output, stopReason, usage, $metadata } = await client.send(new ConverseCommand(sent), abort);
    const text = (output?.message?.content ?? []).map(textOf).join('');
    return { text, ...endOf(stopReason, usage), warnings: [], requestId: $metadata.requestId };
  }
  const { stream, $metadata } = await client.send(new ConverseStreamCommand(sent), abort);
  let ended: EndedText = { text: '', finish: 'error', usage: undefined, warnings: [], requestId: $metadata.requestId };
  for await (const event of stream ?? []) {
    const { delta } = event.contentBlockDelta ?? {};
    const piece = delta?.text ?? delta?.toolUse?.input ?? '';
    if (piece) {
      ended = { ...ended, text: ended.text + piece };
      onProgress({ textSoFar: ended.text });
    }
    if (event.messageStop) ended = { ...ended, finish: endOf(event.messageStop.stopReason).finish };
    if (event.metadata) ended = { ...ended, usage: usageOf(event.metadata.usage) };
  }
  return ended;
}

const textOf = ({ text, toolUse }: ContentBlock): string => text ?? (toolUse ? JSON.stringify(toolUse.input) : '');

function inputOf(
  { id, structuredMode = 'prompt', maximumOutputTokens = Number.POSITIVE_INFINITY }: ModelCard,
  { system, prompt, schema, source, maximumOutputTokens: wanted }: TextRequest,
): ConverseCommandInput {
  const sent = sentSchema(schema, structuredMode, source.language);
  return {
    modelId: id,
    system: [{ text: sent.words ? `${system}\n\n${sent.words}` : system }],
    messages: [{ role: 'user', content: [{ text: prompt }] }],
    inferenceConfig: { maxTokens: Math.min(wanted, maximumOutputTokens) },
    ...(structuredMode === 'native'
      ? {
          outputConfig: {
            textFormat: {
              type: 'json_schema',
              structure: { jsonSchema: { name: 'answer', schema: JSON.stringify(sent.schema) } },
            },
          },
        }
      : {}),
    ...(structuredMode === 'tool'
      ? {
          toolConfig: {
            tools: [
              {
                toolSpec: {
                  name: 'answer',
                  description: 'Takes the whole answer.',
                  // A copy of its own: the SDK takes JSON that may be changed.
                  inputSchema: { json: JSON.parse(JSON.stringify(sent.schema)) },
                },
              },
            ],
            toolChoice: { tool: { name: 'answer' } },
          },
        }
      : {}),
  };
}

const endOf = (reason: StopReason | undefined, usage?: TokenUsage): Pick<EndedText, 'finish' | 'usage'> => ({
  finish: finishes[reason ?? 'end_turn'] ?? 'stop',
  usage: usageOf(usage),
});

const finishes: Readonly<Partial<Record<StopReason, EndedText['finish']>>> = {
  max_tokens: 'length',
  model_context_window_exceeded: 'length',
  content_filtered: 'filter',
  guardrail_intervened: 'filter',
  malformed_model_output: 'error',
  malformed_tool_use: 'error',
};

/** Bedrock counts what came from a cache, and what went there, beside the input: it is input as well. */
function usageOf(usage: TokenUsage | undefined): ModelUsage | undefined {
  if (usage?.inputTokens === undefined || usage.outputTokens === undefined) return undefined;
  const { inputTokens, outputTokens, cacheReadInputTokens, cacheWriteInputTokens } = usage;
  return {
    inputTokens: inputTokens + (cacheReadInputTokens ?? 0) + (cacheWriteInputTokens ?? 0),
    outputTokens,
    ...(cacheReadInputTokens === undefined ? {} : { cachedInputTokens: cacheReadInputTokens }),
    ...(cacheWriteInputTokens === undefined ? {} : { cacheWriteTokens: cacheWriteInputTokens }),
  };
}

// OpenAI's chat completions as OpenRouter, Hugging Face's router and servers of one's own speak them.
import type { ServerResponse } from 'node:http';
import { type FakeProtocol, pieces, sendJson, type WholeAnswer } from './protocol.ts';

export const openAiProtocol: FakeProtocol = {
  name: 'open-ai',
  reads: (method, path, body) =>
    method === 'POST' && path.endsWith('/chat/completions')
      ? { model: String(body['model']), isStreamed: body['stream'] === true }
      : undefined,
  schemaOf: (body) =>
    at(body, 'response_format', 'json_schema', 'schema') ?? at(body, 'tools', 0, 'function', 'parameters'),
  answer(response, answer, { body }) {
    sendJson(response, 200, {
      ...frame(answer, 'chat.completion'),
      choices: [{ index: 0, finish_reason: reasons[answer.ended], message: messageOf(answer, body) }],
      ...usageOf(answer),
    });
  },
  stream(response, answer, { body }, stop) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const deltas = deltasOf(answer, body);
    for (const delta of stop ? deltas.slice(0, 1) : deltas)
      send(response, {
        ...frame(answer, 'chat.completion.chunk'),
        choices: [{ index: 0, delta, finish_reason: null }],
      });
    if (stop) {
      if (stop.error === undefined) return;
      send(response, {
        id: answer.id,
        error: stop.error,
        choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
      });
    } else {
      const last = { index: 0, delta: {}, finish_reason: reasons[answer.ended] };
      send(response, { ...frame(answer, 'chat.completion.chunk'), choices: [last] });
      // The usage comes last, with no choice beside it.
      if (answer.usage) send(response, { ...frame(answer, 'chat.completion.chunk'), choices: [], ...usageOf(answer) });
    }
    response.end('data: [DONE]\n\n');
  },
  error: (status, message, type) => ({ error: { code: status, message, ...(type ? { type } : {}) } }),
};

const reasons = {
  ...{ stop: 'stop', length: 'length', filter: 'content_filter' },
  ...{ refusal: 'stop', error: 'error', reasoning: 'stop' },
} as const;

const send = (response: ServerResponse, value: unknown): void =>
  void response.write(`data: ${JSON.stringify(value)}\n\n`);
const frame = ({ id, model }: WholeAnswer, object: string) => ({ id, object, created: 1_790_000_000, model });

function messageOf({ text, ended }: WholeAnswer, body: Record<string, unknown>): Record<string, unknown> {
  const message = { role: 'assistant', content: ended === 'filter' ? '' : text };
  if (ended === 'refusal') return { ...message, content: null, refusal: 'I cannot help with that.' };
  if (ended === 'reasoning') return { ...message, content: null, reasoning: 'Let me think about it.' };
  if (!isForced(body)) return message;
  return {
    ...message,
    content: null,
    tool_calls: [{ id: 'call-1', type: 'function', function: { name: 'answer', arguments: text } }],
  };
}

function deltasOf(answer: WholeAnswer, body: Record<string, unknown>): Record<string, unknown>[] {
  const { content, refusal, reasoning } = messageOf(answer, body);
  if (refusal) return [{ refusal }];
  if (reasoning) return [{ reasoning }];
  const parts = pieces(answer.text);
  if (isForced(body))
    return parts.map((part, index) => ({
      tool_calls: [
        index === 0
          ? { index: 0, id: 'call-1', type: 'function', function: { name: 'answer', arguments: part } }
          : { index: 0, function: { arguments: part } },
      ],
    }));
  return content === '' ? [{ content: '' }] : parts.map((part) => ({ content: part }));
}

const isForced = (body: Record<string, unknown>): boolean => Array.isArray(body['tools']);

function usageOf({ usage, costMicroUsd }: WholeAnswer): Record<string, unknown> {
  if (!usage) return {};
  const { inputTokens, outputTokens, cachedInputTokens, cacheWriteTokens, reasoningTokens } = usage;
  return {
    usage: {
      prompt_tokens: inputTokens,
      completion_tokens: outputTokens,
      total_tokens: inputTokens + outputTokens,
      ...(costMicroUsd === undefined
        ? {}
        : { cost: costMicroUsd / 1e6, cost_details: { upstream_inference_cost: null }, is_byok: false }),
      prompt_tokens_details: {
        cached_tokens: cachedInputTokens ?? 0,
        ...(cacheWriteTokens === undefined ? {} : { cache_write_tokens: cacheWriteTokens }),
      },
      completion_tokens_details: { reasoning_tokens: reasoningTokens ?? 0 },
    },
  };
}

function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (found, step) =>
      typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[step] : undefined,
    value,
  );
}

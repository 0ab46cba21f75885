// Bedrock's Converse, whole and as the event stream of AWS.
import { crc32 } from 'node:zlib';
import { type FakeProtocol, pieces, sendJson, type WholeAnswer } from './protocol.ts';

const path = /^\/model\/([^/]+)\/(converse|converse-stream)$/;

export const bedrockTextProtocol: FakeProtocol = {
  name: 'bedrock-text',
  reads: (method, url) => {
    const [, model, operation] = path.exec(url) ?? [];
    return method === 'POST' && model
      ? { model: decodeURIComponent(model), isStreamed: operation === 'converse-stream' }
      : undefined;
  },
  answer(response, answer, { body }) {
    sendJson(
      response,
      200,
      {
        output: { message: { role: 'assistant', content: contentOf(answer, body) } },
        stopReason: reasons[answer.ended],
        ...usageOf(answer),
        metrics: { latencyMs: 12 },
      },
      { 'x-amzn-requestid': answer.id },
    );
  },
  stream(response, answer, { body }, stop) {
    response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream', 'x-amzn-requestid': answer.id });
    const send = (type: string, value: unknown, kind = 'event') => void response.write(message(kind, type, value));
    send('messageStart', { role: 'assistant' });
    const deltas = answer.ended === 'filter' ? [] : pieces(answer.ended === 'reasoning' ? '' : answer.text);
    for (const piece of stop ? deltas.slice(0, 1) : deltas)
      send('contentBlockDelta', {
        contentBlockIndex: 0,
        delta: body['toolConfig'] ? { toolUse: { input: piece } } : { text: piece },
      });
    if (stop) {
      if (stop.error === undefined) return;
      send('modelStreamErrorException', { message: 'The model failed in the middle.' }, 'exception');
    } else {
      send('messageStop', { stopReason: reasons[answer.ended] });
      send('metadata', { ...usageOf(answer), metrics: { latencyMs: 12 } });
    }
    response.end();
  },
  error: (_status, text) => ({ message: text }),
};

const reasons = {
  ...{ stop: 'end_turn', length: 'max_tokens', filter: 'content_filtered' },
  ...{ refusal: 'content_filtered', error: 'malformed_model_output', reasoning: 'end_turn' },
} as const;

function contentOf({ text, ended }: WholeAnswer, body: Record<string, unknown>): Record<string, unknown>[] {
  if (ended === 'filter' || ended === 'refusal') return [];
  if (ended === 'reasoning') return [{ reasoningContent: { reasoningText: { text: 'Let me think about it.' } } }];
  return [
    body['toolConfig'] ? { toolUse: { toolUseId: 'call-1', name: 'answer', input: JSON.parse(text) } } : { text },
  ];
}

/** Bedrock counts what came from a cache beside the input, and tells no thoughts. */
function usageOf({ usage }: WholeAnswer): Record<string, unknown> {
  if (!usage) return {};
  const { inputTokens, outputTokens, cachedInputTokens = 0, cacheWriteTokens = 0 } = usage;
  return {
    usage: {
      inputTokens: inputTokens - cachedInputTokens - cacheWriteTokens,
      outputTokens,
      totalTokens: inputTokens + outputTokens,
      cacheReadInputTokens: cachedInputTokens,
      cacheWriteInputTokens: cacheWriteTokens,
    },
  };
}

/** One message of AWS's event stream: lengths, headers, content, each part with its checksum. */
function message(kind: string, type: string, value: unknown): Buffer {
  const headers = Buffer.concat([
    header(':message-type', kind),
    header(kind === 'event' ? ':event-type' : ':exception-type', type),
    header(':content-type', 'application/json'),
  ]);
  const content = Buffer.from(JSON.stringify(value));
  const prelude = Buffer.alloc(12);
  prelude.writeUInt32BE(16 + headers.length + content.length, 0);
  prelude.writeUInt32BE(headers.length, 4);
  prelude.writeUInt32BE(crc32(prelude.subarray(0, 8)), 8);
  const body = Buffer.concat([prelude, headers, content]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body), 0);
  return Buffer.concat([body, checksum]);
}

const stringType = 7;
function header(name: string, value: string): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(Buffer.byteLength(value));
  return Buffer.concat([
    Buffer.from([name.length]),
    Buffer.from(name),
    Buffer.from([stringType]),
    length,
    Buffer.from(value),
  ]);
}

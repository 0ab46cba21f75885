// Google's generateContent, of Gemini's own address and of Vertex, and the token that Vertex wants first.
import type { ServerResponse } from 'node:http';
import { type FakeProtocol, pieces, sendJson, type WholeAnswer } from './protocol.ts';

const path = /\/models\/([^/:]+):(generateContent|streamGenerateContent)/;

export const googleTextProtocol: FakeProtocol = {
  name: 'google-text',
  reads: (method, url, body) => {
    const [, model, operation] = path.exec(url) ?? [];
    // Pictures are asked for at the same address.
    if (method !== 'POST' || !model || JSON.stringify(body).includes('"responseModalities"')) return undefined;
    return { model: decodeURIComponent(model), isStreamed: operation === 'streamGenerateContent' };
  },
  answer: (response, answer, { body }) => sendJson(response, 200, frame(answer, partsOf(answer, body), true)),
  stream(response, answer, { body }, stop) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const parts = partsOf(answer, body);
    for (const part of stop ? parts.slice(0, 1) : parts) send(response, frame(answer, [part], false));
    if (stop) {
      if (stop.error === undefined) return;
      send(response, { error: stop.error });
    } else send(response, frame(answer, [], true));
    response.end();
  },
  error: (status, message, type) => ({ error: { code: status, message, status: type ?? 'UNAVAILABLE' } }),
};

/** Google’s token for a service account. */
export const googleTokenProtocol: FakeProtocol = {
  name: 'google-token',
  isAside: true,
  reads: (method, url) => (method === 'POST' && url === '/token' ? { model: '', isStreamed: false } : undefined),
  answer: (response) => sendJson(response, 200, { access_token: 'ya29.fake-token', expires_in: 3600 }),
  error: (status, message) => ({ error: message, error_description: String(status) }),
};

const reasons = {
  ...{ stop: 'STOP', length: 'MAX_TOKENS', filter: 'SAFETY' },
  ...{ refusal: 'PROHIBITED_CONTENT', error: 'MALFORMED_FUNCTION_CALL', reasoning: 'STOP' },
} as const;

const send = (response: ServerResponse, value: unknown): void =>
  void response.write(`data: ${JSON.stringify(value)}\n\n`);

function partsOf({ text, ended }: WholeAnswer, body: Record<string, unknown>): Record<string, unknown>[] {
  if (ended === 'filter' || ended === 'refusal') return [];
  if (ended === 'reasoning') return [{ text: 'Let me think about it.', thought: true }];
  if (body['tools']) return [{ functionCall: { name: 'answer', args: JSON.parse(text) } }];
  return pieces(text).map((piece) => ({ text: piece }));
}

function frame({ ended, usage, id, model }: WholeAnswer, parts: unknown[], isLast: boolean) {
  return {
    candidates: [{ content: { role: 'model', parts }, index: 0, ...(isLast ? { finishReason: reasons[ended] } : {}) }],
    ...(isLast && usage
      ? {
          usageMetadata: {
            promptTokenCount: usage.inputTokens,
            // Thoughts are counted beside what is said.
            candidatesTokenCount: usage.outputTokens - (usage.reasoningTokens ?? 0),
            thoughtsTokenCount: usage.reasoningTokens ?? 0,
            cachedContentTokenCount: usage.cachedInputTokens ?? 0,
            totalTokenCount: usage.inputTokens + usage.outputTokens,
          },
        }
      : {}),
    modelVersion: model,
    responseId: id,
  };
}

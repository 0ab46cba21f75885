// Hands a client's requests to a service of the same process, without a socket between them: what they say is what would be sent. Each takes its
// turns of the event loop, so that requests at once meet each other as they would.
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { type Service, ServiceError } from '../../local/endpoint/service.ts';

interface SentRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A request handler of SDK clients. */
export const directRequests = (service: Service) => ({
  async handle({ headers, body = '{}' }: SentRequest) {
    await turn();
    const [, operation = ''] = (headers['x-amz-target'] ?? '').split('.');
    const answered = await answer(service, operation, JSON.parse(textOf(body)));
    await turn();
    return {
      response: {
        statusCode: answered.status,
        headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID() },
        body: Readable.from([Buffer.from(JSON.stringify(answered.body))]), // as it comes from a socket
      },
    };
  },
  destroy() {},
});

const textOf = (body: string | Uint8Array) => (typeof body === 'string' ? body : new TextDecoder().decode(body));

async function answer(service: Service, operation: string, input: unknown): Promise<{ status: number; body: object }> {
  try {
    return { status: 200, body: (await service.operations[operation]?.(input)) ?? {} };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { status, type, message, details } = error;
    return { status, body: { __type: type, message, ...details } };
  }
}

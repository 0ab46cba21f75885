// One provider on loopback that speaks the protocols of all of them, keeps every request and its own bill in micro-dollars, and behaves as a
// test says, request by request. Its text, usage and prices are the test's; what it bills is the truth that our ledgers are compared with.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { bedrockTextProtocol } from './bedrock-text-protocol.ts';
import { answers, type Behaviour, type FakeAnswer, type FakeUsage } from './behaviour.ts';
import { googleTextProtocol, googleTokenProtocol } from './google-text-protocol.ts';
import { openAiProtocol } from './open-ai-protocol.ts';
import { type FakeProtocol, type FakeRequest, sendJson, type WholeAnswer } from './protocol.ts';
import { sampleOfSchema } from './sample-of-schema.ts';

/** Money that the provider takes for a request. */
export interface FakeCharge {
  readonly request: number;
  readonly id: string;
  readonly protocol: string;
  readonly model: string;
  readonly microUsd: number;
}

export interface FakeProviderOptions {
  readonly protocols?: readonly FakeProtocol[];
  /** How it behaves when nothing is scripted. */
  readonly behave?: (request: FakeRequest) => Behaviour;
  /** What an answer costs. */
  readonly priceOf?: (model: string, usage: FakeUsage) => number;
}

/** Every protocol of texts. */
export const fakeProtocols: readonly FakeProtocol[] = [
  openAiProtocol,
  googleTextProtocol,
  googleTokenProtocol,
  bedrockTextProtocol,
];

const usualUsage: FakeUsage = { inputTokens: 100, outputTokens: 50 };
/** A micro-dollar for a token that goes in, four for one that comes out. */
const usualPrice = (_model: string, { inputTokens, outputTokens }: FakeUsage): number => inputTokens + 4 * outputTokens;

export type FakeProvider = Awaited<ReturnType<typeof startFakeProvider>>;

export async function startFakeProvider({
  protocols = fakeProtocols,
  behave = () => answers(),
  priceOf = usualPrice,
}: FakeProviderOptions = {}) {
  const requests: FakeRequest[] = [];
  const charges: FakeCharge[] = [];
  const script: Behaviour[] = [];
  const watching = new Set<() => void>();
  const charge = (request: FakeRequest, id: string, microUsd: number) => {
    if (microUsd > 0)
      charges.push({ request: request.number, id, protocol: request.protocol, model: request.model, microUsd });
  };

  const server = createServer(async (incoming, response) => {
    response.on('error', () => {}); // whoever asked has gone
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = parse(Buffer.concat(chunks).toString('utf8'));
    const { method = 'GET', url: path = '/', headers } = incoming;
    const [protocol, read] = protocols
      .map((known) => [known, known.reads(method, path, body)] as const)
      .find(([, found]) => found) ?? [undefined, undefined];
    if (!protocol || !read) return sendJson(response, 404, { error: { code: 404, message: `No such path: ${path}` } });
    const request: FakeRequest = {
      ...{ number: requests.length + 1, method, path, body, protocol: protocol.name, ...read },
      headers: headers as FakeRequest['headers'],
    };
    if (protocol.isAside)
      return protocol.answer(response, wholeAnswer(protocol, request, answers({ text: '' }), 'aside'), request);
    requests.push(request);
    for (const look of watching) look();
    await act(protocol, request, response, script.shift() ?? fake.behave(request));
  });

  async function act(protocol: FakeProtocol, request: FakeRequest, response: ServerResponse, behaviour: Behaviour) {
    const id = `fake-${randomUUID().slice(0, 8)}`;
    const whole = behaviour.does === 'answer' ? behaviour : answers();
    const { delayMilliseconds, ...answer } = wholeAnswer(protocol, request, whole, id);
    charge(request, id, billOf(behaviour, answer));
    if (delayMilliseconds) await wait(delayMilliseconds);
    const message =
      'message' in behaviour && behaviour.message ? behaviour.message : 'The fake provider was told to fail.';
    switch (behaviour.does) {
      case 'answer':
        return request.isStreamed && protocol.stream
          ? protocol.stream(response, answer, request)
          : protocol.answer(response, answer, request);
      case 'fail':
        return sendJson(
          response,
          behaviour.status,
          protocol.error(behaviour.status, message, behaviour.type),
          behaviour.headers,
        );
      case 'fail-inside-200':
        return sendJson(response, 200, protocol.error(behaviour.code, message));
      case 'fail-in-stream': {
        const { error } = protocol.error(behaviour.code, message) as { error: unknown };
        return protocol.stream?.(response, answer, request, { error });
      }
      case 'cut':
        return cut(protocol, request, response, answer);
      case 'hang':
        return;
      case 'html':
        response.writeHead(200, { 'content-type': 'text/html' });
        return void response.end('<!doctype html><title>Welcome</title><h1>It works</h1>');
      case 'redirect':
        response.writeHead(302, { location: behaviour.to });
        return void response.end();
      case 'flood':
        return flood(response, behaviour.megabytes);
      case 'say':
        response.writeHead(200, { 'content-type': behaviour.mediaType ?? 'application/json' });
        return void response.end(behaviour.body);
    }
  }

  function wholeAnswer(protocol: FakeProtocol, request: FakeRequest, answer: FakeAnswer, id: string) {
    const usage = answer.usage === null ? undefined : (answer.usage ?? usualUsage);
    const schema = protocol.schemaOf?.(request.body);
    const text = answer.text ?? (schema === undefined ? 'word' : JSON.stringify(sampleOfSchema(schema)));
    const microUsd = answer.billMicroUsd ?? protocol.priceOf?.(request) ?? priceOf(request.model, usage ?? usualUsage);
    const costMicroUsd = answer.tellsCost === false ? undefined : microUsd;
    const { delayMilliseconds = 0, ended = 'stop' } = answer;
    return { text, ended, usage, costMicroUsd, id, model: request.model, microUsd, delayMilliseconds };
  }

  /** What was answered is billed at its price, what was not only if the test says so. */
  const billOf = (behaviour: Behaviour, { microUsd }: { microUsd: number }): number => {
    if (behaviour.does === 'answer') return microUsd;
    return ('billMicroUsd' in behaviour ? behaviour.billMicroUsd : undefined) ?? 0;
  };

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fake = {
    origin: `http://127.0.0.1:${port}`,
    /** The address of OpenAI's protocol. */
    url: `http://127.0.0.1:${port}/v1`,
    requests: requests as readonly FakeRequest[],
    charges: charges as readonly FakeCharge[],
    /** What it will send the bill for. */
    get billMicroUsd(): number {
      return charges.reduce((sum, { microUsd }) => sum + microUsd, 0);
    },
    /** Replaced by a test that decides on each request. */
    behave,
    /** What the next requests meet, one each; after them it behaves as before. */
    next: (...behaviours: readonly Behaviour[]): void => void script.push(...behaviours),
    /** Once so many requests have come. */
    until: (count: number): Promise<void> =>
      new Promise((resolve) => {
        const look = () => {
          if (requests.length < count) return;
          watching.delete(look);
          resolve();
        };
        watching.add(look);
        look();
      }),
    reset(): void {
      for (const list of [requests, charges, script]) list.length = 0;
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

/** Half of the answer, then nothing but a closed connection. */
async function cut(protocol: FakeProtocol, request: FakeRequest, response: ServerResponse, answer: WholeAnswer) {
  const stream = request.isStreamed ? protocol.stream : undefined;
  if (stream) await stream(response, answer, request, {});
  else response.writeHead(200, { 'content-type': 'application/json', 'content-length': '10000' });
  const last = stream ? ': still here\n\n' : '{"id":"fake-cut","choices":[{"index":0,"message":{"role":"assis';
  // Closed in order, so that what was written arrives before the end does.
  response.write(last, () => response.socket?.end());
}

async function flood(response: ServerResponse, megabytes: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"text":"');
  const chunk = 'x'.repeat(1_000_000);
  const closed = once(response, 'close');
  for (let sent = 0; sent < megabytes && !response.destroyed; sent += 1) {
    if (!response.write(chunk)) await Promise.race([once(response, 'drain'), closed]);
  }
  response.end('"}');
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

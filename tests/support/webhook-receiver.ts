// A receiver of webhooks on loopback: keeps what arrives and answers what the test says.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebhookPayload, webhookPayloadSchema } from '../../shared/contracts/webhook.ts';

export interface Received {
  readonly path: string;
  readonly headers: Record<string, string>;
  /** As it arrived, for signatures. */
  readonly body: string;
  readonly payload: WebhookPayload;
}

export type WebhookReceiver = Awaited<ReturnType<typeof startWebhookReceiver>>;

/** Answers 204 until `answer` is replaced. */
export async function startWebhookReceiver() {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const entry: Received = {
      path: request.url ?? '',
      headers: request.headers as Record<string, string>,
      body,
      payload: webhookPayloadSchema.parse(JSON.parse(body)),
    };
    received.push(entry);
    receiver.answer(entry, response);
    for (const look of waiting) look();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver = {
    url: `http://127.0.0.1:${port}`,
    received: received as readonly Received[],
    at: (path: string) => received.filter((entry) => entry.path === path),
    answer: (_received: Received, response: ServerResponse): void => void response.writeHead(204).end(),
    /** What has arrived at a path, once there is enough of it. */
    until: (path: string, count: number): Promise<Received[]> =>
      new Promise((resolve) => {
        const look = () => {
          const found = receiver.at(path);
          if (found.length < count) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}

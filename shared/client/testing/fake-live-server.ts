// A socket server on loopback that a test scripts: it keeps what it was sent and says only what it is told to.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import { type ClientMessage, clientMessageSchema } from '../../contracts/live-events.ts';

export interface FakeLiveServer {
  readonly url: string;
  /** Requested addresses, one per connection. */
  readonly addresses: readonly string[];
  /** What to do with each message of a client. */
  onMessage: (message: ClientMessage, reply: (frame: unknown) => void) => void;
  /** Cuts every connection. */
  cut(): void;
  close(): Promise<void>;
}

/** Starts on a free port. */
export const startFakeLiveServer = async (): Promise<FakeLiveServer> => {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  const addresses: string[] = [];
  const fake: FakeLiveServer = {
    url: '',
    addresses,
    onMessage: () => {},
    cut: () => {
      for (const socket of server.clients) socket.terminate();
    },
    close: async () => {
      for (const socket of server.clients) socket.terminate();
      server.close();
      await once(server, 'close');
    },
  };
  server.on('connection', (socket: ServerSocket, request) => {
    addresses.push(request.url ?? '');
    socket.on('message', (data) => {
      const message = clientMessageSchema.parse(JSON.parse(String(data)));
      fake.onMessage(message, (frame) => socket.send(JSON.stringify(frame)));
    });
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(fake, { url: `ws://127.0.0.1:${port}/live` });
};

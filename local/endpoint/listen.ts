import { createServer, type IncomingMessage, type Server } from 'node:http';

/** A server on loopback. */
export interface Listening {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  /** Ends every connection. */
  stop(): Promise<void>;
}

/** Lets a server listen on 127.0.0.1 only; on any free port without one. Rejects when the port is taken. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const address = server.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export interface HttpAnswer {
  readonly status?: number | undefined;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array | undefined;
}

/** A server that answers each request; `refused` says what it answers when that fails. */
export const answeringServer = (
  answer: (request: IncomingMessage) => Promise<HttpAnswer>,
  refused: (error: unknown) => HttpAnswer,
): Server =>
  createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    const send = ({ status = 200, headers = {}, body }: HttpAnswer) => {
      response.statusCode = status; // its length is said, and head and body go out together
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
      response.end(body);
    };
    answer(request)
      .then(send)
      .catch((error: unknown) => send(refused(error)));
  });

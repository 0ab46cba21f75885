import type { Server } from 'node:http';

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

// The WebSocket API in front of the functions: authorizer at $connect, one function for messages, and the management API through
// which functions send frames. Sockets that are idle for 10 minutes or open for 2 hours are closed, as API Gateway does.
import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import { readBody } from '../edge/read-body.ts';
import type { LambdaRuntime } from '../lambda/lambda-runtime.ts';

const largestMessageBytes = 128 * 1024;
const idleMilliseconds = 10 * 60 * 1000;
const lifetimeMilliseconds = 2 * 60 * 60 * 1000;
const methodArn = 'arn:aws:execute-api:us-east-1:000000000000:local/live/$connect';
const managementPath = /^(?:\/live)?\/@connections\/([^/]+)$/;

const authorizationSchema = z.object({
  context: z.record(z.string(), z.unknown()).optional(),
  policyDocument: z.object({ Statement: z.array(z.object({ Effect: z.string() })) }),
});
const statusSchema = z.object({ statusCode: z.int() });

interface Connection {
  readonly socket: WebSocket;
  readonly authorizer: Record<string, unknown>;
}

export function createLiveApi(runtime: LambdaRuntime, onError: (error: unknown) => void) {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes });
  const connections = new Map<string, Connection>();

  const invoke = async (
    name: string,
    eventType: string,
    connectionId: string,
    connection: Pick<Connection, 'authorizer'>,
    details: { body?: string; queryStringParameters?: Record<string, string> } = {},
  ) =>
    statusSchema.parse(
      await runtime.invoke(name, {
        requestContext: {
          connectionId,
          eventType,
          routeKey: eventType === 'MESSAGE' ? '$default' : `$${eventType.toLowerCase()}`,
          apiId: 'local',
          stage: 'live',
          requestId: randomBytes(8).toString('base64'),
          requestTimeEpoch: Date.now(),
          authorizer: connection.authorizer,
        },
        ...details,
        isBase64Encoded: false,
      }),
    ).statusCode;

  async function authorize(url: URL): Promise<Record<string, unknown> | undefined> {
    const answer = await runtime.invoke('live-authorizer', {
      type: 'REQUEST',
      methodArn,
      queryStringParameters: Object.fromEntries(url.searchParams),
    });
    const { context, policyDocument } = authorizationSchema.parse(answer);
    return policyDocument.Statement.every(({ Effect }) => Effect === 'Allow') ? (context ?? {}) : undefined;
  }

  function accept(connectionId: string, authorizer: Record<string, unknown>, socket: WebSocket): void {
    const connection: Connection = { socket, authorizer };
    connections.set(connectionId, connection);
    const goAway = () => socket.close(1001, 'Going away');
    const endOfLife = setTimeout(goAway, lifetimeMilliseconds);
    const idle = setTimeout(goAway, idleMilliseconds);
    let turn = Promise.resolve();
    socket.on('message', (data) => {
      idle.refresh();
      // One after the other: a client's messages take effect in the order it sent them.
      turn = turn.then(() => receive(connectionId, connection, String(data)));
    });
    socket.on('error', () => {}); // a client that breaks the protocol, or its network: the close that follows says all there is
    socket.on('close', () => {
      clearTimeout(idle);
      clearTimeout(endOfLife);
      connections.delete(connectionId);
      invoke('live-disconnect', 'DISCONNECT', connectionId, connection).catch(onError);
    });
  }

  async function receive(connectionId: string, connection: Connection, body: string): Promise<void> {
    const status = await invoke('live-message', 'MESSAGE', connectionId, connection, { body }).catch(
      (error: unknown) => {
        onError(error);
        return 500;
      },
    );
    if (status >= 400) connection.socket.send(JSON.stringify({ message: 'Internal server error', connectionId }));
  }

  return {
    /** Takes a socket in when the authorizer and $connect let it. */
    async upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
      try {
        const url = new URL(request.url ?? '/', 'http://gateway');
        const authorizer = await authorize(url);
        if (!authorizer) return refuse(stream, '401 Unauthorized');
        const connectionId = `${randomBytes(9).toString('base64url')}=`;
        // $connect runs before the socket opens, so a client that is let in is already remembered.
        const query = { queryStringParameters: Object.fromEntries(url.searchParams) };
        const status = await invoke('live-connect', 'CONNECT', connectionId, { authorizer }, query);
        if (status >= 400) return refuse(stream, `${status} ${STATUS_CODES[status] ?? ''}`);
        server.handleUpgrade(request, stream, head, (socket) => accept(connectionId, authorizer, socket));
      } catch (error) {
        onError(error);
        refuse(stream, '500 Internal Server Error');
      }
    },

    /** Serves the management API. Answers false for a path that is not its own. */
    async manage(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
      const encodedId = managementPath.exec(request.url ?? '')?.[1];
      if (encodedId === undefined) return false;
      if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 '))
        return fail(response, 403, 'ForbiddenException');
      const connection = connections.get(decodeURIComponent(encodedId));
      if (!connection) return fail(response, 410, 'GoneException');
      if (request.method === 'DELETE') {
        connection.socket.close(1000);
        response.writeHead(204).end();
        return true;
      }
      const frame = await readBody(request, largestMessageBytes);
      if (!frame) return fail(response, 413, 'PayloadTooLargeException');
      connection.socket.send(frame.toString('utf8'));
      response.writeHead(200).end();
      return true;
    },

    close(): void {
      for (const { socket } of connections.values()) socket.terminate();
      server.close();
    },
  };
}

function fail(response: ServerResponse, status: number, type: string): true {
  response
    .writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': type })
    .end(JSON.stringify({ message: type }));
  return true;
}

const refuse = (stream: Duplex, status: string): void => {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

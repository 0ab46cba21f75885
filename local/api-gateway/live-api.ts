// The WebSocket API in front of the functions: authorizer at $connect, one function for messages, and the management API through
// which functions send frames. Sockets that are idle for 10 minutes or open for 2 hours are closed, as API Gateway does.
import { randomBytes } from 'node:crypto';
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import type { LambdaName } from '../../shared/contracts/lambdas.ts';
import { at } from '../endpoint/endpoint.ts';
import { ServiceError } from '../endpoint/service.ts';
import type { LambdaRuntime } from '../lambda/lambda-runtime.ts';

const largestMessageBytes = 128 * 1024;
const idleMilliseconds = 10 * 60 * 1000;
const lifetimeMilliseconds = 2 * 60 * 60 * 1000;
const methodArn = 'arn:aws:execute-api:us-east-1:000000000000:local/live/$connect';
/** The path of the management API begins with the stage. */
export const managementStage = '/live';

const authorizationSchema = z.object({
  context: z.record(z.string(), z.unknown()).optional(),
  policyDocument: z.object({ Statement: z.array(z.object({ Effect: z.string() })) }),
});
const statusSchema = z.object({ statusCode: z.int() });

/** What each function is told of a socket. */
interface Connection {
  readonly connectionId: string;
  readonly authorizer: Record<string, unknown>;
}

export type LiveApi = ReturnType<typeof createLiveApi>;

export function createLiveApi(runtime: LambdaRuntime, onError: (error: unknown) => void) {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessageBytes });
  const sockets = new Map<string, WebSocket>();

  const invoke = async (
    name: LambdaName,
    requestContext: Connection,
    details: { body?: string; queryStringParameters?: Record<string, string> } = {},
  ) => statusSchema.parse(await runtime.invoke(name, { requestContext, ...details })).statusCode;

  async function authorize(
    queryStringParameters: Record<string, string>,
  ): Promise<Connection['authorizer'] | undefined> {
    const answer = await runtime.invoke('live-authorizer', { type: 'REQUEST', methodArn, queryStringParameters });
    const { context, policyDocument } = authorizationSchema.parse(answer);
    return policyDocument.Statement.every(({ Effect }) => Effect === 'Allow') ? (context ?? {}) : undefined;
  }

  function accept(connection: Connection, socket: WebSocket): void {
    const { connectionId } = connection;
    sockets.set(connectionId, socket);
    const goAway = () => socket.close(1001, 'Going away');
    const endOfLife = setTimeout(goAway, lifetimeMilliseconds);
    const idle = setTimeout(goAway, idleMilliseconds);
    let turn = Promise.resolve();
    socket.on('message', (data) => {
      idle.refresh();
      // One after the other: a client's messages take effect in the order it sent them.
      turn = turn.then(() => receive(connection, socket, String(data)));
    });
    socket.on('error', () => {}); // a client that breaks the protocol, or its network: the close that follows says all there is
    socket.on('close', () => {
      clearTimeout(idle);
      clearTimeout(endOfLife);
      sockets.delete(connectionId);
      invoke('live-disconnect', connection).catch(onError);
    });
  }

  async function receive(connection: Connection, socket: WebSocket, body: string): Promise<void> {
    const status = await invoke('live-message', connection, { body }).catch((error: unknown) => {
      onError(error);
      return 500;
    });
    const { connectionId } = connection;
    if (status >= 400) socket.send(JSON.stringify({ message: 'Internal server error', connectionId }));
  }

  const open = (connectionId = ''): WebSocket => {
    const socket = sockets.get(decodeURIComponent(connectionId));
    if (socket) return socket;
    throw new ServiceError('GoneException', 'The connection is gone.', { status: 410 });
  };

  return {
    /** The management API: frames for a socket, and its end. */
    management: [
      at('POST', `${managementStage}/@connections/:id`, async ({ ids, content }) => {
        open(ids['id']).send(content.toString('utf8'));
        return {};
      }),
      at('DELETE', `${managementStage}/@connections/:id`, async ({ ids }) => {
        open(ids['id']).close(1000);
        return { status: 204 };
      }),
    ],

    /** Takes a socket in when the authorizer and $connect let it. */
    async upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): Promise<void> {
      try {
        const { searchParams } = new URL(request.url ?? '/', 'http://gateway');
        const queryStringParameters = Object.fromEntries(searchParams);
        const authorizer = await authorize(queryStringParameters);
        if (!authorizer) return refuse(stream, '401 Unauthorized');
        const connection = { connectionId: `${randomBytes(9).toString('base64url')}=`, authorizer };
        // $connect runs before the socket opens, so a client that is let in is already remembered.
        const status = await invoke('live-connect', connection, { queryStringParameters });
        if (status >= 400) return refuse(stream, `${status} ${STATUS_CODES[status] ?? ''}`);
        server.handleUpgrade(request, stream, head, (socket) => accept(connection, socket));
      } catch (error) {
        onError(error);
        refuse(stream, '500 Internal Server Error');
      }
    },

    close(): void {
      for (const socket of sockets.values()) socket.terminate();
      server.close();
    },
  };
}

const refuse = (stream: Duplex, status: string): void => {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

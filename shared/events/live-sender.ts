// Sends frames to open sockets, and closes them, through API Gateway's management API.
import {
  ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  PostToConnectionCommand,
} from '@aws-sdk/client-apigatewaymanagementapi';

export type LiveSender = ReturnType<typeof createLiveSender>;

export function createLiveSender(client: ApiGatewayManagementApiClient) {
  return {
    /** Sends one frame. Answers `gone` when the socket is closed (by status: emulators name the error differently). */
    async send(connectionId: string, frame: string, abortSignal?: AbortSignal): Promise<'sent' | 'gone'> {
      try {
        const command = new PostToConnectionCommand({ ConnectionId: connectionId, Data: Buffer.from(frame) });
        await client.send(command, abortSignal ? { abortSignal } : {});
        return 'sent';
      } catch (error) {
        if (hasStatus(error, 410)) return 'gone';
        throw error;
      }
    },

    /** Closes a socket; one that is closed already is as good. */
    async close(connectionId: string): Promise<void> {
      try {
        await client.send(new DeleteConnectionCommand({ ConnectionId: connectionId }));
      } catch (error) {
        if (!hasStatus(error, 410)) throw error;
      }
    },
  };
}

export const openLiveSender = (endpoint: string): LiveSender =>
  createLiveSender(new ApiGatewayManagementApiClient({ endpoint }));

const hasStatus = (error: unknown, status: number): boolean =>
  error instanceof Error &&
  '$metadata' in error &&
  (error.$metadata as { httpStatusCode?: number } | undefined)?.httpStatusCode === status;

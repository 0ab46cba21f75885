// Closes what a person has open, once their account or their sessions have ended. The end is written first and the sockets are listed then;
// a socket is listed first and asks then (functions/live/remember-connection.ts): whichever comes second sees the other.
import type { Connections } from '../data/connections.ts';
import { logger } from '../runtime/logger.ts';
import type { LiveSender } from './live-sender.ts';

export interface CloseSocketsParts {
  readonly connections: Pick<Connections, 'listOf'>;
  readonly sender: Pick<LiveSender, 'close'>;
}

export type CloseSockets = (userId: string) => Promise<void>;

/** A socket that cannot be closed keeps nobody from changing a password: it is logged, and closes by itself within two hours. */
export const createCloseSockets =
  ({ connections, sender }: CloseSocketsParts): CloseSockets =>
  async (userId) => {
    const open = await connections.listOf(userId);
    const closed = await Promise.allSettled(open.map((connectionId) => sender.close(connectionId)));
    for (const result of closed)
      if (result.status === 'rejected') logger.error('A socket could not be closed', result.reason as Error);
  };

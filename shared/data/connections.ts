// Open sockets, whose they are and what they listen to. Who listens to a campaign is written on the campaign (data/campaigns.ts).
import * as z from 'zod';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

/** API Gateway closes a socket after two hours, so nothing about it is true for longer. */
const lifetimeSeconds = 2 * 60 * 60;

const connectionSchema = z.object({
  userId: z.string(),
  workspaceId: z.string(),
  subscriptions: z.set(z.string()).optional(),
});
export type Connection = z.infer<typeof connectionSchema>;

export type Connections = ReturnType<typeof createConnections>;

export function createConnections(table: Table, clock: () => Date) {
  return {
    add: (connectionId: string, owner: { userId: string; workspaceId: string }) =>
      table.put(keys.connection(connectionId), {
        ...owner,
        expiresAt: Math.floor(clock().getTime() / 1000) + lifetimeSeconds,
      }),

    /** Access pattern 13. */
    get: (connectionId: string): Promise<Connection | undefined> =>
      table.get(keys.connection(connectionId), connectionSchema),

    /** Remembers the campaign with the socket; undefined when the socket is closed already. */
    addSubscription: (connectionId: string, campaignId: string) =>
      table.update(
        keys.connection(connectionId),
        { expression: 'ADD subscriptions :one', values: { ':one': new Set([campaignId]) } },
        connectionSchema,
      ),

    removeSubscription: (connectionId: string, campaignId: string) =>
      table.update(
        keys.connection(connectionId),
        { expression: 'DELETE subscriptions :one', values: { ':one': new Set([campaignId]) } },
        connectionSchema,
      ),

    delete: (connectionId: string) => table.delete(keys.connection(connectionId)),
  };
}

// Open sockets, whose they are and what they listen to. Who listens to a campaign is written on the campaign (data/campaigns.ts).
import * as z from 'zod';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

/** API Gateway closes a socket after two hours, so nothing about it is true for longer. */
const lifetimeSeconds = 2 * 60 * 60;

const connectionSchema = z.object({
  userId: z.string(),
  workspaceId: z.string(),
  subscriptions: z.set(z.string()).optional(),
});
const listedSchema = z.object({ connectionId: z.string() });
export type Connection = z.infer<typeof connectionSchema>;

export type Connections = ReturnType<typeof createConnections>;

export function createConnections(table: Table, clock: () => Date) {
  return {
    /** Remembers a socket, in its person's list first: what is in neither was never let in. */
    async add(connectionId: string, owner: { userId: string; workspaceId: string }): Promise<void> {
      const expiresAt = Math.floor(clock().getTime() / 1000) + lifetimeSeconds;
      await table.put(keys.connectionOf(owner.userId, connectionId), { connectionId, expiresAt });
      await table.put(keys.connection(connectionId), { ...owner, expiresAt });
    },

    /** Access pattern 13. */
    get: (connectionId: string): Promise<Connection | undefined> =>
      table.get(keys.connection(connectionId), connectionSchema),

    /** Access pattern 31. The sockets of a person, also some that have closed a moment ago. */
    async listOf(userId: string): Promise<string[]> {
      const rows = await table.queryAll({ ...lists.connections(userId), consistent: true }, listedSchema);
      return rows.map(({ connectionId }) => connectionId);
    },

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

    async delete(connectionId: string, { userId }: Pick<Connection, 'userId'>): Promise<void> {
      await table.delete(keys.connection(connectionId));
      await table.delete(keys.connectionOf(userId, connectionId));
    },
  };
}

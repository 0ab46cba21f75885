// Open sockets and what they are subscribed to. Both kinds of item expire on their own should a disconnect never be seen.
import * as z from 'zod';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

/** API Gateway closes a socket after two hours, so nothing about it is true for longer. */
const lifetimeSeconds = 2 * 60 * 60;

const connectionSchema = z.object({
  userId: z.string(),
  workspaceId: z.string(),
  subscriptions: z.set(z.string()).optional(),
});
export type Connection = z.infer<typeof connectionSchema>;
const subscriberSchema = z.object({ connectionId: z.string(), expiresAt: z.int() });

export type Connections = ReturnType<typeof createConnections>;

export function createConnections(table: Table, clock: () => Date) {
  const nowSeconds = () => Math.floor(clock().getTime() / 1000);

  return {
    add: (connectionId: string, owner: { userId: string; workspaceId: string }) =>
      table.put(keys.connection(connectionId), { ...owner, expiresAt: nowSeconds() + lifetimeSeconds }),

    /** Access pattern 13. */
    get: (connectionId: string): Promise<Connection | undefined> =>
      table.get(keys.connection(connectionId), connectionSchema),

    async subscribe(connectionId: string, reference: CampaignReference): Promise<void> {
      await table.put(keys.subscriber(reference, connectionId), {
        connectionId,
        expiresAt: nowSeconds() + lifetimeSeconds,
      });
      await table.update(
        keys.connection(connectionId),
        { expression: 'ADD subscriptions :one', values: { ':one': new Set([reference.campaignId]) } },
        connectionSchema,
      );
    },

    async unsubscribe(connectionId: string, reference: CampaignReference): Promise<void> {
      await table.delete(keys.subscriber(reference, connectionId));
      await table.update(
        keys.connection(connectionId),
        { expression: 'DELETE subscriptions :one', values: { ':one': new Set([reference.campaignId]) } },
        connectionSchema,
      );
    },

    /** Access pattern 14: who listens to a campaign. Expired entries are left out: the table deletes them late by design. */
    async subscribers(reference: CampaignReference): Promise<string[]> {
      const rows = await table.queryAll({ ...lists.subscribers(reference), consistent: true }, subscriberSchema);
      return rows.filter((row) => row.expiresAt > nowSeconds()).map((row) => row.connectionId);
    },

    /** Forgets a socket with all it was subscribed to. Safe to repeat. */
    async remove(connectionId: string): Promise<void> {
      const connection = await this.get(connectionId);
      if (!connection) return;
      const subscriptions = [...(connection.subscriptions ?? [])];
      await table.deleteMany(
        subscriptions.map((campaignId) =>
          keys.subscriber({ workspaceId: connection.workspaceId, campaignId }, connectionId),
        ),
      );
      await table.delete(keys.connection(connectionId));
    },
  };
}

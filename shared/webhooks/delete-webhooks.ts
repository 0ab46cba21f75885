// Removes webhooks with everything that was kept of them: one, or all of a workspace that is being deleted.
import type { WebhookDeliveries } from '../data/webhook-deliveries.ts';
import type { Webhooks } from '../data/webhooks.ts';

export interface WebhookRemovalParts {
  readonly webhooks: Pick<Webhooks, 'list' | 'delete'>;
  readonly deliveries: Pick<WebhookDeliveries, 'deleteOf'>;
}

export type WebhookRemoval = ReturnType<typeof createWebhookRemoval>;

export function createWebhookRemoval({ webhooks, deliveries }: WebhookRemovalParts) {
  /** The log goes first: until it is gone the webhook can be deleted again. Safe to repeat. */
  const deleteOne = async (workspaceId: string, webhookId: string): Promise<void> => {
    await deliveries.deleteOf(workspaceId, webhookId);
    await webhooks.delete(workspaceId, webhookId);
  };
  return {
    deleteOne,
    /** For the deletion of an account. Messages still on their way find no webhook and are dropped. */
    async deleteAllOf(workspaceId: string): Promise<void> {
      for (const { id } of await webhooks.list(workspaceId)) await deleteOne(workspaceId, id);
    },
  };
}

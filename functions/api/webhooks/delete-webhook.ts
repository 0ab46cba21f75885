import type { Webhooks } from '../../../shared/data/webhooks.ts';
import type { WebhookRemoval } from '../../../shared/webhooks/delete-webhooks.ts';
import type { Input } from '../../kit/http-function.ts';
import { requireWebhook } from './require-webhook.ts';

/** Deletes a webhook with its log. Messages on their way find nothing and are dropped. */
export const deleteWebhook =
  ({ webhooks, removal }: { webhooks: Pick<Webhooks, 'get'>; removal: Pick<WebhookRemoval, 'deleteOne'> }) =>
  async ({ params: { webhookId }, principal: { workspaceId } }: Input<'deleteWebhook'>) => {
    await requireWebhook(webhooks, workspaceId, webhookId);
    await removal.deleteOne(workspaceId, webhookId);
    return { success: true as const };
  };

import { publicWebhook, type Webhooks } from '../../../shared/data/webhooks.ts';
import type { Input } from '../../kit/http-function.ts';
import { requireWebhook } from './require-webhook.ts';

/** A webhook, without its secret. */
export const getWebhook =
  ({ webhooks }: { webhooks: Pick<Webhooks, 'get'> }) =>
  async ({ params, principal }: Input<'getWebhook'>) =>
    publicWebhook(await requireWebhook(webhooks, principal.workspaceId, params.webhookId));

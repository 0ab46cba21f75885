import { publicWebhook, type Webhooks } from '../../../shared/data/webhooks.ts';
import type { Input } from '../../kit/http-function.ts';
import { type CheckTarget, requireTarget } from './require-target.ts';
import { noSuchWebhook, requireWebhook } from './require-webhook.ts';

export interface ChangeWebhookParts {
  readonly webhooks: Pick<Webhooks, 'get' | 'change'>;
  readonly checkTarget: CheckTarget;
  readonly clock: () => Date;
}

/** Changes what is given. What is on its way already goes to the address as it is when it is sent. */
export const changeWebhook =
  ({ webhooks, checkTarget, clock }: ChangeWebhookParts) =>
  async ({ params: { webhookId }, body, principal: { workspaceId } }: Input<'changeWebhook'>) => {
    const before = await requireWebhook(webhooks, workspaceId, webhookId);
    if (body.url !== undefined) await requireTarget(checkTarget, body.url);
    const now = clock().toISOString();
    const changed = await webhooks.change(workspaceId, webhookId, {
      ...body,
      ...(body.enabled && !before.enabled ? { listensSince: now } : {}),
      updatedAt: now,
    });
    if (!changed) throw noSuchWebhook();
    return publicWebhook(changed);
  };

import type { WebhookRecord, Webhooks } from '../../../shared/data/webhooks.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';

export const noSuchWebhook = () => new ProblemError('not-found', 'There is no such webhook.');

/** The webhook of the caller's workspace. Throws not-found when there is none, whosever it is. */
export async function requireWebhook(
  webhooks: Pick<Webhooks, 'get'>,
  workspaceId: string,
  webhookId: string,
): Promise<WebhookRecord> {
  const webhook = await webhooks.get(workspaceId, webhookId);
  if (!webhook) throw noSuchWebhook();
  return webhook;
}

/** The same, where something is to be sent to it. Throws conflict when it is disabled. */
export async function requireEnabledWebhook(...wanted: Parameters<typeof requireWebhook>): Promise<WebhookRecord> {
  const webhook = await requireWebhook(...wanted);
  if (!webhook.enabled) throw new ProblemError('conflict', 'The webhook is disabled. Enable it first.');
  return webhook;
}

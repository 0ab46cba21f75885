// The queue of webhooks in memory, with a clock's worth of order: reminders wait until a test lets them come.
import type { CampaignReference } from '../../shared/contracts/identifiers.ts';
import type { WebhookPayload } from '../../shared/contracts/webhook.ts';
import type { DeliveryMessage, WebhookQueue } from '../../shared/webhooks/webhook-queue.ts';

export function memoryQueue() {
  const messages: DeliveryMessage[] = [];
  const reminders: CampaignReference[] = [];
  const state = { isBroken: false };
  const taking = <Value>(into: Value[], values: readonly Value[]) => {
    if (state.isBroken) throw new Error('The queue is out of order');
    into.push(...values);
  };
  const queue: Pick<WebhookQueue, 'send' | 'remind'> = {
    send: async (sent) => taking(messages, sent),
    remind: async ({ workspaceId, campaignId }) => taking(reminders, [{ workspaceId, campaignId }]),
  };
  return {
    queue,
    messages,
    reminders,
    state,
    /** What was queued for a webhook, by delivery. */
    payloadsFor: (webhookId: string): WebhookPayload[] =>
      messages.flatMap((message) => (message.webhookId === webhookId ? [JSON.parse(message.payload)] : [])),
  };
}

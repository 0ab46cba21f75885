// What the queue of webhooks brings: a delivery to make, or a reminder to look after a campaign.
import type { CatchUpOutcome } from './catch-up.ts';
import type { DeliveryOutcome } from './deliver-webhook.ts';
import type { DeliveryMessage, WebhookMessage } from './webhook-queue.ts';

export interface HandleMessageParts {
  readonly deliver: (message: DeliveryMessage, attempt: number) => Promise<DeliveryOutcome>;
  readonly catchUp: (reference: { workspaceId: string; campaignId: string }) => Promise<CatchUpOutcome>;
}

/** Until an event that was on its way is in the log, or given up. */
const pauseSeconds = 10;
/** Enough pauses for that. A campaign in which something is always on its way has the reminders of later events. */
const mostLooks = 6;

/** `receipts` says how often the message has been received, this time included. */
export const handleMessage =
  ({ deliver, catchUp }: HandleMessageParts) =>
  async (message: WebhookMessage, receipts: number): Promise<DeliveryOutcome> => {
    if ('payload' in message) return deliver(message, receipts);
    const outcome = await catchUp(message);
    return outcome === 'waiting' && receipts < mostLooks
      ? { state: 'again', seconds: pauseSeconds }
      : { state: 'done' };
  };

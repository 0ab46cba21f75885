// One event as the message that brings it to one webhook. The same event always makes the same message.
import type { LiveEvent } from '../contracts/live-events.ts';
import type { WebhookPayload } from '../contracts/webhook.ts';
import { deliveryIdOf } from './delivery-id.ts';
import type { DeliveryMessage } from './webhook-queue.ts';

export function eventMessage(webhookId: string, workspaceId: string, event: LiveEvent): DeliveryMessage {
  const { type, campaignId, number, at, data } = event;
  const id = deliveryIdOf(webhookId, new Date(at), `${campaignId} ${number}`);
  const payload: WebhookPayload = { id, type, workspaceId, campaignId, number, at, data };
  return { workspaceId, webhookId, replays: 0, payload: JSON.stringify(payload) };
}

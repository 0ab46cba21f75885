// Tells the webhooks of a workspace what happened in a campaign: one message for each webhook and event, none when nobody wants to know.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { LiveEvent } from '../contracts/live-events.ts';
import type { WebhookPayload } from '../contracts/webhook.ts';
import type { WebhookRecord, Webhooks } from '../data/webhooks.ts';
import { logger } from '../runtime/logger.ts';
import { deliveryIdOf } from './delivery-id.ts';
import type { WebhookMessage, WebhookQueue } from './webhook-queue.ts';

export interface AnnouncementParts {
  readonly webhooks: Pick<Webhooks, 'list'>;
  readonly queue: Pick<WebhookQueue, 'send'>;
}

export type AnnounceEvents = (reference: CampaignReference, events: readonly LiveEvent[]) => Promise<void>;

/** Never throws: a campaign does not fail because nobody could be told of it. Events come numbered and without outputs. */
export const createAnnounceEvents =
  ({ webhooks, queue }: AnnouncementParts): AnnounceEvents =>
  async ({ workspaceId, campaignId }, events) => {
    try {
      const enabled = (await webhooks.list(workspaceId)).filter((webhook) => webhook.enabled);
      const messages = enabled.flatMap((webhook) =>
        events
          .filter(({ type }) => webhook.events.includes(type))
          .map((event) => messageOf(webhook, workspaceId, event)),
      );
      await queue.send(messages);
    } catch (error) {
      logger.error('Events could not be announced to webhooks', {
        campaignId,
        numbers: events.map(({ number }) => number),
        error: error as Error,
      });
    }
  };

function messageOf(webhook: WebhookRecord, workspaceId: string, event: LiveEvent): WebhookMessage {
  const { type, campaignId, number, at, data } = event;
  const id = deliveryIdOf(webhook.id, new Date(at), `${campaignId} ${number}`);
  const payload: WebhookPayload = { id, type, workspaceId, campaignId, number, at, data };
  return { workspaceId, webhookId: webhook.id, replays: 0, payload: JSON.stringify(payload) };
}

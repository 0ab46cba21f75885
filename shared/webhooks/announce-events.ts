// Tells the webhooks of a workspace what happens in a campaign, in an order that no crash breaks:
//   1. a reminder is queued,  2. the events get their numbers,  3. their messages are queued,  4. the events are stored.
// So a stored event was queued, or says that it was not, and a number without an event has a reminder that finds it (catch-up.ts).
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { LiveEvent } from '../contracts/live-events.ts';
import type { Outbox } from '../data/outbox.ts';
import type { Webhooks } from '../data/webhooks.ts';
import { logger } from '../runtime/logger.ts';
import { eventMessage } from './event-message.ts';
import type { WebhookQueue } from './webhook-queue.ts';

export interface AnnouncementParts {
  readonly webhooks: Pick<Webhooks, 'list'>;
  readonly queue: Pick<WebhookQueue, 'send' | 'remind'>;
  readonly outbox: Pick<Outbox, 'put'>;
}

/** Somebody wants to hear of what comes next, and it is written down that they must. */
export interface Announcement {
  /**
   * Queues a message for each webhook and event. False when the queue did not take them all: whoever stores the events says so
   * there, and the reminder sends them. Never throws: a campaign does not fail because nobody could be told of it.
   */
  send(events: readonly LiveEvent[]): Promise<boolean>;
}

/** To be called before events get their numbers. Undefined where nobody wants to be told. */
export type PrepareAnnouncement = (reference: CampaignReference) => Promise<Announcement | undefined>;

/** Rejects only when the table cannot be read or written: then no number can be taken either. */
export const createPrepareAnnouncement =
  ({ webhooks, queue, outbox }: AnnouncementParts): PrepareAnnouncement =>
  async (reference) => {
    const { workspaceId, campaignId } = reference;
    const enabled = (await webhooks.list(workspaceId)).filter((webhook) => webhook.enabled);
    if (enabled.length === 0) return undefined;
    await queue.remind(reference).catch(async (error: unknown) => {
      logger.error('A reminder of webhooks could not be queued: the sweep looks after them', {
        campaignId,
        error: error as Error,
      });
      await outbox.put(reference);
    });
    return {
      async send(events) {
        const messages = enabled.flatMap((webhook) =>
          events
            .filter(({ type }) => webhook.events.includes(type))
            .map((event) => eventMessage(webhook.id, workspaceId, event)),
        );
        try {
          await queue.send(messages);
          return true;
        } catch (error) {
          const numbers = events.map(({ number }) => number);
          logger.error('Events could not be queued for webhooks: they are sent later', {
            campaignId,
            numbers,
            error: error as Error,
          });
          return false;
        }
      },
    };
  };

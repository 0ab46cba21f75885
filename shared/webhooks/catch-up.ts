// Sees to it that every event of a campaign reaches the queue of webhooks, whatever died or failed when it happened: those that the
// queue refused, and a stand-in for every number whose event was lost.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { LiveEvent } from '../contracts/live-events.ts';
import type { CampaignEvents, EventBatch } from '../data/campaign-events.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { WebhookRecord, Webhooks } from '../data/webhooks.ts';
import { lostEvent } from '../domain/campaigns/lost-event.ts';
import { eventMessage } from './event-message.ts';
import type { WebhookQueue } from './webhook-queue.ts';

export interface CatchUpParts {
  readonly campaigns: Pick<Campaigns, 'getAnnounced' | 'moveAnnounced'>;
  readonly events: Pick<CampaignEvents, 'listBatchesAfter'>;
  readonly webhooks: Pick<Webhooks, 'list'>;
  readonly queue: Pick<WebhookQueue, 'send'>;
  readonly clock: () => Date;
}

/** `waiting`: an event may still be on its way to the log. Look again in a few seconds. */
export type CatchUpOutcome = 'done' | 'waiting';

/**
 * Looking at up to this many events again costs less than a write that says they have been looked at: 50 are about three read units,
 * and a write unit costs five. What was sent is always written down.
 */
const eventsWorthAWrite = 50;

/** An event that is not in the log so long after the next one happened is lost: nobody is so patient with the queue before storing it. */
const lostAfterMilliseconds = 20_000;

interface Unsent {
  readonly event: LiveEvent;
  /** A moment at which it had happened for sure. */
  readonly happenedBy: string;
  readonly isLost: boolean;
}

type Header = NonNullable<Awaited<ReturnType<Campaigns['getAnnounced']>>>;

/**
 * Safe to repeat and to run twice at once: an event has the same delivery each time. Throws when the queue refuses again: the message
 * that brought us here comes back.
 */
export const catchUp =
  ({ campaigns, events, webhooks, queue, clock }: CatchUpParts) =>
  async (reference: CampaignReference): Promise<CatchUpOutcome> => {
    const header = await campaigns.getAnnounced(reference);
    if (!header || header.announced >= header.lastEvent) return 'done';
    // Read after the header: a number that it tells of is in the log by now, or on its way, or lost.
    const batches = await events.listBatchesAfter(reference, header.announced);
    const { unsent, upTo } = findUnsent(header, batches, clock());
    if (unsent.length > 0) {
      const enabled = (await webhooks.list(reference.workspaceId)).filter((webhook) => webhook.enabled);
      const messages = unsent.flatMap((entry) =>
        enabled
          .filter((webhook) => wants(webhook, entry))
          .map(({ id }) => eventMessage(id, reference.workspaceId, entry.event)),
      );
      await queue.send(messages);
    }
    if (unsent.length > 0 || upTo - header.announced >= eventsWorthAWrite)
      await campaigns.moveAnnounced(reference, upTo);
    return upTo < header.lastEvent ? 'waiting' : 'done';
  };

/** What is to be sent of the numbers after `announced`, and up to which number that is all. */
function findUnsent(header: Header, batches: readonly EventBatch[], now: Date): { unsent: Unsent[]; upTo: number } {
  const unsent: Unsent[] = [];
  let upTo = header.announced;
  /** A stand-in has the time of the event before it: the same however often it is made, so that it is the same delivery. */
  let at = header.createdAt;
  const isLostBy = (moment: string) => now.getTime() - Date.parse(moment) >= lostAfterMilliseconds;
  const giveUpBefore = (end: number, happenedBy: string) => {
    for (let number = upTo + 1; number < end; number += 1)
      unsent.push({ event: lostEvent(header, number, at), happenedBy, isLost: true });
    upTo = end - 1;
  };
  // What was numbered after the header was read may still be on its way, and has a reminder of its own.
  for (const { events, isUnsent } of batches) {
    const [first] = events;
    const last = events.at(-1);
    if (!first || !last || first.number > header.lastEvent) break;
    if (first.number > upTo + 1) {
      if (!isLostBy(first.at)) return { unsent, upTo };
      giveUpBefore(first.number, first.at);
    }
    if (isUnsent) unsent.push(...events.map((event) => ({ event, happenedBy: event.at, isLost: false })));
    upTo = last.number;
    at = last.at;
  }
  if (upTo < header.lastEvent && isLostBy(header.updatedAt)) giveUpBefore(header.lastEvent + 1, header.updatedAt);
  return { unsent, upTo };
}

/**
 * A lost event may have been of any kind, so everybody hears of it. Nobody hears of what happened before they asked to be told, or
 * while they were disabled.
 */
const wants = ({ events, listensSince, createdAt }: WebhookRecord, { event, happenedBy, isLost }: Unsent): boolean =>
  (isLost || events.includes(event.type)) && happenedBy >= (listensSince ?? createdAt);

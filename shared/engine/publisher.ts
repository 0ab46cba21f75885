// Numbers what happened, keeps it for replay, and pushes it to whoever listens. The log is the truth; the push is best effort.
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { type LiveEvent, maximumFrameBytes, type NewLiveEvent } from '../contracts/live-events.ts';
import type { CampaignEvents } from '../data/campaign-events.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Connections } from '../data/connections.ts';
import { logger } from '../runtime/logger.ts';
import type { LiveSender } from './live-sender.ts';
import { forgetConnection } from './subscriptions.ts';

export interface Publication {
  readonly events: readonly NewLiveEvent[];
  /** Adds a `cost:updated` event with the campaign's figures of this moment. */
  readonly withCost?: boolean;
  /** Phases that are finished with this publication. */
  readonly finishedPhases?: readonly string[];
}

export interface PublisherParts {
  readonly campaigns: Campaigns;
  readonly events: CampaignEvents;
  readonly connections: Connections;
  readonly sender: LiveSender;
  readonly clock: () => Date;
}

export type Publish = (reference: CampaignReference, publication: Publication) => Promise<Campaign | undefined>;

/** Publishes events of a campaign and answers with its header after counting them; undefined when the campaign is gone. */
export const createPublisher =
  ({ campaigns, events: log, connections, sender, clock }: PublisherParts): Publish =>
  async (reference, { events, withCost = false, finishedPhases = [] }) => {
    const at = clock().toISOString();
    const total = events.length + (withCost ? 1 : 0);
    if (total === 0 && finishedPhases.length === 0) return campaigns.get(reference);
    const counted = await campaigns.count(reference, { events: total, finishedPhases, now: at });
    if (!counted) return undefined;
    const { campaign, listeners } = counted;
    const happened = withCost ? [...events, costEvent(campaign)] : events;
    const numbered = happened.map(
      (event, index): LiveEvent => ({
        ...event,
        number: campaign.lastEvent - total + 1 + index,
        campaignId: reference.campaignId,
        at,
      }),
    );
    await Promise.all([
      log.append(reference, numbered.map(withoutOutput)),
      ...listeners.map((connectionId) => pushTo(connectionId, numbered)),
    ]);
    return campaign;

    /** One frame per event, in order. A socket that cannot be reached will ask for what it missed. */
    async function pushTo(connectionId: string, batch: readonly LiveEvent[]): Promise<void> {
      try {
        for (const event of batch) {
          if ((await sender.send(connectionId, frameOf(event))) === 'gone') {
            // Taken off here too: a socket whose own item has expired would be listed for ever.
            await campaigns.removeListener(reference, connectionId);
            await forgetConnection({ campaigns, connections }, connectionId);
            return;
          }
        }
      } catch (error) {
        logger.warn('A live event could not be pushed', {
          connectionId,
          campaignId: reference.campaignId,
          error: error as Error,
        });
      }
    }
  };

const costEvent = ({ spentMicroUsd, committedMicroUsd }: Campaign): NewLiveEvent => ({
  type: 'cost:updated',
  data: { spentMicroUsd, committedMicroUsd },
});

/** Outputs are stored once, with their phase; replay joins them again. */
export const withoutOutput = (event: LiveEvent): LiveEvent =>
  event.type === 'phase:output'
    ? { ...event, data: { phaseId: event.data.phaseId, attempt: event.data.attempt } }
    : event;

/** The event as a frame; an output too large for a frame is left out, and the client fetches the phase. */
export function frameOf(event: LiveEvent): string {
  const frame = JSON.stringify(event);
  return Buffer.byteLength(frame) <= maximumFrameBytes ? frame : JSON.stringify(withoutOutput(event));
}

// Sends a socket what it missed: as long as it is there, and no longer than one call of the function may take.
import type { Campaign } from '../../shared/contracts/campaign.ts';
import type { CampaignReference } from '../../shared/contracts/identifiers.ts';
import type { Campaigns } from '../../shared/data/campaigns.ts';
import type { Connections } from '../../shared/data/connections.ts';
import type { LiveSender } from '../../shared/events/live-sender.ts';
import { frameOf } from '../../shared/events/publisher.ts';
import { type ReplayParts, replayEvents } from '../../shared/events/replay-events.ts';
import { forgetListener, type SubscriptionParts } from '../../shared/events/subscriptions.ts';

export interface ReplayToSocketParts extends ReplayParts {
  readonly campaigns: Pick<Campaigns, 'addListener' | 'removeListener'>;
  readonly connections: Connections;
  readonly workspaces: SubscriptionParts['workspaces'];
  readonly sender: Pick<LiveSender, 'send'>;
}

/** Events read at once, with their outputs. */
const pageSize = 100;
/** Well within the 15 s of the function: reading a page and sending the frame under way come on top. */
const budgetMilliseconds = 6000;

/**
 * Replays events with a greater number, in order. Ends when the socket has gone, which is then forgotten. What does not fit into
 * one call is left to the next: the last frame says from where on the client is to ask again.
 */
export async function replayToSocket(
  parts: ReplayToSocketParts,
  connectionId: string,
  reference: CampaignReference,
  campaign: Campaign,
  after: number,
): Promise<void> {
  const until = parts.clock().getTime() + budgetMilliseconds;
  let last = after;
  while (last < campaign.lastEvent) {
    const page = await replayEvents(parts, reference, campaign, last, pageSize);
    if (page.length === 0) return;
    for (const event of page) {
      const isOver = parts.clock().getTime() >= until;
      const frame = isOver
        ? JSON.stringify({ type: 'replay:more', campaignId: reference.campaignId, after: last })
        : frameOf(event);
      if ((await parts.sender.send(connectionId, frame)) === 'gone')
        return forgetListener(parts, reference, connectionId);
      if (isOver) return;
      last = event.number;
    }
  }
}

// Ties sockets to campaigns. The socket remembers the campaign first and forgets it last: whatever dies in between, closing the
// socket finds every campaign that may still list it.
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Connections } from '../data/connections.ts';
import type { Workspaces } from '../data/workspaces.ts';

export interface SubscriptionParts {
  readonly campaigns: Pick<Campaigns, 'addListener' | 'removeListener'>;
  readonly connections: Connections;
  readonly workspaces: Pick<Workspaces, 'addWatcher' | 'removeWatcher'>;
}

/** What a socket remembers beside the ids of campaigns: that it is told of what waits in its whole workspace. */
const approvals = 'approvals';

/** Subscribes a socket; answers with the campaign as of that moment, or undefined when the campaign or the socket is gone. */
export async function subscribe(
  { campaigns, connections }: Pick<SubscriptionParts, 'campaigns' | 'connections'>,
  connectionId: string,
  reference: CampaignReference,
): Promise<Campaign | undefined> {
  if (!(await connections.addSubscription(connectionId, reference.campaignId))) return undefined;
  const campaign = await campaigns.addListener(reference, connectionId);
  // What does not exist leaves no trace: a socket that guesses ids would grow its item without end.
  if (!campaign) await connections.removeSubscription(connectionId, reference.campaignId);
  return campaign;
}

export async function unsubscribe(
  { campaigns, connections }: Pick<SubscriptionParts, 'campaigns' | 'connections'>,
  connectionId: string,
  reference: CampaignReference,
): Promise<void> {
  await campaigns.removeListener(reference, connectionId);
  await connections.removeSubscription(connectionId, reference.campaignId);
}

/** Tells a socket from now on when what waits in its workspace has changed; false when workspace or socket is gone. */
export async function subscribeToApprovals(
  { connections, workspaces }: Pick<SubscriptionParts, 'connections' | 'workspaces'>,
  connectionId: string,
  workspaceId: string,
): Promise<boolean> {
  if (!(await connections.addSubscription(connectionId, approvals))) return false;
  return workspaces.addWatcher(workspaceId, connectionId);
}

/** Forgets a closed socket with all it listened to. Safe to repeat. */
export async function forgetConnection(
  { campaigns, connections, workspaces }: SubscriptionParts,
  connectionId: string,
): Promise<void> {
  const connection = await connections.get(connectionId);
  if (!connection) return;
  const { workspaceId, subscriptions = new Set<string>() } = connection;
  await Promise.all(
    [...subscriptions].map((subject) =>
      subject === approvals
        ? workspaces.removeWatcher(workspaceId, connectionId)
        : campaigns.removeListener({ workspaceId, campaignId: subject }, connectionId),
    ),
  );
  await connections.delete(connectionId, connection);
}

/**
 * Forgets a socket that a push to this campaign found gone. Taken off the campaign here too: a socket whose own item has expired, or
 * was forgotten while it subscribed, would be listed for ever.
 */
export async function forgetListener(
  parts: SubscriptionParts,
  reference: CampaignReference,
  connectionId: string,
): Promise<void> {
  await parts.campaigns.removeListener(reference, connectionId);
  await forgetConnection(parts, connectionId);
}

/** The same for one that was told of what waits. */
export async function forgetWatcher(
  parts: SubscriptionParts,
  workspaceId: string,
  connectionId: string,
): Promise<void> {
  await parts.workspaces.removeWatcher(workspaceId, connectionId);
  await forgetConnection(parts, connectionId);
}

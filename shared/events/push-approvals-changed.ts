// Tells who watches a workspace that what waits for people has changed: one frame for each question and each answer, and none for all that
// happens between. It says where, not what: the list is asked for again, and is right whatever frame was lost.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { ApprovalsChanged, NewLiveEvent } from '../contracts/live-events.ts';
import type { Workspaces } from '../data/workspaces.ts';
import { logger } from '../runtime/logger.ts';
import type { LiveSender } from './live-sender.ts';
import { forgetWatcher, type SubscriptionParts } from './subscriptions.ts';

/** Whether a phase begins to wait for a person with this event, or stops waiting. */
export function changesApprovals({ type, data }: NewLiveEvent): boolean {
  if (type === 'phase:approved' || type === 'campaign:status' || type === 'campaign:failed') return true;
  if (type !== 'phase:status') return false;
  const { status, attempt } = data;
  if (status === 'READY') return attempt > 1; // sent back, or tried again
  return status === 'WAITING_VALIDATION' || status === 'FAILED' || status === 'BUDGET_HOLD' || status === 'SKIPPED';
}

export interface ApprovalsChangedParts extends SubscriptionParts {
  readonly workspaces: Pick<Workspaces, 'watchers' | 'addWatcher' | 'removeWatcher'>;
  readonly sender: Pick<LiveSender, 'send'>;
}

/** Reads who watches only where there is something to tell. Never fails: a list that is asked for again now and then misses nothing. */
export async function pushApprovalsChanged(
  parts: ApprovalsChangedParts,
  { workspaceId, campaignId }: CampaignReference,
  events: readonly NewLiveEvent[],
  at: string,
): Promise<void> {
  if (!events.some(changesApprovals)) return;
  const frame = JSON.stringify({ type: 'approvals:changed', campaignId, at } satisfies ApprovalsChanged);
  try {
    const watchers = await parts.workspaces.watchers(workspaceId);
    await Promise.all(
      watchers.map(async (connectionId) => {
        if ((await parts.sender.send(connectionId, frame)) === 'gone')
          await forgetWatcher(parts, workspaceId, connectionId);
      }),
    );
  } catch (error) {
    logger.warn('Watchers could not be told of what waits', { campaignId, error: error as Error });
  }
}

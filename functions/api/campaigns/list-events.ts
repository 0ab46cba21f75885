import type { Campaigns } from '../../../shared/data/campaigns.ts';
import { type ReplayParts, replayEvents } from '../../../shared/events/replay-events.ts';
import { noSuchCampaign } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

/** Replays the live events after a number, with the outputs they announce. */
export const listEvents =
  (parts: ReplayParts & { campaigns: Campaigns }) =>
  async ({ params, query, principal }: Input<'listEvents'>) => {
    const reference = { ...params, workspaceId: principal.workspaceId };
    const campaign = await parts.campaigns.get(reference);
    if (!campaign) throw noSuchCampaign();
    return {
      events: await replayEvents(parts, reference, campaign, query.after, query.limit),
      lastEvent: campaign.lastEvent,
    };
  };

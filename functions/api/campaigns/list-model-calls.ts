import type { Campaigns } from '../../../shared/data/campaigns.ts';
import type { ModelCalls } from '../../../shared/data/model-calls.ts';
import { noSuchCampaign } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

/** Every model call of a campaign with its cost. */
export const listModelCalls =
  ({ campaigns, calls }: { campaigns: Campaigns; calls: ModelCalls }) =>
  async ({ params, principal }: Input<'listModelCalls'>) => {
    const reference = { ...params, workspaceId: principal.workspaceId };
    const [campaign, found] = await Promise.all([campaigns.get(reference), calls.list(reference)]);
    if (!campaign) throw noSuchCampaign();
    return { calls: found };
  };

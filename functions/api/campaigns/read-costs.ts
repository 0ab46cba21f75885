import type { CampaignCosts } from '../../../shared/contracts/campaign-costs.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import type { ModelCalls } from '../../../shared/data/model-calls.ts';
import { campaignCosts } from '../../../shared/domain/costs/campaign-costs.ts';
import { noSuchCampaign } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

/** What a campaign has cost so far, and what for. */
export const readCosts =
  ({ campaigns, calls }: { campaigns: Campaigns; calls: ModelCalls }) =>
  async ({ params, principal }: Input<'readCosts'>): Promise<CampaignCosts> => {
    const reference = { ...params, workspaceId: principal.workspaceId };
    const [campaign, found] = await Promise.all([campaigns.get(reference), calls.list(reference)]);
    if (!campaign) throw noSuchCampaign();
    return campaignCosts(campaign, found);
  };

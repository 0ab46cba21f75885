import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import { noSuchCampaign } from '../runtime/problem-error.ts';
import { type DeleteCampaignDataParts, deleteCampaignData } from './delete-campaign-data.ts';

/** Stops a campaign and deletes what it made. Throws not-found. */
export const deleteCampaign =
  (parts: DeleteCampaignDataParts & { readonly campaigns: Pick<Campaigns, 'get'> }) =>
  async (reference: CampaignReference): Promise<void> => {
    const campaign = await parts.campaigns.get(reference);
    if (!campaign) throw noSuchCampaign();
    await deleteCampaignData(parts)(campaign);
  };

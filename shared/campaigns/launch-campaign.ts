import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Phases } from '../data/phases.ts';
import type { NamedRequest } from '../runtime/ids.ts';
import type { BriefCheck } from './check-brief.ts';
import { refuse, type StartCampaignParts, startCampaign } from './start-campaign.ts';

export interface LaunchCampaignParts extends StartCampaignParts {
  readonly campaigns: Pick<Campaigns, 'get' | 'launch' | 'beginFirstRun' | 'noteUnderWay'>;
  readonly phases: Pick<Phases, 'list'>;
  readonly check: Pick<BriefCheck, 'quota'>;
  readonly clock: () => Date;
}

/**
 * Starts a draft. Safe to repeat: one that was cut off, or whose execution could not start, is started by the next try. Throws not-found,
 * conflict for a campaign that is no draft, unavailable.
 */
export const launchCampaign =
  (parts: LaunchCampaignParts) =>
  async (reference: CampaignReference, named?: NamedRequest): Promise<Campaign> => {
    const draft = await parts.campaigns.get(reference);
    if (named?.isRepetition && draft && draft.run > 0 && draft.status !== 'DRAFT') return draft; // by the try that was cut off
    if (draft?.status === 'DRAFT') await parts.check.quota({ userId: draft.createdBy, workspaceId: draft.workspaceId });
    if (!(await parts.campaigns.beginFirstRun(reference, parts.clock().toISOString())))
      await refuse(parts, reference, 'be launched');
    return startCampaign(parts, reference, await parts.phases.list(reference));
  };

import type { BriefCheck } from '../../../shared/campaigns/check-brief.ts';
import { type EstimateData, estimate } from '../../../shared/campaigns/estimate.ts';
import type { CampaignEstimate } from '../../../shared/contracts/estimate.ts';
import { playbookOf } from '../../../shared/playbook/find-playbook.ts';
import type { Input } from '../../kit/http-function.ts';

interface EstimateParts extends Pick<EstimateData, 'work'> {
  /** Those of the configured providers. */
  readonly models: () => Promise<EstimateData['models']>;
  readonly check: BriefCheck;
  readonly clock: () => Date;
}

/** What was read out of a brief, and what it will probably cost and take. Creates nothing, and refuses what could not be started. */
export const estimateCampaign =
  ({ check, clock, work, models }: EstimateParts) =>
  async ({ body, principal }: Input<'estimateCampaign'>): Promise<CampaignEstimate> => {
    const playbook = playbookOf(body);
    await check.models(body);
    await check.quota(principal);
    const { readBrief } = await import('../../../shared/domain/brief-reading/read-brief.ts'); // 120 KB
    return {
      ...estimate(body, playbook, { work, models: await models() }),
      reading: readBrief(body, clock().toISOString().slice(0, 10)),
    };
  };

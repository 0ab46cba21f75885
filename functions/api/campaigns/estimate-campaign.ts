import type { Estimate } from '../../../shared/contracts/estimate.ts';
import { type EstimateData, estimate } from '../../../shared/domain/estimate.ts';
import type { BriefCheck } from '../../../shared/engine/check-brief.ts';
import { playbookOf } from '../../../shared/engine/find-playbook.ts';
import type { Input } from '../../kit/http-function.ts';

/** What a brief will probably cost and take. Creates nothing, and refuses what could not be started. */
export const estimateCampaign =
  ({ check, ...data }: EstimateData & { readonly check: BriefCheck }) =>
  async ({ body, principal }: Input<'estimateCampaign'>): Promise<Estimate> => {
    const playbook = playbookOf(body);
    check.models(body);
    await check.quota(principal.userId);
    return estimate(body, playbook, data);
  };

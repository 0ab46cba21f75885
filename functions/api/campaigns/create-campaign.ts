import type { Lifecycle } from '../../../shared/campaigns/lifecycle.ts';
import { publicPhase } from '../../../shared/data/phase-records.ts';
import type { Input } from '../../kit/http-function.ts';

/** Creates a campaign from a brief and starts it, unless it is to stay a draft. */
export const createCampaign =
  ({ lifecycle }: { lifecycle: Lifecycle }) =>
  async ({ body: { launch, ...brief }, principal, named }: Input<'createCampaign'>) => {
    const { campaign, phases } = await lifecycle.create(principal, brief, { launch, named });
    return { ...campaign, briefData: brief.briefData, phases: phases.map(publicPhase) };
  };

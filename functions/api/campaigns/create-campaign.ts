import { publicPhase } from '../../../shared/data/phases.ts';
import type { Lifecycle } from '../../../shared/engine/campaign-lifecycle.ts';
import type { Input } from '../../kit/http-function.ts';

/** Creates a campaign from a brief and starts it. */
export const createCampaign =
  ({ lifecycle }: { lifecycle: Lifecycle }) =>
  async ({ body, principal }: Input<'createCampaign'>) => {
    const { campaign, phases } = await lifecycle.create(principal, body);
    return { ...campaign, briefData: body.briefData, phases: phases.map(publicPhase) };
  };

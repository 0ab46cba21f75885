import type { Campaigns } from '../../../shared/data/campaigns.ts';
import { publicPhase } from '../../../shared/data/phase-records.ts';
import type { Phases } from '../../../shared/data/phases.ts';
import { noSuchCampaign } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

/** A campaign with its brief and phases. */
export const getCampaign =
  ({ campaigns, phases }: { campaigns: Campaigns; phases: Phases }) =>
  async ({ params, principal }: Input<'getCampaign'>) => {
    const reference = { ...params, workspaceId: principal.workspaceId };
    const [campaign, brief, records] = await Promise.all([
      campaigns.get(reference),
      campaigns.getBrief(reference),
      phases.list(reference),
    ]);
    if (!campaign || !brief) throw noSuchCampaign();
    return { ...campaign, briefData: brief.briefData, phases: records.map(publicPhase) };
  };

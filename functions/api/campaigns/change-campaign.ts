import type { Lifecycle } from '../../../shared/campaigns/lifecycle.ts';
import type { Campaign } from '../../../shared/contracts/campaign.ts';
import { microUsd, usd } from '../../../shared/contracts/micro-usd.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import { noSuchCampaign, ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

/**
 * Moves the AI budget, renames or changes the brief of a draft, then pauses, resumes or cancels: what is refused leaves what comes
 * after it undone.
 */
export const changeCampaign =
  ({ campaigns, lifecycle, clock }: { campaigns: Campaigns; lifecycle: Lifecycle; clock: () => Date }) =>
  async ({ params, body, principal }: Input<'changeCampaign'>): Promise<Campaign> => {
    const { action, aiBudgetUsd, ...changes } = body;
    const reference = { ...params, workspaceId: principal.workspaceId };
    const before = await campaigns.get(reference);
    if (!before) throw noSuchCampaign();
    const now = clock().toISOString();
    let campaign: Campaign | undefined = before;
    if (aiBudgetUsd !== undefined) {
      campaign = await campaigns.changeCap(reference, microUsd(aiBudgetUsd), now);
      if (!campaign)
        throw new ProblemError(
          'conflict',
          `The cap cannot be below the $${usd(before.committedMicroUsd).toFixed(4)} already committed. Choose a higher one.`,
        );
    }
    const { name, ...ofDraft } = changes;
    if (before.status === 'DRAFT' ? name !== undefined || isGiven(ofDraft) : isGiven(ofDraft))
      campaign = await lifecycle.redraft(campaign, changes);
    else if (name !== undefined) campaign = (await campaigns.rename(reference, name, now)) ?? campaign;
    return action === undefined ? campaign : lifecycle.steer(reference, action);
  };

const isGiven = (changes: object): boolean => Object.values(changes).some((value) => value !== undefined);

// Tells people how far a campaign's cap is used: numbered events like any other, so that sockets, replay and webhooks have them, each once for
// each cap.

import type { WarnOfCost } from '../data/campaign-budget.ts';
import type { Campaigns } from '../data/campaigns.ts';
import { reachedLevels } from '../domain/costs/cost-alerts.ts';
import type { TakeNumbersBy } from './event-numbers.ts';

interface CostAlertParts {
  readonly campaigns: Pick<Campaigns, 'alert'>;
  readonly takeNumbersBy: TakeNumbersBy;
}

/** Announces the levels of the cap that were reached. Of several calls that reach one at once, one announces it. */
export const createCostAlerts =
  ({ campaigns, takeNumbersBy }: CostAlertParts): WarnOfCost =>
  async (reference, { campaign, alerted }, isRefused = false) => {
    const { aiCapMicroUsd } = campaign;
    const levels = reachedLevels({ ...campaign, alerted, isRefused });
    const highest = levels.at(-1);
    if (highest === undefined) return;
    const taken = await takeNumbersBy(reference, levels.length, (now) =>
      campaigns.alert(reference, { from: alerted, to: highest, aiCapMicroUsd, events: levels.length, now }),
    );
    if (!taken) return;
    const { spentMicroUsd, committedMicroUsd } = taken.campaign;
    await taken.deliver(
      levels.map((percent) => ({
        type: 'cost:alert',
        data: { percent, spentMicroUsd, committedMicroUsd, aiCapMicroUsd },
      })),
    );
  };

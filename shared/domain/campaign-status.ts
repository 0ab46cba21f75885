// What may be asked of a campaign in each status. Pure.
import type { CampaignStatus } from '../contracts/campaign.ts';

export type CampaignAction = 'pause' | 'resume' | 'cancel';

const transitions: Record<CampaignAction, { from: readonly CampaignStatus[]; to: CampaignStatus }> = {
  pause: { from: ['RUNNING'], to: 'PAUSED' },
  resume: { from: ['PAUSED'], to: 'RUNNING' },
  cancel: { from: ['DRAFT', 'RUNNING', 'PAUSED'], to: 'CANCELLED' },
};

/** The statuses an action may start from, and the one it leads to. */
export const transitionFor = (action: CampaignAction) => transitions[action];

// What may be asked of a campaign in each status. Pure.
import type { CampaignStatus } from '../../contracts/campaign.ts';

export type CampaignAction = 'pause' | 'resume' | 'cancel';

const transitions: Record<CampaignAction, { from: readonly CampaignStatus[]; to: CampaignStatus }> = {
  pause: { from: ['RUNNING'], to: 'PAUSED' },
  resume: { from: ['PAUSED'], to: 'RUNNING' },
  cancel: { from: ['DRAFT', 'RUNNING', 'PAUSED'], to: 'CANCELLED' },
};

/** What can be done about a campaign in each status, for whoever asked for something else. */
export const whatToDo: Record<CampaignStatus, string> = {
  DRAFT: 'Launch it, change it or delete it.',
  RUNNING: 'Pause it, cancel it, or decide about the phases that wait.',
  PAUSED: 'Resume it or cancel it.',
  COMPLETED: 'Export it, or create another campaign.',
  FAILED: 'Relaunch it, or create another campaign.',
  CANCELLED: 'A cancelled campaign stays as it is: create another one.',
};

/** The statuses an action may start from, and the one it leads to. */
export const transitionFor = (action: CampaignAction) => transitions[action];

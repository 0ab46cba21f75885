import { expect, it } from 'vitest';
import { campaignStatuses } from '../../contracts/campaign.ts';
import { type CampaignAction, transitionFor } from './campaign-status.ts';

it.each<[CampaignAction, string, string[]]>([
  ['pause', 'PAUSED', ['RUNNING']],
  ['resume', 'RUNNING', ['PAUSED']],
  ['cancel', 'CANCELLED', ['DRAFT', 'RUNNING', 'PAUSED']],
])('%s leads to %s, from %j only', (action, to, from) => {
  const transition = transitionFor(action);
  expect(transition.to).toBe(to);
  expect(campaignStatuses.filter((status) => transition.from.includes(status))).toEqual(from);
});

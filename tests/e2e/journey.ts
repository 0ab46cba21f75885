// What every journey begins with: a person, a campaign, and its events. Knows a target and nothing of what runs behind it.
import { inject, onTestFinished } from 'vitest';
import { briefOf, type Follower, follow, registerUser, type Target, type User } from '../support/campaign-driver.ts';

export const target = (): Target => inject('target');

export interface Journey {
  readonly user: User;
  readonly campaignId: string;
  readonly follower: Follower;
  /** Parameters of the calls about the campaign. */
  readonly at: { readonly params: { readonly campaignId: string } };
  /** Parameters of the calls about one of its phases. */
  readonly on: (phaseId: string) => { readonly params: { readonly campaignId: string; readonly phaseId: string } };
}

/** Registers a new person and starts a campaign of theirs. When the test ends it is deleted, whatever became of it. */
export async function launch(changes: Parameters<typeof briefOf>[0]): Promise<Journey> {
  const user = await registerUser(target());
  const { id: campaignId } = await user.client.call('createCampaign', { body: briefOf(changes) });
  const at = { params: { campaignId } };
  const follower = follow(target(), user, campaignId);
  onTestFinished(async () => {
    follower.close();
    const { campaigns } = await user.client.call('listCampaigns');
    for (const { id } of campaigns) await user.client.call('deleteCampaign', { params: { campaignId: id } });
  });
  return { user, campaignId, follower, at, on: (phaseId) => ({ params: { campaignId, phaseId } }) };
}

/** Waits until the phase asks for a decision and approves it as it is. */
export async function approveWhenAsked({ user, follower, on }: Journey, phaseId: string, attempt = 1): Promise<void> {
  await follower.untilPhase(phaseId, 'WAITING_VALIDATION', attempt);
  await user.client.call('approvePhase', on(phaseId));
}

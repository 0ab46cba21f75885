// The moment a draft becomes a running campaign. Whoever comes first makes it one: the request that launched it, or, should that have
// died, the first step of the execution it started.
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { TakeNumbersBy } from '../events/event-numbers.ts';

export interface BeginCampaignParts {
  readonly campaigns: Pick<Campaigns, 'launch'>;
  readonly takeNumbersBy: TakeNumbersBy;
}

/**
 * Answers with the running campaign and says so to whoever listens; undefined when somebody else was faster. What it does first may go on beside
 * its own preparations: should that fail, the draft stays one, and its error is thrown.
 */
export const beginCampaign =
  ({ campaigns, takeNumbersBy }: BeginCampaignParts) =>
  async (reference: CampaignReference, first: () => Promise<void> = async () => {}): Promise<Campaign | undefined> => {
    const doing = first();
    doing.catch(() => {}); // heard below
    const taken = await takeNumbersBy(reference, 1, async (now) => {
      await doing;
      return campaigns.launch(reference, now);
    });
    await taken?.deliver([{ type: 'campaign:status', data: { status: 'RUNNING' } }]);
    return taken?.campaign;
  };

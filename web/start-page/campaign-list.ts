// The campaigns of the person, newest first, each kept up to date by its own events.
import type { ApiClient } from '../../shared/client/api-client.ts';
import { applyLiveEvent } from '../../shared/client/apply-live-event.ts';
import type { LiveClient } from '../../shared/client/live-client.ts';
import { type CampaignDetail, isTerminalCampaign } from '../../shared/contracts/campaign.ts';
import { type CardActions, campaignCard } from './campaign-card.ts';

export interface CampaignListParts {
  readonly client: ApiClient;
  readonly live: LiveClient;
  readonly list: HTMLElement;
  readonly empty: HTMLElement;
  readonly actions: CardActions;
}

/** Shown at once; older ones are for the application that is to come. */
const shownCampaigns = 10;

export function createCampaignList({ client, live, list, empty, actions }: CampaignListParts) {
  const cards = new Map<string, HTMLElement>();

  function show(campaign: CampaignDetail): void {
    const card = campaignCard(campaign, actions);
    const shown = cards.get(campaign.id);
    if (shown) shown.replaceWith(card);
    else list.prepend(card);
    cards.set(campaign.id, card);
    empty.hidden = true;
  }

  /** Shows a campaign and follows it to its end. */
  function add(campaign: CampaignDetail): void {
    let current = campaign;
    show(current);
    if (isTerminalCampaign(current.status)) return;
    live.subscribe(current.id, current.lastEvent, (event) => {
      if (event.type === 'campaign:status' && event.data.refetch) return void refetch();
      current = applyLiveEvent(current, event);
      show(current);
    });
    const refetch = async () => {
      current = await client.call('getCampaign', { params: { campaignId: current.id } });
      show(current);
    };
  }

  return {
    add,
    async load(): Promise<void> {
      const { campaigns } = await client.call('listCampaigns', { query: { limit: shownCampaigns } });
      empty.hidden = campaigns.length > 0;
      const details = await Promise.all(
        campaigns.map(({ id }) => client.call('getCampaign', { params: { campaignId: id } })),
      );
      for (const campaign of details.reverse()) add(campaign);
    },
  };
}

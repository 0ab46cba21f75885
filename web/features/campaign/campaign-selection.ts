import type { DetailTab } from './phase-detail.tsx';

export const campaignViews = ['graph', 'timeline', 'log'] as const;

/** What of the page is in its address. */
export interface CampaignSelection {
  readonly phase?: string | undefined;
  readonly view: (typeof campaignViews)[number];
  readonly tab: DetailTab;
}

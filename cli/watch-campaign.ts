import { applyLiveEvent } from '../shared/client/apply-live-event.ts';
import { createLiveClient } from '../shared/client/live-client.ts';
import type { CampaignDetail } from '../shared/contracts/campaign.ts';
import type { LiveEvent, PhaseProgress } from '../shared/contracts/live-events.ts';
import type { Session } from './session.ts';

export interface WatchSettings {
  readonly session: Session;
  readonly liveUrl: string;
  /** The campaign after each change, with the event behind it if there was one. */
  readonly onChange: (campaign: CampaignDetail, event?: LiveEvent) => void;
  /** How far the model of a phase has come. */
  readonly onProgress: (progress: PhaseProgress) => void;
  readonly onConnection: (isLost: boolean) => void;
}

/** The newest known state of a campaign, kept up to date by its events. */
export interface CampaignWatch {
  readonly campaign: CampaignDetail;
  /** Settles at the next change, or when the watch ends. */
  change(): Promise<void>;
  /** Reads the campaign again, for what no event has said yet. */
  refresh(): Promise<void>;
  end(): void;
}

/** Watches from the state given, which must carry its `lastEvent`. */
export const watchCampaign = (
  { session, liveUrl, onChange, onProgress, onConnection }: WatchSettings,
  start: CampaignDetail,
): CampaignWatch => {
  let campaign = start;
  let next = Promise.withResolvers<void>();
  const announce = (event?: LiveEvent) => {
    onChange(campaign, event);
    next.resolve();
    next = Promise.withResolvers();
  };
  const live = createLiveClient({
    url: liveUrl,
    token: session.token,
    onStateChange: (state) => onConnection(state.name === 'waiting' && state.attempt > 1),
  });
  const receive = (event: LiveEvent) => {
    // After a refresh, events may come that it already contained: they are told, not applied.
    if (event.number > campaign.lastEvent) campaign = applyLiveEvent(campaign, event);
    announce(event);
  };
  live.subscribe(start.id, start.lastEvent, receive, onProgress);
  return {
    get campaign() {
      return campaign;
    },
    change: () => next.promise,
    refresh: async () => {
      const fresh = await session.client.call('getCampaign', { params: { campaignId: start.id } });
      if (fresh.lastEvent < campaign.lastEvent) return;
      campaign = fresh;
      announce();
    },
    end: () => {
      live.close();
      next.resolve();
    },
  };
};

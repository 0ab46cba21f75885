// Numbers what happened, keeps it for replay, pushes it to whoever listens and announces it to webhooks. The log is the truth; the
// push is best effort.
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { type LiveEvent, maximumFrameBytes, type NewLiveEvent } from '../contracts/live-events.ts';
import type { CampaignEvents } from '../data/campaign-events.ts';
import type { CampaignCounters, Campaigns, CountedHeader } from '../data/campaigns.ts';
import type { Connections } from '../data/connections.ts';
import { logger } from '../runtime/logger.ts';
import type { AnnounceEvents } from '../webhooks/announce-events.ts';
import type { LiveSender } from './live-sender.ts';
import { forgetListener } from './subscriptions.ts';

export interface Publication {
  readonly events: readonly NewLiveEvent[];
  /** Adds a `cost:updated` event with the campaign's figures of this moment. */
  readonly withCost?: boolean;
  /** Phases that are finished with this publication. */
  readonly finishedPhases?: readonly string[];
}

export interface PublisherParts {
  readonly campaigns: Campaigns;
  readonly events: CampaignEvents;
  readonly connections: Connections;
  readonly sender: LiveSender;
  /** Tells webhooks. Never throws, and nobody waits for their receivers. */
  readonly announce: AnnounceEvents;
  readonly clock: () => Date;
}

export type Publish = (reference: CampaignReference, publication: Publication) => Promise<Campaign | undefined>;

/** Numbers that are taken and events that are still to be delivered under them. */
export interface TakenNumbers {
  /** The header after counting. */
  readonly campaign: Campaign;
  /** Keeps and pushes the events: as many as numbers were taken. */
  deliver(events: readonly NewLiveEvent[]): Promise<void>;
}

/** Takes numbers for the end of a phase, once: undefined when they were taken before, or when the campaign is gone. */
export type TakeNumbersOfEnd = (
  reference: CampaignReference,
  phaseId: string,
  count: number,
) => Promise<TakenNumbers | undefined>;

/** Takes numbers by a write that counts its own events, so that a change and its announcement cannot be told apart. */
export type TakeNumbersBy = (
  reference: CampaignReference,
  count: number,
  write: (now: string) => Promise<CountedHeader | undefined>,
) => Promise<TakenNumbers | undefined>;

/**
 * `publish` numbers events, keeps and pushes them, and answers with the header after counting them; undefined when the campaign
 * is gone. `takeNumbersOfEnd` is its first half: for the step that must not let others go on before its events have their
 * place, but need not make them wait for their delivery.
 */
export function createPublisher({ campaigns, events: log, connections, sender, announce, clock }: PublisherParts): {
  publish: Publish;
  takeNumbersOfEnd: TakeNumbersOfEnd;
  takeNumbersBy: TakeNumbersBy;
} {
  const takeNumbersBy: TakeNumbersBy = async (reference, count, write) => {
    const at = clock().toISOString();
    const counted = await write(at);
    if (!counted) return undefined;
    const { campaign, listeners } = counted;
    const first = campaign.lastEvent - count + 1;
    return {
      campaign,
      async deliver(events) {
        const numbered = events.map(
          (event, index): LiveEvent => ({ ...event, number: first + index, campaignId: reference.campaignId, at }),
        );
        const thin = numbered.map(withoutOutput);
        await Promise.all([
          log.append(reference, thin),
          announce(reference, thin),
          ...listeners.map((connectionId) => push(reference, connectionId, numbered)),
        ]);
      },
    };
  };

  const takeNumbers = (reference: CampaignReference, counters: Omit<CampaignCounters, 'now'>) =>
    takeNumbersBy(reference, counters.events, (now) => campaigns.count(reference, { ...counters, now }));

  const publish: Publish = async (reference, { events, withCost = false, finishedPhases = [] }) => {
    const count = events.length + (withCost ? 1 : 0);
    if (count === 0 && finishedPhases.length === 0) return campaigns.get(reference);
    const taken = await takeNumbers(reference, { events: count, finishedPhases });
    await taken?.deliver(withCost ? [...events, costEvent(taken.campaign)] : events);
    return taken?.campaign;
  };

  /** One frame per event, in order. A socket that cannot be reached will ask for what it missed. */
  async function push(reference: CampaignReference, connectionId: string, batch: readonly LiveEvent[]): Promise<void> {
    try {
      for (const event of batch) {
        if ((await sender.send(connectionId, frameOf(event))) === 'gone')
          return await forgetListener({ campaigns, connections }, reference, connectionId);
      }
    } catch (error) {
      const { campaignId } = reference;
      logger.warn('A live event could not be pushed', { connectionId, campaignId, error: error as Error });
    }
  }

  const takeNumbersOfEnd: TakeNumbersOfEnd = (reference, phaseId, count) =>
    takeNumbers(reference, { events: count, finishedPhases: [phaseId], unlessFinished: phaseId });

  return { publish, takeNumbersOfEnd, takeNumbersBy };
}

export const costEvent = ({ spentMicroUsd, committedMicroUsd }: Campaign): NewLiveEvent => ({
  type: 'cost:updated',
  data: { spentMicroUsd, committedMicroUsd },
});

/** Outputs are stored once, with their phase; replay joins them again. */
export const withoutOutput = (event: LiveEvent): LiveEvent =>
  event.type === 'phase:output'
    ? { ...event, data: { phaseId: event.data.phaseId, attempt: event.data.attempt } }
    : event;

/** The event as a frame; an output too large for a frame is left out, and the client fetches the phase. */
export function frameOf(event: LiveEvent): string {
  const frame = JSON.stringify(event);
  return Buffer.byteLength(frame) <= maximumFrameBytes ? frame : JSON.stringify(withoutOutput(event));
}

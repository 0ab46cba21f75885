// The numbers of events: taken with the write that changes something, used when what happened is told.
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { NewLiveEvent } from '../contracts/live-events.ts';
import type { Settlement } from '../data/campaign-budget.ts';
import type { CountedHeader } from '../data/campaign-headers.ts';
import type { Announcement } from '../webhooks/announce-events.ts';

/** Numbers that are taken and events that are still to be delivered under them. */
export interface TakenNumbers {
  /** The header after counting. */
  readonly campaign: Campaign;
  /** Keeps and pushes the events: as many as numbers were taken. */
  deliver(events: readonly NewLiveEvent[]): Promise<void>;
}

/**
 * Takes numbers for the end of a phase, once: undefined when they were taken before, or when the campaign is gone. Where it is told how many
 * phases were announced as finished before, it completes the campaign in the same write; undefined, too, when they were not so many, or when the
 * campaign is over.
 */
export type TakeNumbersOfEnd = (
  reference: CampaignReference,
  phaseId: string,
  count: number,
  prepared: Announcement | undefined,
  settlements?: readonly Settlement[],
  finishedBefore?: number,
) => Promise<TakenNumbers | undefined>;

/** Takes numbers by a write that counts its own events, so that a change and its announcement cannot be told apart. */
export type TakeNumbersBy = (
  reference: CampaignReference,
  count: number,
  write: (now: string) => Promise<CountedHeader | undefined>,
) => Promise<TakenNumbers | undefined>;

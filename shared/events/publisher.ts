// Numbers what happened, keeps it for replay, pushes it to whoever listens and announces it to webhooks. The log is the truth; the
// push is best effort.
import { type Campaign, isTerminalCampaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { type LiveEvent, maximumFrameBytes, type NewLiveEvent } from '../contracts/live-events.ts';
import type { Settlement, WarnOfCost } from '../data/campaign-budget.ts';
import type { SaidOfPhase } from '../data/campaign-counters.ts';
import type { CampaignEvents } from '../data/campaign-events.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Connections } from '../data/connections.ts';
import { logger } from '../runtime/logger.ts';
import type { Announcement, PrepareAnnouncement } from '../webhooks/announce-events.ts';
import { createCostAlerts } from './cost-alerts.ts';
import type { TakeNumbersBy, TakeNumbersOfEnd, TakenNumbers } from './event-numbers.ts';
import type { LiveSender } from './live-sender.ts';
import { type ApprovalsChangedParts, pushApprovalsChanged } from './push-approvals-changed.ts';
import { forgetListener } from './subscriptions.ts';

export interface Publication {
  readonly events: readonly NewLiveEvent[];
  /** Adds a `cost:updated` event with the campaign's figures of this moment. */
  readonly withCost?: boolean;
  /** Phases that are finished with this publication. */
  readonly finishedPhases?: readonly string[];
  /** Calls whose cost is settled with it; where that reaches a level of the cap, people are told. */
  readonly settlements?: readonly Settlement[];
  /** What was prepared for it by `prepareAnnouncement`, beside what else had to be looked for; else it is prepared here. */
  readonly prepared?: { readonly announcement: Announcement | undefined };
  /** Says it once: nothing is published when the last thing said of the phase by name was this. For steps that can be repeated. */
  readonly once?: SaidOfPhase;
}

export interface PublisherParts {
  readonly campaigns: Campaigns;
  readonly events: CampaignEvents;
  readonly connections: Connections;
  readonly workspaces: ApprovalsChangedParts['workspaces'];
  readonly sender: Pick<LiveSender, 'send'>;
  /** For webhooks; nobody waits for their receivers. */
  readonly prepareAnnouncement: PrepareAnnouncement;
  readonly clock: () => Date;
}

/** Answers with the header after counting; undefined when the campaign is gone, or when it was said before. */
export type Publish = (reference: CampaignReference, publication: Publication) => Promise<Campaign | undefined>;

export interface Publisher {
  /** Numbers events, keeps and pushes them. */
  readonly publish: Publish;
  /** What must be done before numbers are taken; the others do it themselves. For a step that has something to read meanwhile. */
  readonly prepareAnnouncement: PrepareAnnouncement;
  /**
   * The first half of `publish`: for the step that must not let others go on before its events have their place, but need not
   * make them wait for their delivery.
   */
  readonly takeNumbersOfEnd: TakeNumbersOfEnd;
  readonly takeNumbersBy: TakeNumbersBy;
  /** Tells how far the cap is used, where a level of it was reached. */
  readonly warnOfCost: WarnOfCost;
}

export function createPublisher({
  campaigns,
  events: log,
  connections,
  workspaces,
  sender,
  prepareAnnouncement,
  clock,
}: PublisherParts): Publisher {
  async function takePrepared(
    announcement: Announcement | undefined,
    ...[reference, count, write]: Parameters<TakeNumbersBy>
  ): Promise<TakenNumbers | undefined> {
    const at = clock().toISOString();
    const counted = await write(at);
    if (!counted) return undefined;
    const { campaign, listeners, alerted } = counted;
    const first = campaign.lastEvent - count + 1;
    return {
      campaign,
      async deliver(events) {
        const numbered = events.map(
          (event, index): LiveEvent => ({ ...event, number: first + index, campaignId: reference.campaignId, at }),
        );
        const thin = numbered.map(withoutOutput);
        await Promise.all([
          keep(campaign, thin, announcement),
          ...listeners.map((connectionId) => push(reference, connectionId, numbered)),
          pushApprovalsChanged({ campaigns, connections, workspaces, sender }, reference, events, at),
        ]);
        if (alerted !== undefined) await warnOfCost(reference, { campaign, alerted });
      },
    };
  }

  /** Queued before they are stored: an event in the log was queued, or says that it was not. */
  async function keep(
    { id, workspaceId, status }: Campaign,
    events: readonly LiveEvent[],
    announcement: Announcement | undefined,
  ): Promise<void> {
    const reference = { workspaceId, campaignId: id };
    const isUnsent = announcement !== undefined && !(await announcement.send(events));
    await log.append(reference, { events, isUnsent });
    // A campaign is deleted after it has ended: then these events may have come after its log had gone.
    const [first] = events;
    if (first && isTerminalCampaign(status) && !(await campaigns.get(reference)))
      await log.remove(reference, first.number);
  }

  const takeNumbersBy: TakeNumbersBy = async (reference, count, write) =>
    takePrepared(await prepareAnnouncement(reference), reference, count, write);

  const warnOfCost = createCostAlerts({ campaigns, takeNumbersBy });

  const publish: Publish = async (reference, { events, withCost = false, prepared, ...counted }) => {
    const count = events.length + (withCost ? 1 : 0);
    const announcement = prepared ? prepared.announcement : await prepareAnnouncement(reference);
    const taken = await takePrepared(announcement, reference, count, (now) =>
      campaigns.count(reference, { ...counted, events: count, now }),
    );
    await taken?.deliver(withCost ? [...events, costEvent(taken.campaign)] : events);
    return taken?.campaign;
  };

  /** One frame per event, in order. A socket that cannot be reached will ask for what it missed. */
  async function push(reference: CampaignReference, connectionId: string, batch: readonly LiveEvent[]): Promise<void> {
    try {
      for (const event of batch) {
        if ((await sender.send(connectionId, frameOf(event))) === 'gone')
          return await forgetListener({ campaigns, connections, workspaces }, reference, connectionId);
      }
    } catch (error) {
      const { campaignId } = reference;
      logger.warn('A live event could not be pushed', { connectionId, campaignId, error: error as Error });
    }
  }

  const takeNumbersOfEnd: TakeNumbersOfEnd = (reference, phaseId, count, prepared, settlements, finishedBefore) =>
    takePrepared(prepared, reference, count, (now) => {
      const end = { finishedPhases: [phaseId], unlessFinished: phaseId, completesAfter: finishedBefore };
      return campaigns.count(reference, { events: count, ...end, settlements, now });
    });

  return { publish, prepareAnnouncement, takeNumbersOfEnd, takeNumbersBy, warnOfCost };
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

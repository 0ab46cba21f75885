// Events as they were when they happened, from the log. Outputs, which are stored once with their phase, are joined again, and
// numbers that a crash left empty are filled with a call to read the campaign again: a client can rely on there being no gaps.
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { LiveEvent } from '../contracts/live-events.ts';
import type { CampaignEvents } from '../data/campaign-events.ts';
import type { Outputs } from '../data/outputs.ts';
import { lostEvent } from '../domain/campaigns/lost-event.ts';

export interface ReplayParts {
  readonly events: CampaignEvents;
  readonly outputs: Outputs;
  readonly clock: () => Date;
}

/** A step writes its events right after taking their numbers; after this long they will not come any more. */
const lostAfterMilliseconds = 2000;

/** Events with a greater number, oldest first, `limit` at most. Ends before a number whose event may still be written. */
export async function replayEvents(
  parts: ReplayParts,
  reference: CampaignReference,
  campaign: Campaign,
  after: number,
  limit: number,
): Promise<LiveEvent[]> {
  const stored = await parts.events.listAfter(reference, after, limit);
  const found = fillLostNumbers(stored, campaign, after, limit, parts.clock().getTime());
  return Promise.all(found.map((event) => withOutput(parts, reference, event)));
}

function fillLostNumbers(
  stored: readonly LiveEvent[],
  campaign: Campaign,
  after: number,
  limit: number,
  now: number,
): LiveEvent[] {
  const byNumber = new Map(stored.map((event) => [event.number, event]));
  const newest = stored.at(-1)?.number ?? after;
  const last = Math.min(after + limit, Math.max(newest, campaign.lastEvent));
  const result: LiveEvent[] = [];
  for (let number = after + 1; number <= last; number += 1) {
    const event = byNumber.get(number);
    if (!event && now - Date.parse(campaign.updatedAt) < lostAfterMilliseconds) break;
    result.push(event ?? lostEvent(campaign, number, campaign.updatedAt));
  }
  return result;
}

async function withOutput(
  { outputs }: ReplayParts,
  reference: CampaignReference,
  event: LiveEvent,
): Promise<LiveEvent> {
  if (event.type !== 'phase:output') return event;
  const { phaseId, attempt } = event.data;
  return { ...event, data: { phaseId, attempt, output: await outputs.get({ ...reference, phaseId }, attempt) } };
}

// Events as they were when they happened, from the log. Outputs, which are stored once with their phase, are joined again.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { LiveEvent } from '../contracts/live-events.ts';
import type { CampaignEvents } from '../data/campaign-events.ts';
import type { Outputs } from '../data/outputs.ts';

/** Events with a greater number, oldest first, `limit` at most. */
export async function replayEvents(
  { events, outputs }: { events: CampaignEvents; outputs: Outputs },
  reference: CampaignReference,
  after: number,
  limit: number,
): Promise<LiveEvent[]> {
  const found = await events.listAfter(reference, after, limit);
  return Promise.all(
    found.map(async (event): Promise<LiveEvent> => {
      if (event.type !== 'phase:output') return event;
      const { phaseId, attempt } = event.data;
      return { ...event, data: { phaseId, attempt, output: await outputs.get({ ...reference, phaseId }, attempt) } };
    }),
  );
}

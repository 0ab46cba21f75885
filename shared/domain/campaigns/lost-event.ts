// What stands in the place of an event whose number was taken and which never came, because a step died in between.
import type { Campaign } from '../../contracts/campaign.ts';
import type { LiveEvent } from '../../contracts/live-events.ts';

/** A call to read the campaign again, in its status of now. */
export const lostEvent = ({ id, status }: Pick<Campaign, 'id' | 'status'>, number: number, at: string): LiveEvent => ({
  type: 'campaign:status',
  number,
  campaignId: id,
  at,
  data: { status, refetch: true },
});

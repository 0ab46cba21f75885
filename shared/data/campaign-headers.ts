// The header of a campaign as it is stored, and as much of it as each reader asks for. It stays under 1 KB because every phase touches its counters.
import * as z from 'zod';
import { type Campaign, campaignSchema } from '../contracts/campaign.ts';
import { whenUsed } from '../contracts/when-used.ts';
import { ownerOfPersonalWorkspace } from '../domain/accounts/membership.ts';
import { openCallsSchema } from './open-calls.ts';

/**
 * Finished phases are a set, not a number: a step that is repeated after a crash cannot count a phase twice.
 * Unknown attributes (the key) fall away on reading.
 */
const storedHeaderSchema = z.object({
  ...campaignSchema.omit({ finishedPhaseCount: true }).shape,
  /** Headers from before campaigns had an author are of the one person whose workspace it is. */
  createdBy: campaignSchema.shape.createdBy.optional(),
  finishedPhases: z.set(z.string()),
  listeners: z.set(z.string()).optional(),
});
const headerOf = ({
  finishedPhases,
  listeners: _listeners,
  ...header
}: z.infer<typeof storedHeaderSchema>): Campaign => ({
  ...header,
  createdBy: header.createdBy ?? ownerOfPersonalWorkspace(header.workspaceId),
  finishedPhaseCount: finishedPhases.size,
});
export const headerSchema = storedHeaderSchema.transform(headerOf);
/** A header with the sockets that listen to its campaign. */
export const listenedHeaderSchema = storedHeaderSchema.transform((stored) => ({
  campaign: headerOf(stored),
  listeners: [...(stored.listeners ?? [])],
}));
/** How far the webhooks of a campaign have been looked after, and how far they could be. */
export const announcedHeaderSchema = whenUsed(() =>
  z.object({
    ...campaignSchema.pick({ id: true, status: true, createdAt: true, updatedAt: true, lastEvent: true }).shape,
    announced: z.int().default(0),
  }),
);
/** A header with the alert of its cap that was given last, in percent. */
export const alertedHeaderSchema = whenUsed(() =>
  z
    .object({ ...storedHeaderSchema.shape, alerted: z.int().default(0) })
    .transform(({ alerted, ...stored }) => ({ campaign: headerOf(stored), alerted })),
);
/** What a write of counters leaves: who is told of it, and of the cost that came with it. */
export const countedHeaderSchema = whenUsed(() =>
  storedHeaderSchema.extend({ alerted: z.int().default(0) }).transform((stored) => ({
    ...listenedHeaderSchema.parse(stored),
    alerted: stored.alerted,
  })),
);
/** A header with the calls that money is reserved for, the sockets that listen, and the phases that are counted as finished. */
export const headerWithReservationsSchema = whenUsed(() =>
  z.looseObject(storedHeaderSchema.shape).transform((item) => ({
    ...listenedHeaderSchema.parse(item),
    ...alertedHeaderSchema.parse(item),
    reservations: openCallsSchema.parse(item),
    finishedPhases: item.finishedPhases,
  })),
);
const saidPrefix = 'said_';
/** What is said of a phase that waits: attempt, status, and the week where it is a reminder (playbook/steps/request-approval.ts). */
const asksPeople = /^\d+ (WAITING_VALIDATION|FAILED|BUDGET_HOLD)\b/;
/** A header with the phases about which a person was asked last, as far as was said: each may have been decided about since. */
export const askedHeaderSchema = whenUsed(() =>
  z.looseObject(storedHeaderSchema.shape).transform((item) => ({
    campaign: headerSchema.parse(item),
    phaseIds: Object.entries(item).flatMap(([name, said]) =>
      name.startsWith(saidPrefix) && asksPeople.test(String(said)) ? [name.slice(saidPrefix.length)] : [],
    ),
  })),
);
export type AskedCampaign = z.infer<typeof askedHeaderSchema>;

/** A header and the sockets that listen to its campaign, as one write left them; with the alert given last, where calls were settled with it. */
export type CountedHeader = z.infer<typeof listenedHeaderSchema> & Partial<Pick<AlertedHeader, 'alerted'>>;

/** A header and how far its cap was used when people were told of it last, in percent. */
export type AlertedHeader = z.infer<typeof alertedHeaderSchema>;

/** The attribute that holds what was last said of a phase. */
export const saidOf = (phaseId: string): string => `${saidPrefix}${phaseId}`;

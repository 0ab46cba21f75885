// Campaign headers and briefs. The header stays under 1 KB because every phase touches its counters; the brief lies beside it.
import * as z from 'zod';
import { type Brief, briefSchema } from '../contracts/brief.ts';
import { type Campaign, type CampaignStatus, campaignSchema } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { ownerOfPersonalWorkspace } from '../domain/membership.ts';
import { type Key, keys, lists } from './keys.ts';
import { openCall, openCallsSchema } from './open-calls.ts';
import { assignments, type Item, type Page, type Table } from './table.ts';

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
const headerSchema = storedHeaderSchema.transform(headerOf);
/** A header with the sockets that listen to its campaign. */
const listenedHeaderSchema = storedHeaderSchema.transform((stored) => ({
  campaign: headerOf(stored),
  listeners: [...(stored.listeners ?? [])],
}));
/** How far the webhooks of a campaign have been looked after, and how far they could be. */
const announcedHeaderSchema = z.object({
  ...campaignSchema.pick({ id: true, status: true, createdAt: true, updatedAt: true, lastEvent: true }).shape,
  announced: z.int().default(0),
});
/** A header with the alert of its cap that was given last, in percent. */
const alertedHeaderSchema = z
  .object({ ...storedHeaderSchema.shape, alerted: z.int().default(0) })
  .transform(({ alerted, ...stored }) => ({ campaign: headerOf(stored), alerted }));
/** What a write of counters leaves: who is told of it, and of the cost that came with it. */
const countedHeaderSchema = storedHeaderSchema.extend({ alerted: z.int().default(0) }).transform((stored) => ({
  ...listenedHeaderSchema.parse(stored),
  alerted: stored.alerted,
}));
/** A header with the calls that money is reserved for, the sockets that listen, and the phases that are counted as finished. */
const headerWithReservationsSchema = z.looseObject(storedHeaderSchema.shape).transform((item) => ({
  ...listenedHeaderSchema.parse(item),
  ...alertedHeaderSchema.parse(item),
  reservations: openCallsSchema.parse(item),
  finishedPhases: item.finishedPhases,
}));
const saidPrefix = 'said_';
/** What is said of a phase that waits: attempt, status, and the week where it is a reminder (playbook/steps/request-approval.ts). */
const asksPeople = /^\d+ (WAITING_VALIDATION|FAILED|BUDGET_HOLD)\b/;
/** A header with the phases about which a person was asked last, as far as was said: each may have been decided about since. */
const askedHeaderSchema = z.looseObject(storedHeaderSchema.shape).transform((item) => ({
  campaign: headerSchema.parse(item),
  phaseIds: Object.entries(item).flatMap(([name, said]) =>
    name.startsWith(saidPrefix) && asksPeople.test(String(said)) ? [name.slice(saidPrefix.length)] : [],
  ),
}));
export type AskedCampaign = z.infer<typeof askedHeaderSchema>;
/** As text, because DynamoDB's numbers are narrower than JSON's. */
const briefItemSchema = z.object({ brief: z.string() });

/** What a phase has come to, by a name that no other moment of it has, such as an attempt and a status. */
export interface SaidOfPhase {
  readonly phaseId: string;
  readonly name: string;
}

/** What a moment in a campaign's life adds to its counters. */
export interface CampaignCounters {
  readonly events: number;
  readonly finishedPhases?: readonly string[] | undefined;
  /** Counts nothing when this phase was counted as finished before. */
  readonly unlessFinished?: string | undefined;
  /** Counts nothing when the last thing said of the phase was this. */
  readonly once?: SaidOfPhase | undefined;
  /** Calls that are settled with it. */
  readonly settlements?: readonly Settlement[] | undefined;
  readonly now: string;
}

/** A call that has ended: what was reserved for it, and what it cost. */
export interface Settlement {
  readonly callId: string;
  readonly reservedMicroUsd: number;
  readonly costMicroUsd: number;
}

/** What a relaunch changes in the header. */
export interface RelaunchCounters {
  readonly run: number;
  /** Phases that were counted as finished and are not any more. */
  readonly reopenedPhases: readonly string[];
  readonly events: number;
  readonly now: string;
}

/** A header and the sockets that listen to its campaign, as one write left them; with the alert given last, where calls were settled with it. */
export type CountedHeader = z.infer<typeof listenedHeaderSchema> & Partial<Pick<AlertedHeader, 'alerted'>>;

/** A header and how far its cap was used when people were told of it last, in percent. */
export type AlertedHeader = z.infer<typeof alertedHeaderSchema>;

/** Tells people how far the cap is used. `isRefused`: a call was not made, because it could have passed the cap. */
export type WarnOfCost = (reference: CampaignReference, header: AlertedHeader, isRefused?: boolean) => Promise<void>;

/** The attribute that holds what was last said of a phase. */
const saidOf = (phaseId: string): string => `${saidPrefix}${phaseId}`;

export type Campaigns = ReturnType<typeof createCampaigns>;

export function createCampaigns(table: Table) {
  const change = (
    reference: CampaignReference,
    values: Record<string, unknown>,
    condition?: string,
    more: Record<string, unknown> = {},
    moreNames: Record<string, string> = {},
  ) => {
    const set = assignments(values);
    return table.update(
      keys.campaign(reference),
      {
        expression: `SET ${set.clause}`,
        names: { ...set.names, ...moreNames },
        values: { ...set.values, ...more },
        ...(condition ? { condition } : {}),
      },
      headerSchema,
    );
  };

  const settle = (reference: CampaignReference, { callId, reservedMicroUsd, costMicroUsd }: Settlement) =>
    table.update(
      keys.campaign(reference),
      {
        expression: 'REMOVE #call ADD committedMicroUsd :difference, spentMicroUsd :cost',
        condition: 'attribute_exists(#call)',
        names: { '#call': openCall(callId) },
        values: { ':difference': costMicroUsd - reservedMicroUsd, ':cost': costMicroUsd },
      },
      alertedHeaderSchema,
    );

  /** In one write; undefined when it was counted before, or when one of the calls was settled before. */
  function countWith(
    reference: CampaignReference,
    { events, finishedPhases = [], unlessFinished, once, now }: Omit<CampaignCounters, 'settlements'>,
    settlements: readonly Settlement[],
    schema: z.ZodType<CountedHeader>,
  ): Promise<CountedHeader | undefined> {
    // What was said of a phase on its way goes with its end, so that the header stays small.
    const ended = finishedPhases.map((phaseId, index) => [`#ended${index}`, saidOf(phaseId)] as const);
    const calls = settlements.map(({ callId }, index) => [`#call${index}`, openCall(callId)] as const);
    const sum = (of: (settlement: Settlement) => number) => settlements.reduce((total, each) => total + of(each), 0);
    const condition = [
      ...(unlessFinished === undefined ? [] : ['NOT contains(finishedPhases, :phase)']),
      ...(once ? ['NOT #said = :said'] : []), // also true where nothing was said yet
      ...calls.map(([name]) => `attribute_exists(${name})`),
    ].join(' AND ');
    const removed = [...ended, ...calls].map(([name]) => name);
    return table.update(
      keys.campaign(reference),
      {
        expression: [
          `SET updatedAt = :now${once ? ', #said = :said' : ''}`,
          `ADD lastEvent :events${ended.length > 0 ? ', finishedPhases :finished' : ''}`,
          ...(calls.length > 0 ? [', committedMicroUsd :difference, spentMicroUsd :cost'] : []),
          ...(removed.length > 0 ? [`REMOVE ${removed.join(', ')}`] : []),
        ].join(' '),
        names: {
          ...Object.fromEntries([...ended, ...calls]),
          ...(once ? { '#said': saidOf(once.phaseId) } : {}),
        },
        values: {
          ':now': now,
          ':events': events,
          ...(ended.length > 0 ? { ':finished': new Set(finishedPhases) } : {}),
          ...(unlessFinished === undefined ? {} : { ':phase': unlessFinished }),
          ...(once ? { ':said': once.name } : {}),
          ...(calls.length > 0
            ? {
                ':difference': sum(({ costMicroUsd, reservedMicroUsd }) => costMicroUsd - reservedMicroUsd),
                ':cost': sum(({ costMicroUsd }) => costMicroUsd),
              }
            : {}),
        },
        ...(condition ? { condition } : {}),
      },
      schema,
    );
  }

  async function deleteAll(list: Parameters<Table['queryAll']>[0]): Promise<void> {
    const items = await table.queryAll(list, z.object({ pk: z.string(), sk: z.string() }));
    await table.deleteMany(items);
  }

  return {
    /** Access pattern 1. Strongly consistent: pause and resume rely on it (playbook/gates.ts). */
    get: (reference: CampaignReference): Promise<Campaign | undefined> =>
      table.get(keys.campaign(reference), headerSchema),

    /** Access pattern 1 with the reservations of calls that have not been settled (name and micro-dollars) and the sockets that listen. */
    getWithReservations: (reference: CampaignReference) =>
      table.get(keys.campaign(reference), headerWithReservationsSchema),

    /** Access pattern 2. Strongly consistent: the brief is written a moment before the header that makes it findable. */
    async getBrief(reference: CampaignReference): Promise<Brief | undefined> {
      const item = await table.get(keys.brief(reference), briefItemSchema);
      return item && briefSchema.parse(JSON.parse(item.brief));
    },

    /** Access pattern 3: a page of a workspace's campaigns, newest first, after the campaign with the given id. */
    list: (workspaceId: string, limit: number, afterId?: string, consistent = false): Promise<Page<Campaign>> =>
      table.queryPage(
        {
          ...lists.campaigns(workspaceId),
          limit,
          consistent,
          newestFirst: true,
          ...(afterId ? { after: keys.campaign({ workspaceId, campaignId: afterId }).sk } : {}),
        },
        headerSchema,
      ),

    /** Access pattern 33: what waits for people in a workspace, in the order its campaigns were made. */
    async listAsked(workspaceId: string): Promise<AskedCampaign[]> {
      const headers = await table.queryAll(lists.campaigns(workspaceId), askedHeaderSchema);
      return headers.filter(({ phaseIds }) => phaseIds.length > 0);
    },

    putBrief: (reference: CampaignReference, brief: Brief) =>
      table.put(keys.brief(reference), { brief: JSON.stringify(brief) }),

    /** Creates the header. It is written last, so a campaign that can be seen is whole. Answers false when it exists. */
    create: (
      { finishedPhaseCount: _count, ...campaign }: Campaign,
      finishedPhases: readonly string[],
    ): Promise<boolean> =>
      table.put(
        keys.campaign({ workspaceId: campaign.workspaceId, campaignId: campaign.id }),
        { ...campaign, finishedPhases: new Set(finishedPhases) },
        { expression: 'attribute_not_exists(pk)' },
      ),

    /** Moves the status when it is one of `from`; undefined when it is not. */
    changeStatus(
      reference: CampaignReference,
      from: readonly CampaignStatus[],
      to: CampaignStatus,
      now: string,
      finished: boolean,
    ) {
      const allowed = Object.fromEntries(from.map((status, index) => [`:from${index}`, status]));
      return change(
        reference,
        { status: to, updatedAt: now, ...(finished ? { finishedAt: now } : {}) },
        `#status IN (${Object.keys(allowed).join(', ')})`,
        allowed,
      );
    },

    /** Ends a campaign that has not ended yet and counts the events that say so, in one write: they are numbered once. */
    finish: (
      reference: CampaignReference,
      status: 'COMPLETED' | 'FAILED',
      { events, now }: { readonly events: number; readonly now: string },
    ) =>
      table.update(
        keys.campaign(reference),
        {
          expression: 'SET #status = :status, updatedAt = :now, finishedAt = :now ADD lastEvent :events',
          condition: '#status IN (:draft, :running, :paused)',
          names: { '#status': 'status' },
          values: {
            ':status': status,
            ':draft': 'DRAFT',
            ':running': 'RUNNING',
            ':paused': 'PAUSED',
            ':now': now,
            ':events': events,
          },
        },
        listenedHeaderSchema,
      ),

    /**
     * Takes the number of the first run of a draft, before its execution starts: from then on the draft does not change any more.
     * Undefined when it is no draft (any more). Safe to repeat.
     */
    beginFirstRun: (reference: CampaignReference, now: string) =>
      change(reference, { run: 1, updatedAt: now }, '#status = :draft', { ':draft': 'DRAFT' }, { '#status': 'status' }),

    /**
     * Moves a draft whose first run has begun to RUNNING and counts the event that says so, in one write. Undefined when it is no such
     * draft (any more): of all that launch it, and of its own execution, one wins.
     */
    launch: (reference: CampaignReference, now: string) =>
      table.update(
        keys.campaign(reference),
        {
          expression: 'SET #status = :running, updatedAt = :now ADD lastEvent :one',
          condition: '#status = :draft AND #run = :first',
          names: { '#status': 'status', '#run': 'run' },
          values: { ':running': 'RUNNING', ':draft': 'DRAFT', ':first': 1, ':now': now, ':one': 1 },
        },
        listenedHeaderSchema,
      ),

    /**
     * Moves a failed campaign into its next run, takes the reopened phases off the finished ones and counts the events that say so,
     * in one write. Undefined when it is not FAILED in the run before (any more): of two that relaunch, one wins.
     */
    relaunch: (reference: CampaignReference, { run, reopenedPhases, events, now }: RelaunchCounters) =>
      table.update(
        keys.campaign(reference),
        {
          expression: `SET #status = :running, #run = :run, updatedAt = :now REMOVE finishedAt ADD lastEvent :events${reopenedPhases.length > 0 ? ' DELETE finishedPhases :reopened' : ''}`,
          condition: `#status = :failed AND ${run === 2 ? '(attribute_not_exists(#run) OR #run = :before)' : '#run = :before'}`,
          names: { '#status': 'status', '#run': 'run' },
          values: {
            ':running': 'RUNNING',
            ':failed': 'FAILED',
            ':run': run,
            ':before': run - 1,
            ':now': now,
            ':events': events,
            ...(reopenedPhases.length > 0 ? { ':reopened': new Set(reopenedPhases) } : {}),
          },
        },
        listenedHeaderSchema,
      ),

    /** Replaces what a draft says, together or not at all: brief, phases, and the header's part of it. False when it was launched meanwhile. */
    redraft: (
      reference: CampaignReference,
      brief: Brief,
      header: Pick<Campaign, 'name' | 'governanceMode' | 'language' | 'updatedAt'>,
      contents: readonly (Item & Key)[],
    ): Promise<boolean> => {
      const set = assignments({ ...header });
      return table.updateWith(
        keys.campaign(reference),
        {
          expression: `SET ${set.clause}`,
          condition: '#status = :draft AND #run = :none',
          names: { ...set.names, '#status': 'status', '#run': 'run' },
          values: { ...set.values, ':draft': 'DRAFT', ':none': 0 },
        },
        [{ ...keys.brief(reference), brief: JSON.stringify(brief) }, ...contents],
      );
    },

    rename: (reference: CampaignReference, name: string, now: string) => change(reference, { name, updatedAt: now }),

    /** Moves the cap; undefined when that much is committed already. What people are told of the new one begins anew. */
    changeCap: (reference: CampaignReference, aiCapMicroUsd: number, now: string) =>
      table.update(
        keys.campaign(reference),
        {
          expression: 'SET aiCapMicroUsd = :cap, updatedAt = :now REMOVE alerted',
          condition: 'committedMicroUsd <= :cap',
          values: { ':cap': aiCapMicroUsd, ':now': now },
        },
        headerSchema,
      ),

    /**
     * Notes that people are told how far the cap is used, and counts the events that say so, in one write. Undefined when they were told since,
     * or when it is another cap by now: each alert is given once for each cap.
     */
    alert: (
      reference: CampaignReference,
      {
        from,
        to,
        aiCapMicroUsd,
        events,
        now,
      }: Record<'from' | 'to' | 'aiCapMicroUsd' | 'events', number> & { now: string },
    ) =>
      table.update(
        keys.campaign(reference),
        {
          expression: 'SET alerted = :to, updatedAt = :now ADD lastEvent :events',
          condition: `aiCapMicroUsd = :cap AND ${from === 0 ? 'attribute_not_exists(alerted)' : 'alerted = :from'}`,
          values: {
            ':to': to,
            ':cap': aiCapMicroUsd,
            ':events': events,
            ':now': now,
            ...(from === 0 ? {} : { ':from': from }),
          },
        },
        listenedHeaderSchema,
      ),

    /**
     * Access pattern 14. Counts events and finished phases and answers with the header after it: `lastEvent` is the newest number given out.
     * The listeners come from the same write: a socket either is among them or was told a `lastEvent` that includes these. Calls are settled with
     * it, each once however often it is repeated.
     */
    async count(
      reference: CampaignReference,
      { settlements = [], ...counters }: CampaignCounters,
    ): Promise<CountedHeader | undefined> {
      if (settlements.length === 0) return countWith(reference, counters, [], listenedHeaderSchema);
      const counted = await countWith(reference, counters, settlements, countedHeaderSchema);
      if (counted) return counted;
      // One of them was settled before, or it was all said before.
      for (const settlement of settlements) await settle(reference, settlement);
      return countWith(reference, counters, [], countedHeaderSchema);
    },

    /** The header as far as webhooks are concerned: up to `announced`, every event was queued for them. */
    getAnnounced: (reference: CampaignReference) => table.get(keys.campaign(reference), announcedHeaderSchema),

    /** Moves `announced` on; never back. */
    async moveAnnounced(reference: CampaignReference, to: number): Promise<void> {
      await table.update(
        keys.campaign(reference),
        {
          expression: 'SET announced = :to',
          condition: 'attribute_not_exists(announced) OR announced < :to',
          values: { ':to': to },
        },
        announcedHeaderSchema,
      );
    },

    /** Access pattern 1: the sockets that listen at this moment. */
    async getListeners(reference: CampaignReference): Promise<readonly string[]> {
      return (await table.get(keys.campaign(reference), listenedHeaderSchema))?.listeners ?? [];
    },

    /** Adds a socket to the listeners; undefined when there is no such campaign. */
    addListener: (reference: CampaignReference, connectionId: string) =>
      table.update(
        keys.campaign(reference),
        { expression: 'ADD listeners :one', values: { ':one': new Set([connectionId]) } },
        headerSchema,
      ),

    removeListener: (reference: CampaignReference, connectionId: string) =>
      table.update(
        keys.campaign(reference),
        { expression: 'DELETE listeners :one', values: { ':one': new Set([connectionId]) } },
        headerSchema,
      ),

    /**
     * Reserves money for a call, under its name. False when it would pass the cap, or when the name has its reservation: check and reservation
     * are one atomic write.
     */
    async reserve(
      reference: CampaignReference,
      campaign: Pick<Campaign, 'aiCapMicroUsd'>,
      callId: string,
      amountMicroUsd: number,
    ): Promise<boolean> {
      const header = await table.update(
        keys.campaign(reference),
        {
          expression: 'SET #call = :amount ADD committedMicroUsd :amount',
          // DynamoDB compares attributes but does not add inside a condition, so the cap is read first and must still be the same.
          condition: 'attribute_not_exists(#call) AND committedMicroUsd <= :room AND aiCapMicroUsd = :cap',
          names: { '#call': openCall(callId) },
          values: {
            ':amount': amountMicroUsd,
            ':room': campaign.aiCapMicroUsd - amountMicroUsd,
            ':cap': campaign.aiCapMicroUsd,
          },
        },
        headerSchema,
      );
      return header !== undefined;
    },

    /** Marks a call that costs money though none was reserved for it, so that it can be settled by its name like any other. */
    async expectCost(reference: CampaignReference, callId: string): Promise<void> {
      await table.update(
        keys.campaign(reference),
        {
          expression: 'SET #call = :nothing',
          names: { '#call': openCall(callId) },
          values: { ':nothing': 0 },
        },
        headerSchema,
      );
    },

    /** Replaces the reservation of a call by its real cost, once however often it is repeated: undefined when that was done before. */
    settle: (
      reference: CampaignReference,
      callId: string,
      reservedMicroUsd: number,
      costMicroUsd: number,
    ): Promise<AlertedHeader | undefined> => settle(reference, { callId, reservedMicroUsd, costMicroUsd }),

    delete: (reference: CampaignReference) => table.delete(keys.campaign(reference)),

    /** Deletes the phases: whoever is at work on one of them finds it gone, and nothing more of it is kept. Safe to repeat. */
    deletePhases: (reference: CampaignReference) => deleteAll(lists.phases(reference)),

    /** Deletes every item in the campaign's own partition. Safe to repeat. */
    deleteContents: (reference: CampaignReference) => deleteAll(lists.everythingOf(reference)),
  };
}

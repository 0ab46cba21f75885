// A campaign's money: reserved for each call under its name, replaced by what the call cost, and the cap above it.
import type { Campaign } from '../contracts/campaign.ts';
import type { CampaignReference } from '../contracts/identifiers.ts';
import { type AlertedHeader, alertedHeaderSchema, headerSchema, listenedHeaderSchema } from './campaign-headers.ts';
import { keys } from './keys.ts';
import { openCall } from './open-calls.ts';
import type { Table } from './table.ts';

/** A call that has ended: what was reserved for it, and what it cost. */
export interface Settlement {
  readonly callId: string;
  readonly reservedMicroUsd: number;
  readonly costMicroUsd: number;
}

/** Tells people how far the cap is used. `isRefused`: a call was not made, because it could have passed the cap. */
export type WarnOfCost = (reference: CampaignReference, header: AlertedHeader, isRefused?: boolean) => Promise<void>;

/** Undefined when it was settled before. */
export const settleCall = (
  table: Table,
  reference: CampaignReference,
  { callId, reservedMicroUsd, costMicroUsd }: Settlement,
) =>
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

export const createCampaignBudget = (table: Table) => ({
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
  ): Promise<AlertedHeader | undefined> => settleCall(table, reference, { callId, reservedMicroUsd, costMicroUsd }),

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
});

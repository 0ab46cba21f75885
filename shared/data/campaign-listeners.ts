// Who is told of a campaign's events: the sockets that listen, and how far its webhooks have been looked after.
import type { CampaignReference } from '../contracts/identifiers.ts';
import { announcedHeaderSchema, headerSchema, listenedHeaderSchema } from './campaign-headers.ts';
import { keys } from './keys.ts';
import type { Table } from './table.ts';

export const createCampaignListeners = (table: Table) => ({
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
});

// Everything that is deleted with an account, in order. A part of the system that keeps something of a person beside the partitions of
// user and workspace (data/keys.ts) adds one line here; a partition of its own is one line there.

import { type DeleteCampaignDataParts, deleteCampaignData } from '../campaigns/delete-campaign-data.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { Connections } from '../data/connections.ts';
import { objectNames } from '../data/object-names.ts';
import type { Partitions } from '../data/partitions.ts';
import type { Member } from '../domain/accounts/membership.ts';
import type { CloseSockets } from '../events/close-sockets.ts';
import type { Deadline } from '../runtime/time-left.ts';
import type { WebhookRemoval } from '../webhooks/delete-webhooks.ts';
import { type KeyRevocationParts, revokeAllApiKeys } from './revoke-api-keys.ts';

/** Deletes one kind of data. Safe to repeat; asks the deadline between pieces of work, so that a large account takes several calls. */
export type DeletionStep = (person: Member, deadline: Deadline) => Promise<void>;

export interface AccountDeletionParts extends DeleteCampaignDataParts {
  readonly webhooks: WebhookRemoval;
  readonly keys: KeyRevocationParts;
  readonly campaigns: DeleteCampaignDataParts['campaigns'] & Pick<Campaigns, 'list'>;
  readonly partitions: Partitions;
  readonly connections: Pick<Connections, 'listOf' | 'delete'>;
  readonly closeSockets: CloseSockets;
}

export type LateDeletionParts = Omit<AccountDeletionParts, 'webhooks' | 'keys' | 'connections' | 'closeSockets'>;

/** The steps, first to last: what runs is stopped first. The account is closed before, and its mark stays. */
export const accountDeletionSteps = (parts: AccountDeletionParts): readonly DeletionStep[] => [
  noteDeletion(parts),
  deleteKeys(parts),
  deleteSockets(parts),
  deleteWebhooks(parts),
  ...lateDeletionSteps(parts),
];

/** Those that delete what somebody who was at work may have written after the account was deleted. */
export const lateDeletionSteps = (parts: LateDeletionParts): readonly DeletionStep[] => [
  deleteCampaigns(parts),
  deleteObjects(parts),
  deleteWorkspace(parts),
  deleteUser(parts),
];

/** Before anything else, so that a sweep finishes what is cut short, and deletes what comes later. */
const noteDeletion =
  ({ deletions }: AccountDeletionParts): DeletionStep =>
  ({ userId, workspaceId }) =>
    deletions.note({ userId, workspaceId });

/** First, so that no system of theirs makes anything anew. */
const deleteKeys =
  ({ keys }: AccountDeletionParts): DeletionStep =>
  async ({ userId }, deadline) => {
    deadline.check();
    await revokeAllApiKeys(keys)(userId);
  };

/** Then, so that nobody hears of the rest. */
const deleteSockets =
  ({ connections, closeSockets }: AccountDeletionParts): DeletionStep =>
  async ({ userId }, deadline) => {
    deadline.check();
    await closeSockets(userId);
    for (const connectionId of await connections.listOf(userId)) await connections.delete(connectionId, { userId });
  };

const deleteWebhooks =
  ({ webhooks }: AccountDeletionParts): DeletionStep =>
  async ({ workspaceId }, deadline) => {
    deadline.check();
    await webhooks.deleteAllOf(workspaceId);
  };

const deleteCampaigns =
  ({ campaigns, ...parts }: LateDeletionParts): DeletionStep =>
  async ({ workspaceId }, deadline) => {
    const remove = deleteCampaignData({ campaigns, ...parts });
    for (;;) {
      // Consistent: a header that is overlooked here would be deleted with the workspace, and its campaign would never be found again.
      const { rows } = await campaigns.list(workspaceId, 20, undefined, true);
      if (rows.length === 0) return;
      for (const campaign of rows) {
        deadline.check();
        await remove(campaign);
      }
    }
  };

const deleteObjects =
  ({ bucket }: Pick<AccountDeletionParts, 'bucket'>): DeletionStep =>
  async ({ workspaceId }, deadline) => {
    deadline.check();
    await bucket.deleteAll(objectNames.workspace(workspaceId));
  };

const deleteWorkspace =
  ({ partitions }: Pick<AccountDeletionParts, 'partitions'>): DeletionStep =>
  ({ workspaceId }, deadline) =>
    partitions.emptyOfWorkspace(workspaceId, deadline.check);

const deleteUser =
  ({ partitions }: Pick<AccountDeletionParts, 'partitions'>): DeletionStep =>
  ({ userId }, deadline) =>
    partitions.emptyOfUser(userId, deadline.check);

// What a person may make of a file, and until when an upload is waited for. Pure.
import type { Asset, AssetStatus } from '../../contracts/asset.ts';

const transitions = {
  uploading: [], // leaves it by being checked
  draft: ['approved', 'rejected', 'archived'],
  approved: ['draft', 'rejected', 'archived'],
  rejected: ['draft', 'approved', 'archived'],
  // What was put away is looked at again before it counts.
  archived: ['draft'],
} as const satisfies Record<AssetStatus, readonly AssetStatus[]>;

/** The statuses a file can be given next. */
export const statusesAfter = (status: AssetStatus): readonly AssetStatus[] => transitions[status];

const uploadHours = 24;

/** When an upload that was begun now is given up. */
export const uploadEnd = (begun: Date): Date => new Date(begun.getTime() + uploadHours * 60 * 60 * 1000);

/** Whether an upload was given up: the table deletes it late, so everyone who reads one asks. */
export const isGivenUp = (asset: Asset, now: Date): boolean =>
  asset.status === 'uploading' && uploadEnd(new Date(asset.createdAt)) <= now;

// Metadata of files, generated and uploaded; their bytes are in the bucket.
import * as z from 'zod';
import {
  type Asset,
  type AssetStatus,
  type GeneratedAsset,
  generatedAssetSchema,
  type UploadedAsset,
  uploadedAssetSchema,
} from '../contracts/asset.ts';
import { whenUsed } from '../contracts/when-used.ts';
import { assignments, type Item } from './expressions.ts';
import { keys, lists } from './keys.ts';
import type { Page, Table } from './table.ts';

// Unknown attributes (the key, the expiry) fall away on reading.
const generatedRecordSchema = whenUsed(() => z.object(generatedAssetSchema.unwrap().shape));
const uploadedRecordSchema = whenUsed(() => z.object(uploadedAssetSchema.unwrap().shape));
const recordSchema: z.ZodType<Asset> = z.union([generatedRecordSchema, uploadedRecordSchema]);
const keySchema = z.object({ pk: z.string(), sk: z.string() });
const boundKeySchema = whenUsed(() => keySchema.extend({ campaignId: uploadedAssetSchema.unwrap().shape.campaignId }));

/** What checking the bytes of an upload finds out. */
export type CheckedContent = Pick<UploadedAsset, 'sha256' | 'widthPixels' | 'heightPixels' | 'durationSeconds'>;

export type Assets = ReturnType<typeof createAssets>;

export function createAssets(table: Table) {
  const change = (workspaceId: string, assetId: string, to: AssetStatus, from?: AssetStatus, more: Item = {}) => {
    const set = assignments({ status: to, ...more });
    return table.update(
      keys.asset(workspaceId, assetId),
      {
        expression: `SET ${set.clause}${from === 'uploading' ? ' REMOVE expiresAt' : ''}`,
        names: set.names,
        values: { ...set.values, ...(from ? { ':from': from } : {}) },
        ...(from ? { condition: '#status = :from' } : {}),
      },
      recordSchema,
    );
  };

  return {
    /** Access pattern 10. */
    get: (workspaceId: string, assetId: string): Promise<Asset | undefined> =>
      table.get(keys.asset(workspaceId, assetId), recordSchema),

    /** Access pattern 10, for an id that an agent's step has derived. */
    getGenerated: (workspaceId: string, assetId: string): Promise<GeneratedAsset | undefined> =>
      table.get(keys.asset(workspaceId, assetId), generatedRecordSchema),

    put: (workspaceId: string, asset: GeneratedAsset) => table.put(keys.asset(workspaceId, asset.id), { ...asset }),

    /** An upload that is expected; without its bytes it is gone when it expires. */
    putExpected: (workspaceId: string, asset: UploadedAsset, expiresAt: Date) =>
      table.put(keys.asset(workspaceId, asset.id), { ...asset, expiresAt: Math.floor(expiresAt.getTime() / 1000) }),

    changeStatus: (workspaceId: string, assetId: string, status: AssetStatus) => change(workspaceId, assetId, status),

    /** Moves the status when it still is the one that was read; undefined when it is not, or when the asset is gone. */
    moveStatus: (workspaceId: string, assetId: string, from: AssetStatus, to: AssetStatus) =>
      change(workspaceId, assetId, to, from),

    /** Makes an expected upload a draft that stays; undefined when somebody else has, or when it is gone. */
    complete: (workspaceId: string, assetId: string, content: CheckedContent) =>
      change(workspaceId, assetId, 'draft', 'uploading', content),

    delete: (workspaceId: string, assetId: string) => table.delete(keys.asset(workspaceId, assetId)),

    /** Access pattern 11: a page of a workspace's assets, or of what may be one campaign's, after the asset with the given id. */
    async list(
      workspaceId: string,
      campaignId: string | undefined,
      limit: number,
      afterId?: string,
    ): Promise<Page<Asset>> {
      const after = afterId ? { after: keys.asset(workspaceId, afterId).sk } : {};
      if (!campaignId) return table.queryPage({ ...lists.assets(workspaceId), limit, ...after }, recordSchema);
      const uploads = (room: number, from: { after?: string }) =>
        table.queryPage({ ...lists.uploads(workspaceId), limit: room, ...from }, recordSchema);
      if (afterId && isUploadId(afterId)) return uploads(limit, after);
      const generated = await table.queryPage(
        { ...lists.assets(workspaceId, campaignId), limit, ...after },
        recordSchema,
      );
      if (generated.lastSortKey !== undefined) return generated;
      // Uploads do not carry their campaign in their id: whoever asks filters by it.
      const following = await uploads(limit, {});
      return { ...following, rows: [...generated.rows, ...following.rows] };
    },

    /** Whether a campaign's list (or, without a campaign, any list) can hold the asset. */
    isListed: (assetId: string, campaignId: string | undefined): boolean =>
      isUploadId(assetId) || assetId.startsWith(lists.assets('', campaignId).prefix),

    /** Deletes what belongs to a campaign: what its agents made and what was uploaded for it. Safe to repeat. */
    async deleteOf(workspaceId: string, campaignId: string): Promise<void> {
      const [generated, uploads] = await Promise.all([
        table.queryAll(lists.assets(workspaceId, campaignId), keySchema),
        table.queryAll(lists.uploads(workspaceId), boundKeySchema),
      ]);
      await table.deleteMany([...generated, ...uploads.filter((upload) => upload.campaignId === campaignId)]);
    },
  };
}

const isUploadId = (assetId: string): boolean => assetId.startsWith(lists.uploads('').prefix);

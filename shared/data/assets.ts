// Metadata of generated files; their bytes are in the bucket.
import * as z from 'zod';
import { type Asset, assetSchema } from '../contracts/asset.ts';
import { keys, lists } from './keys.ts';
import type { Page, Table } from './table.ts';

const recordSchema = z.object(assetSchema.shape);

export type Assets = ReturnType<typeof createAssets>;

export function createAssets(table: Table) {
  return {
    /** Access pattern 10. */
    get: (workspaceId: string, assetId: string): Promise<Asset | undefined> =>
      table.get(keys.asset(workspaceId, assetId), recordSchema),

    put: (workspaceId: string, asset: Asset) => table.put(keys.asset(workspaceId, asset.id), { ...asset }),

    changeStatus: (workspaceId: string, assetId: string, status: Asset['status']) =>
      table.update(
        keys.asset(workspaceId, assetId),
        { expression: 'SET #status = :status', names: { '#status': 'status' }, values: { ':status': status } },
        recordSchema,
      ),

    /** Access pattern 11: a page of a workspace's assets, or of one campaign's, after the asset with the given id. */
    list: (
      workspaceId: string,
      campaignId: string | undefined,
      limit: number,
      afterId?: string,
    ): Promise<Page<Asset>> =>
      table.queryPage(
        {
          ...lists.assets(workspaceId, campaignId),
          limit,
          ...(afterId ? { after: keys.asset(workspaceId, afterId).sk } : {}),
        },
        recordSchema,
      ),

    /** Whether a campaign's list (or, without a campaign, any list) can hold the asset. */
    isListed: (assetId: string, campaignId: string | undefined): boolean =>
      assetId.startsWith(lists.assets('', campaignId).prefix),

    async deleteOf(workspaceId: string, campaignId: string): Promise<void> {
      const items = await table.queryAll(
        lists.assets(workspaceId, campaignId),
        z.object({ pk: z.string(), sk: z.string() }),
      );
      await table.deleteMany(items);
    },
  };
}

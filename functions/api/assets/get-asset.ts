import type { Asset } from '../../../shared/contracts/asset.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

/** The description of a generated file. */
export const getAsset =
  ({ assets }: { assets: Assets }) =>
  async ({ params, principal }: Input<'getAsset' | 'downloadAsset'>): Promise<Asset> => {
    const asset = await assets.get(principal.workspaceId, params.assetId);
    if (!asset) throw new ProblemError('not-found', 'There is no such asset.');
    return asset;
  };

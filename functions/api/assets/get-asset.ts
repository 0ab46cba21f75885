import type { Asset } from '../../../shared/contracts/asset.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import { isGivenUp } from '../../../shared/domain/media/asset-status.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

export interface AssetReader {
  readonly assets: Pick<Assets, 'get'>;
  readonly clock: () => Date;
}
type Addressed = Pick<Input<'getAsset'>, 'params' | 'principal'>;

/** The description of a file. Throws not-found, also for an upload that was given up. */
export const getAsset =
  ({ assets, clock }: AssetReader) =>
  async ({ params, principal }: Addressed): Promise<Asset> => {
    const asset = await assets.get(principal.workspaceId, params.assetId);
    if (!asset || isGivenUp(asset, clock())) throw new ProblemError('not-found', 'There is no such asset.');
    return asset;
  };

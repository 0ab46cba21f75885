import { type Asset, isGenerated } from '../../../shared/contracts/asset.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import { statusesAfter } from '../../../shared/domain/media/asset-status.ts';
import type { Publish } from '../../../shared/events/publisher.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';
import { type AssetReader, getAsset } from './get-asset.ts';

interface Parts extends AssetReader {
  readonly assets: Pick<Assets, 'get' | 'moveStatus'>;
  readonly publish: Publish;
}

/** Gives a file another status and tells who follows its campaign. Of two at once one gets a conflict. */
export const changeAsset =
  ({ publish, ...reader }: Parts) =>
  async (input: Input<'changeAsset'>): Promise<Asset> => {
    const { body, principal } = input;
    const before = await getAsset(reader)(input);
    if (!statusesAfter(before.status).includes(body.status)) throw refusal(before, body.status);
    const { workspaceId } = principal;
    const asset = await reader.assets.moveStatus(workspaceId, before.id, before.status, body.status);
    if (!asset)
      throw new ProblemError('conflict', `Somebody else has just changed or deleted ${before.id}. Read it again.`);
    if (isGenerated(asset))
      await publish(
        { workspaceId, campaignId: asset.campaignId },
        { events: [{ type: 'asset:updated', data: { asset } }] },
      );
    return asset;
  };

function refusal({ id, status }: Asset, wanted: string): ProblemError {
  const next = statusesAfter(status);
  return new ProblemError(
    'conflict',
    next.length > 0
      ? `${id} is ${status} and cannot become ${wanted}, only ${next.join(' or ')}.`
      : `${id} is still being uploaded. Send its bytes, then POST …/uploaded.`,
  );
}

// A stored picture or film as the answer that it once was, for another phase that asks the same: its bytes are copied, so that each campaign
// keeps and deletes its own.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { variantSchema } from '../contracts/variant.ts';
import type { Assets } from '../data/assets.ts';
import type { Bucket } from '../data/bucket.ts';
import { objectNames } from '../data/object-names.ts';
import { purposeOf } from '../domain/costs/call-name.ts';
import { assetFiles } from '../domain/media/asset-files.ts';
import { assetIdOf } from '../domain/media/asset-id.ts';
import type { MediaAnswer } from '../models/model.ts';

export interface ReuseMediaParts {
  readonly assets: Pick<Assets, 'getGenerated'>;
  readonly bucket: Pick<Bucket, 'get'>;
}

/** What the call has made; undefined where it was never stored, was refused by a person or is not there any more. */
export async function reuseMedia(
  { assets, bucket }: ReuseMediaParts,
  reference: CampaignReference,
  { id, phaseId, attempt }: Pick<ModelCall, 'id' | 'phaseId' | 'attempt'>,
): Promise<MediaAnswer | undefined> {
  const variant = variantSchema.safeParse(purposeOf(id).split('-')[1]);
  if (!variant.success) return undefined;
  const assetId = assetIdOf(reference.campaignId, phaseId, attempt, variant.data);
  const asset = await assets.getGenerated(reference.workspaceId, assetId);
  if (!asset || asset.status === 'rejected') return undefined;
  const files = await Promise.all(
    assetFiles(asset).map(async (file) => ({
      file,
      bytes: await bucket.get(objectNames.asset(reference, asset.id, file.fileName)),
    })),
  );
  const [own, ...others] = files;
  if (!own?.bytes) return undefined;
  const formats = others.flatMap(({ bytes }, index) => {
    const format = asset.formats[index];
    return bytes && format ? [{ ...format, bytes }] : [];
  });
  if (formats.length < asset.formats.length) return undefined;
  return {
    ...{ bytes: own.bytes, mediaType: asset.mediaType, formats },
    ...{ widthPixels: asset.widthPixels, heightPixels: asset.heightPixels, durationSeconds: asset.durationSeconds },
    ...(asset.seed === undefined ? {} : { seed: asset.seed }),
    ...{ usage: { inputTokens: 0, outputTokens: 0 }, warnings: [] },
  };
}

import { type Asset, isGenerated, type UploadedAsset } from '../../../shared/contracts/asset.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import type { Bucket } from '../../../shared/data/bucket.ts';
import { objectNames } from '../../../shared/data/object-names.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import { recordMetric } from '../../../shared/runtime/record-metric.ts';
import type { Input } from '../../kit/http-function.ts';
import { ContentRefused, checkContent } from './check-content.ts';
import { type AssetReader, getAsset } from './get-asset.ts';

interface Parts extends AssetReader {
  readonly assets: Pick<Assets, 'get' | 'complete'>;
  readonly bucket: Pick<Bucket, 'get' | 'put' | 'sizeOf' | 'delete'>;
}

/**
 * Checks what arrived and makes it a draft. The bytes that were checked are written to their own place: the link to where they
 * arrived still works, but nothing sent there later is ever read. Safe to repeat at any point.
 */
export const completeUpload =
  ({ bucket, ...reader }: Parts) =>
  async (input: Input<'completeUpload'>): Promise<Asset> => {
    const { workspaceId } = input.principal;
    const asset = await getAsset(reader)(input);
    if (isGenerated(asset))
      throw new ProblemError('conflict', `${asset.id} was made by an agent: it is complete already.`);
    if (asset.status !== 'uploading') return asset;
    const arrival = objectNames.arrival(workspaceId, asset);
    const bytes = await arrived(bucket, arrival, asset);
    // Somebody else may have completed it and cleared the arrival in between.
    if (!bytes) return alreadyCompleted(await getAsset(reader)(input));
    const content = await accepted(bucket, arrival, bytes, asset);
    const name = objectNames.upload(workspaceId, asset);
    await bucket.put({ name, bytes, mediaType: asset.mediaType });
    const completed = await reader.assets.complete(workspaceId, asset.id, content);
    if (completed) {
      await bucket.delete(arrival);
      recordMetric('assets', 1, { kind: completed.kind });
      return completed;
    }
    const now = await reader.assets.get(workspaceId, asset.id);
    if (now) return now;
    await bucket.delete(name); // it was deleted while its bytes were checked
    throw new ProblemError('not-found', 'There is no such asset.');
  };

/** The bytes at the arrival, if any. What is too large to be the announced file is not read. */
async function arrived(
  bucket: Parts['bucket'],
  arrival: string,
  { byteLength }: UploadedAsset,
): Promise<Uint8Array | undefined> {
  const size = await bucket.sizeOf(arrival);
  if (size === undefined) return undefined;
  if (size === byteLength) return bucket.get(arrival);
  await bucket.delete(arrival);
  throw new ProblemError(
    'validation-failed',
    `${size} bytes arrived, but ${byteLength} were announced. Upload it anew.`,
  );
}

function alreadyCompleted(asset: Asset): Asset {
  if (asset.status !== 'uploading') return asset;
  throw new ProblemError('conflict', 'No bytes have arrived yet. PUT them to the link of the upload first.');
}

/** What the check finds out. Bytes that fail it do not stay; the announced file may still be sent. */
async function accepted(bucket: Parts['bucket'], arrival: string, bytes: Uint8Array, { mediaType }: UploadedAsset) {
  try {
    return checkContent(bytes, mediaType);
  } catch (error) {
    if (!(error instanceof ContentRefused)) throw error;
    await bucket.delete(arrival);
    throw new ProblemError('validation-failed', error.message);
  }
}

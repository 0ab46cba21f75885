import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { UploadedAsset } from '../../../shared/contracts/asset.ts';
import { createAssets } from '../../../shared/data/assets.ts';
import { objectNames } from '../../../shared/data/object-names.ts';
import { uploadEnd } from '../../../shared/domain/media/asset-status.ts';
import { gradientPng } from '../../../shared/export/testing/sample-png.ts';
import { startMemoryTable } from '../../../tests/support/memory-table.ts';
import { memoryBucket } from '../../../tests/support/stored-campaign.ts';
import type { Input } from '../../kit/http-function.ts';
import { completeUpload } from './complete-upload.ts';

const workspaceId = 'wsp_test';
const bytes = gradientPng(8, 6, [0, 0, 0], [255, 255, 255]);
const begun = new Date('2026-11-25T10:00:00.000Z');
const asset: UploadedAsset = {
  origin: 'UPLOAD',
  id: 'upl_01JD0000000000000000000000',
  kind: 'image',
  mediaType: 'image/png',
  fileName: 'logo.png',
  byteLength: bytes.byteLength,
  status: 'uploading',
  createdAt: begun.toISOString(),
  aiGenerated: false,
};
const arrival = objectNames.arrival(workspaceId, asset);
const place = objectNames.upload(workspaceId, asset);
const input = {
  params: { assetId: asset.id },
  principal: { userId: 'person', workspaceId },
} as Input<'completeUpload'>;

let memory: Awaited<ReturnType<typeof startMemoryTable>>;
beforeAll(async () => {
  memory = await startMemoryTable();
});
afterAll(() => memory.stop());
beforeEach(() => createAssets(memory.table).delete(workspaceId, asset.id));

/** An upload whose bytes have arrived. */
async function arrived() {
  const [assets, bucket] = [createAssets(memory.table), memoryBucket()];
  await assets.putExpected(workspaceId, asset, uploadEnd(begun));
  await bucket.put({ name: arrival, bytes, mediaType: asset.mediaType });
  return { assets, bucket, clock: () => begun };
}

it('finishes after a crash between the bytes and the status', async () => {
  const parts = await arrived();
  const crashing = { ...parts.assets, complete: () => Promise.reject(new Error('the process died')) };
  await expect(completeUpload({ ...parts, assets: crashing })(input)).rejects.toThrow('the process died');

  const completed = await completeUpload(parts)(input);

  expect(completed).toMatchObject({ status: 'draft', widthPixels: 8, heightPixels: 6 });
  expect([await parts.bucket.sizeOf(place), await parts.bucket.sizeOf(arrival)]).toEqual([bytes.byteLength, undefined]);
});

it('leaves nothing behind when the upload is deleted while its bytes are checked', async () => {
  const parts = await arrived();
  const put: typeof parts.bucket.put = async (object) => {
    await parts.assets.delete(workspaceId, asset.id);
    await parts.bucket.put(object);
  };

  await expect(completeUpload({ ...parts, bucket: { ...parts.bucket, put } })(input)).rejects.toMatchObject({
    code: 'not-found',
  });

  expect(await parts.bucket.sizeOf(place)).toBeUndefined();
});

it('answers with what somebody else completed in between', async () => {
  const parts = await arrived();
  const sizeOf: typeof parts.bucket.sizeOf = async (name) => {
    await completeUpload(parts)(input);
    return parts.bucket.sizeOf(name);
  };

  const completed = await completeUpload({ ...parts, bucket: { ...parts.bucket, sizeOf } })(input);

  expect(completed.status).toBe('draft');
});

it('does not find an upload that was given up, even while it still lies in the table', async () => {
  const parts = await arrived();
  await expect(completeUpload({ ...parts, clock: () => uploadEnd(begun) })(input)).rejects.toMatchObject({
    code: 'not-found',
  });
});

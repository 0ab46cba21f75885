import { lambdas } from '../../shared/contracts/lambdas.ts';
import { assetsRoutes } from '../../shared/contracts/routes/assets-routes.ts';
import { createAssets } from '../../shared/data/assets.ts';
import { createIdempotencyRecords } from '../../shared/data/idempotency.ts';
import { openLazyBucket } from '../../shared/data/lazy-bucket.ts';
import { createUsers } from '../../shared/data/users.ts';
import { wirePublishing } from '../../shared/events/wire-events.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { httpFunction, type Operations } from '../kit/http-function.ts';
import { createLazyPresignedLinks } from '../kit/lazy-presigned-links.ts';
import { changeAsset } from './assets/change-asset.ts';
import { createUpload } from './assets/create-upload.ts';
import { deleteAsset } from './assets/delete-asset.ts';
import { downloadAsset } from './assets/download-asset.ts';
import { getAsset } from './assets/get-asset.ts';
import { listAssets } from './assets/list-assets.ts';

const environment = readEnvironment(lambdas.assets.environment);
const wired = wirePublishing(environment);
const parts = {
  ...wired,
  assets: createAssets(wired.table),
  bucket: openLazyBucket(environment),
  links: createLazyPresignedLinks(environment.BUCKET_NAME, wired.clock),
};

const operations: Operations<'assets'> = {
  listAssets: listAssets(parts),
  getAsset: getAsset(parts),
  downloadAsset: downloadAsset(parts),
  changeAsset: changeAsset(parts),
  deleteAsset: deleteAsset(parts),
  createUpload: createUpload(parts),
  completeUpload: async (input) => (await import('./assets/complete-upload.ts')).completeUpload(parts)(input),
};

export const handler = httpFunction('assets', assetsRoutes, operations, {
  users: createUsers(wired.table),
  idempotency: createIdempotencyRecords(wired.table, wired.clock),
});

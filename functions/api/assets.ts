import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createAssets } from '../../shared/data/assets.ts';
import { createTable } from '../../shared/data/table.ts';
import { createBucketClient } from '../../shared/runtime/clients/bucket-client.ts';
import { createDocumentClient } from '../../shared/runtime/clients/document-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { httpFunction } from '../kit/http-function.ts';
import { downloadAsset } from './assets/download-asset.ts';
import { getAsset } from './assets/get-asset.ts';
import { listAssets } from './assets/list-assets.ts';
import { createLinks } from './links.ts';

const environment = readEnvironment(lambdas.assets.environment);
const parts = {
  assets: createAssets(createTable(createDocumentClient(), environment.TABLE_NAME)),
  links: createLinks(createBucketClient(), environment.BUCKET_NAME, () => new Date()),
};

export const handler = httpFunction('assets', {
  listAssets: listAssets(parts),
  getAsset: getAsset(parts),
  downloadAsset: downloadAsset(parts),
});

import type { UploadedAsset } from '../../../shared/contracts/asset.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import type { Campaigns } from '../../../shared/data/campaigns.ts';
import { objectNames } from '../../../shared/data/object-names.ts';
import { uploadEnd } from '../../../shared/domain/media/asset-status.ts';
import { uploadFileName } from '../../../shared/domain/media/file-name.ts';
import { newUploadId } from '../../../shared/runtime/ids.ts';
import { noSuchCampaign } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';
import type { PresignedLinks } from '../../kit/presigned-links.ts';

interface Parts {
  readonly assets: Pick<Assets, 'putExpected'>;
  readonly campaigns: Pick<Campaigns, 'get'>;
  readonly links: PresignedLinks;
  readonly clock: () => Date;
}

/** Expects a file and answers where to send it. Nothing that is not sent and checked within a day stays. */
export const createUpload =
  ({ assets, campaigns, links, clock }: Parts) =>
  async ({ body, principal, named }: Input<'createUpload'>) => {
    const { workspaceId } = principal;
    const { fileName, mediaType, byteLength, campaignId } = body;
    if (campaignId && !(await campaigns.get({ workspaceId, campaignId }))) throw noSuchCampaign();
    const now = clock();
    const asset: UploadedAsset = {
      origin: 'UPLOAD',
      id: newUploadId(now, named),
      ...(campaignId ? { campaignId } : {}),
      kind: mediaType === 'video/mp4' ? 'video' : 'image',
      mediaType,
      fileName: uploadFileName(fileName, mediaType),
      byteLength,
      status: 'uploading',
      createdAt: now.toISOString(),
      aiGenerated: false,
    };
    await assets.putExpected(workspaceId, asset, uploadEnd(now));
    return { asset, upload: await links.toUpload(objectNames.arrival(workspaceId, asset), mediaType, byteLength) };
  };

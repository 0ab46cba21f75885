import { exportCampaign as makeExport, type StoredExport } from '../../../shared/campaigns/export-campaign.ts';
import type { Input } from '../../kit/http-function.ts';
import type { PresignedLinks } from '../../kit/presigned-links.ts';

type Parts = Parameters<typeof makeExport>[0] & { readonly links: PresignedLinks };

/** Packs what a campaign has finished and answers with a short-lived link to it: the bytes never pass through a function. */
export const exportCampaign =
  ({ links, ...parts }: Parts) =>
  async ({ params, body, principal }: Input<'exportCampaign'>) => {
    const { objectName, ...described }: StoredExport = await makeExport(
      parts,
      { ...params, workspaceId: principal.workspaceId },
      body.mediaBaseUrl,
    );
    return { ...(await links.toDownload(objectName, described.fileName, 'application/zip')), ...described };
  };

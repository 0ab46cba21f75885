// The only place that spells the name of an object in the bucket.
import type { UploadedAsset } from '../contracts/asset.ts';
import type { CampaignReference, PhaseReference } from '../contracts/identifiers.ts';
import { extensionOf } from '../domain/media/file-name.ts';

/** Names of objects in the bucket, under the workspace that owns them. */
export const objectNames = {
  workspace: (workspaceId: string) => `workspaces/${workspaceId}/`,
  campaign: ({ workspaceId, campaignId }: CampaignReference) =>
    `${objectNames.workspace(workspaceId)}campaigns/${campaignId}/`,
  output: (reference: PhaseReference, attempt: number, version = 'agent') =>
    `${objectNames.campaign(reference)}outputs/${reference.phaseId}-${attempt}-${version}.json`,
  /** The text of a model's answer, for whoever asks the same; it goes with its campaign. */
  answer: (reference: CampaignReference, callId: string) => `${objectNames.campaign(reference)}answers/${callId}.txt`,
  invalidAnswer: (reference: PhaseReference, attempt: number) => objectNames.output(reference, attempt, 'invalid'),
  /** Named after its content: an export of the same campaign is the same object. */
  export: (reference: CampaignReference, sha256: string) => `${objectNames.campaign(reference)}exports/${sha256}.zip`,
  asset: (reference: CampaignReference, assetId: string, fileName: string) =>
    `${objectNames.campaign(reference)}assets/${assetId}/${fileName}`,
  /** Of a checked upload: with its campaign, or on its own. Its file name is for people and not part of it. */
  upload: (
    workspaceId: string,
    { id, campaignId, mediaType }: Pick<UploadedAsset, 'id' | 'campaignId' | 'mediaType'>,
  ) =>
    `${campaignId ? objectNames.campaign({ workspaceId, campaignId }) : `workspaces/${workspaceId}/`}uploads/${id}.${extensionOf(mediaType)}`,
  /** Where an upload arrives. Outside of all workspaces: nothing unchecked lies among their files, and one rule clears it away. */
  arrival: (workspaceId: string, { id }: Pick<UploadedAsset, 'id'>) => `uploads/${workspaceId}/${id}`,
  generation: (workspaceId: string, generationId: string, fileName: string) =>
    `workspaces/${workspaceId}/generations/${generationId}/${fileName}`,
};

// The only place that spells the name of an object in the bucket.
import type { CampaignReference, PhaseReference } from '../contracts/identifiers.ts';

/** Names of objects in the bucket, under the workspace that owns them. */
export const objectNames = {
  workspace: (workspaceId: string) => `workspaces/${workspaceId}/`,
  campaign: ({ workspaceId, campaignId }: CampaignReference) =>
    `${objectNames.workspace(workspaceId)}campaigns/${campaignId}/`,
  output: (reference: PhaseReference, attempt: number, version = 'agent') =>
    `${objectNames.campaign(reference)}outputs/${reference.phaseId}-${attempt}-${version}.json`,
  /** Named after its content: an export of the same campaign is the same object. */
  export: (reference: CampaignReference, sha256: string) => `${objectNames.campaign(reference)}exports/${sha256}.zip`,
  asset: (reference: CampaignReference, assetId: string, fileName: string) =>
    `${objectNames.campaign(reference)}assets/${assetId}/${fileName}`,
};

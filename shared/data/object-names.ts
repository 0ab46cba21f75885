// The only place that spells the name of an object in the bucket.
import type { CampaignReference, PhaseReference } from '../contracts/identifiers.ts';

/** Names of objects in the bucket, under the workspace that owns them. */
export const objectNames = {
  campaign: ({ workspaceId, campaignId }: CampaignReference) => `workspaces/${workspaceId}/campaigns/${campaignId}/`,
  output: (reference: PhaseReference, attempt: number, version = 'agent') =>
    `${objectNames.campaign(reference)}outputs/${reference.phaseId}-${attempt}-${version}.json`,
  asset: (reference: CampaignReference, assetId: string, fileName: string) =>
    `${objectNames.campaign(reference)}assets/${assetId}/${fileName}`,
  generation: (workspaceId: string, generationId: string, fileName: string) =>
    `workspaces/${workspaceId}/generations/${generationId}/${fileName}`,
};

// A campaign from brief to end, as people steer it.

import { changeDraft } from './change-draft.ts';
import { type CreateCampaignParts, createCampaign } from './create-campaign.ts';
import { deleteCampaign } from './delete-campaign.ts';
import { launchCampaign } from './launch-campaign.ts';
import { steerCampaign } from './pause-resume-cancel.ts';
import { type RelaunchParts, relaunchCampaign } from './relaunch-campaign.ts';

export type LifecycleParts = CreateCampaignParts & RelaunchParts;

export type Lifecycle = ReturnType<typeof createLifecycle>;

export const createLifecycle = (parts: LifecycleParts) => ({
  create: createCampaign(parts),
  launch: launchCampaign(parts),
  redraft: changeDraft(parts),
  steer: steerCampaign(parts),
  relaunch: relaunchCampaign(parts),
  delete: deleteCampaign(parts),
});

import type { Lifecycle } from '../../../shared/campaigns/lifecycle.ts';
import type { Input } from '../../kit/http-function.ts';

/** Starts a draft. */
export const launchCampaign =
  ({ lifecycle }: { lifecycle: Lifecycle }) =>
  ({ params, principal, named }: Input<'launchCampaign'>) =>
    lifecycle.launch({ ...params, workspaceId: principal.workspaceId }, named);

/** Lets a failed campaign go on from what failed. */
export const relaunchCampaign =
  ({ lifecycle }: { lifecycle: Lifecycle }) =>
  ({ params, principal }: Input<'relaunchCampaign'>) =>
    lifecycle.relaunch({ ...params, workspaceId: principal.workspaceId });

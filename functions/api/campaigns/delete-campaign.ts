import type { Lifecycle } from '../../../shared/campaigns/lifecycle.ts';
import type { Input } from '../../kit/http-function.ts';

/** Stops a campaign and deletes its items and files. */
export const deleteCampaign =
  ({ lifecycle }: { lifecycle: Lifecycle }) =>
  async ({ params, principal }: Input<'deleteCampaign'>) => {
    await lifecycle.delete({ ...params, workspaceId: principal.workspaceId });
    return { success: true as const };
  };

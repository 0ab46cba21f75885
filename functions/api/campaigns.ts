import { createBriefCheck } from '../../shared/campaigns/check-brief.ts';
import { openLazyExecutions } from '../../shared/campaigns/lazy-executions.ts';
import type { Lifecycle } from '../../shared/campaigns/lifecycle.ts';
import { wireCampaign } from '../../shared/campaigns/wire-campaign.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { approvalsRoutes } from '../../shared/contracts/routes/approvals-routes.ts';
import { campaignsRoutes } from '../../shared/contracts/routes/campaigns-routes.ts';
import { createBanditStatistics } from '../../shared/data/bandit-statistics.ts';
import { createIdempotencyRecords } from '../../shared/data/idempotency.ts';
import { createSnoozes } from '../../shared/data/snoozes.ts';
import { createUsers } from '../../shared/data/users.ts';
import type { Decisions } from '../../shared/playbook/decisions.ts';
import { openLazyTaskTokens } from '../../shared/playbook/lazy-task-tokens.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import { httpFunction, type Operations } from '../kit/http-function.ts';
import { changeCampaign } from './campaigns/change-campaign.ts';
import { chooseAsset } from './campaigns/choose-asset.ts';
import { createCampaign } from './campaigns/create-campaign.ts';
import { approvePhase, rejectPhase, retryPhase, skipPhase, writePhase } from './campaigns/decide-phase.ts';
import { deleteCampaign } from './campaigns/delete-campaign.ts';
import { getCampaign } from './campaigns/get-campaign.ts';
import { launchCampaign, relaunchCampaign } from './campaigns/launch-campaign.ts';
import { listApprovals } from './campaigns/list-approvals.ts';
import { listCampaigns } from './campaigns/list-campaigns.ts';
import { listDecisions } from './campaigns/list-decisions.ts';
import { listEvents } from './campaigns/list-events.ts';
import { listModelCalls } from './campaigns/list-model-calls.ts';
import { readCosts } from './campaigns/read-costs.ts';
import { snoozePhase } from './campaigns/snooze-phase.ts';

const environment = readEnvironment(lambdas.campaigns.environment);
const wired = wireCampaign(environment);
const settings = onFirstUse(async () => {
  const { createModelSettings } = await import('../../shared/runtime/model-settings.ts');
  return { read: createModelSettings(environment.MODEL_SETTINGS_SECRET_ID) };
});
const models = async () => {
  const { configuredCards } = await import('../../shared/models/configured-cards.ts');
  return configuredCards(await settings.read(), new Date().toISOString().slice(0, 10));
};
const parts = {
  users: createUsers(wired.table),
  ...wired,
  check: createBriefCheck({ ...wired, models }),
  arms: createBanditStatistics(wired.table),
  executions: openLazyExecutions(environment.STATE_MACHINE_ARN),
  tokens: openLazyTaskTokens(),
  snoozes: createSnoozes(wired.table),
};
/** Most calls read. What changes a campaign is read with the first that does. */
const lifecycle = onFirstUse<Lifecycle>(async () =>
  (await import('../../shared/campaigns/lifecycle.ts')).createLifecycle(parts),
);
const decisions = onFirstUse<Decisions>(async () =>
  (await import('../../shared/playbook/decisions.ts')).createDecisions(parts),
);
const posts = onFirstUse(async () => {
  const [{ listPosts }, { movePost }] = await Promise.all([
    import('./campaigns/list-posts.ts'),
    import('./campaigns/move-post.ts'),
  ]);
  return { listPosts: listPosts(parts), movePost: movePost(parts) };
});
const estimates = onFirstUse(async () => {
  const [{ estimateCampaign }, { getPhase }, { agentWorkload }] = await Promise.all([
    import('./campaigns/estimate-campaign.ts'),
    import('./campaigns/get-phase.ts'),
    import('../../shared/domain/costs/agent-workload.ts'),
  ]);
  const priced = { ...parts, work: agentWorkload, models };
  return { estimateCampaign: estimateCampaign(priced), getPhase: getPhase(priced) };
});

const operations: Operations<'campaigns'> = {
  createCampaign: createCampaign({ lifecycle }),
  estimateCampaign: estimates.estimateCampaign,
  listCampaigns: listCampaigns(parts),
  getCampaign: getCampaign(parts),
  changeCampaign: changeCampaign({ ...parts, lifecycle }),
  launchCampaign: launchCampaign({ lifecycle }),
  relaunchCampaign: relaunchCampaign({ lifecycle }),
  deleteCampaign: deleteCampaign({ lifecycle }),
  readCosts: readCosts(parts),
  getPhase: estimates.getPhase,
  approvePhase: approvePhase({ decisions }),
  rejectPhase: rejectPhase({ decisions }),
  retryPhase: retryPhase({ decisions }),
  skipPhase: skipPhase({ decisions }),
  writePhase: writePhase({ decisions }),
  chooseAsset: chooseAsset({ ...parts, decisions }),
  listApprovals: listApprovals(parts),
  snoozePhase: snoozePhase(parts),
  listDecisions: listDecisions(parts),
  listPosts: posts.listPosts,
  movePost: posts.movePost,
  listEvents: listEvents(parts),
  listModelCalls: listModelCalls(parts),
};

const rows = { ...campaignsRoutes, ...approvalsRoutes };

/** With the shapes of all that agents make. */
const moreRows = async () => {
  const [{ phasesRoutes }, { postsRoutes }] = await Promise.all([
    import('../../shared/contracts/routes/phases-routes.ts'),
    import('../../shared/contracts/routes/posts-routes.ts'),
  ]);
  return { ...phasesRoutes, ...postsRoutes };
};

export const handler = httpFunction(
  'campaigns',
  rows,
  operations,
  {
    users: parts.users,
    idempotency: createIdempotencyRecords(wired.table, wired.clock),
  },
  moreRows,
);

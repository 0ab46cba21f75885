import { createBriefCheck } from '../../shared/campaigns/check-brief.ts';
import { openLazyExecutions } from '../../shared/campaigns/lazy-executions.ts';
import { createLifecycle } from '../../shared/campaigns/lifecycle.ts';
import { wireCampaign } from '../../shared/campaigns/wire-campaign.ts';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { approvalsRoutes } from '../../shared/contracts/routes/approvals-routes.ts';
import { campaignsRoutes } from '../../shared/contracts/routes/campaigns-routes.ts';
import { phasesRoutes } from '../../shared/contracts/routes/phases-routes.ts';
import { postsRoutes } from '../../shared/contracts/routes/posts-routes.ts';
import { createBanditStatistics } from '../../shared/data/bandit-statistics.ts';
import { createIdempotencyRecords } from '../../shared/data/idempotency.ts';
import { createSnoozes } from '../../shared/data/snoozes.ts';
import { createUsers } from '../../shared/data/users.ts';
import { agentWorkload } from '../../shared/domain/costs/agent-workload.ts';
import { configuredCards } from '../../shared/models/configured-cards.ts';
import { createDecisions } from '../../shared/playbook/decisions.ts';
import { openLazyTaskTokens } from '../../shared/playbook/lazy-task-tokens.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { createModelSettings } from '../../shared/runtime/model-settings.ts';
import { httpFunction, type Operations } from '../kit/http-function.ts';
import { changeCampaign } from './campaigns/change-campaign.ts';
import { chooseAsset } from './campaigns/choose-asset.ts';
import { createCampaign } from './campaigns/create-campaign.ts';
import { approvePhase, rejectPhase, retryPhase, skipPhase, writePhase } from './campaigns/decide-phase.ts';
import { deleteCampaign } from './campaigns/delete-campaign.ts';
import { estimateCampaign } from './campaigns/estimate-campaign.ts';
import { getCampaign } from './campaigns/get-campaign.ts';
import { getPhase } from './campaigns/get-phase.ts';
import { launchCampaign, relaunchCampaign } from './campaigns/launch-campaign.ts';
import { listApprovals } from './campaigns/list-approvals.ts';
import { listCampaigns } from './campaigns/list-campaigns.ts';
import { listDecisions } from './campaigns/list-decisions.ts';
import { listEvents } from './campaigns/list-events.ts';
import { listModelCalls } from './campaigns/list-model-calls.ts';
import { listPosts } from './campaigns/list-posts.ts';
import { movePost } from './campaigns/move-post.ts';
import { readCosts } from './campaigns/read-costs.ts';

import { snoozePhase } from './campaigns/snooze-phase.ts';

const environment = readEnvironment(lambdas.campaigns.environment);
const wired = wireCampaign(environment);
const readSettings = createModelSettings(environment.MODEL_SETTINGS_SECRET_ID);
const models = async () => configuredCards(await readSettings(), new Date().toISOString().slice(0, 10));
const parts = {
  users: createUsers(wired.table),
  ...wired,
  check: createBriefCheck({ ...wired, models }),
  arms: createBanditStatistics(wired.table),
  executions: openLazyExecutions(environment.STATE_MACHINE_ARN),
  tokens: openLazyTaskTokens(),
  snoozes: createSnoozes(wired.table),
};
const lifecycle = createLifecycle(parts);
const decisions = createDecisions(parts);

const operations: Operations<'campaigns'> = {
  createCampaign: createCampaign({ lifecycle }),
  estimateCampaign: estimateCampaign({ ...parts, work: agentWorkload, models }),
  listCampaigns: listCampaigns(parts),
  getCampaign: getCampaign(parts),
  changeCampaign: changeCampaign({ ...parts, lifecycle }),
  launchCampaign: launchCampaign({ lifecycle }),
  relaunchCampaign: relaunchCampaign({ lifecycle }),
  deleteCampaign: deleteCampaign({ lifecycle }),
  readCosts: readCosts(parts),
  getPhase: getPhase({ ...parts, work: agentWorkload, models }),
  approvePhase: approvePhase({ decisions }),
  rejectPhase: rejectPhase({ decisions }),
  retryPhase: retryPhase({ decisions }),
  skipPhase: skipPhase({ decisions }),
  writePhase: writePhase({ decisions }),
  chooseAsset: chooseAsset({ ...parts, decisions }),
  listApprovals: listApprovals(parts),
  snoozePhase: snoozePhase(parts),
  listDecisions: listDecisions(parts),
  listPosts: listPosts(parts),
  movePost: movePost(parts),
  listEvents: listEvents(parts),
  listModelCalls: listModelCalls(parts),
};

const rows = { ...campaignsRoutes, ...phasesRoutes, ...approvalsRoutes, ...postsRoutes };

export const handler = httpFunction('campaigns', rows, operations, {
  users: parts.users,
  idempotency: createIdempotencyRecords(wired.table, wired.clock),
});

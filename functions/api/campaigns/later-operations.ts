// What is asked of campaigns less often than a list or one of them: changes, decisions, the approvals that wait, what it cost. Read with the
// first such call.
import { createBriefCheck } from '../../../shared/campaigns/check-brief.ts';
import { openLazyExecutions } from '../../../shared/campaigns/lazy-executions.ts';
import type { Lifecycle } from '../../../shared/campaigns/lifecycle.ts';
import { wireCampaign } from '../../../shared/campaigns/wire-campaign.ts';
import type { Environment } from '../../../shared/contracts/environment.ts';
import type { lambdas } from '../../../shared/contracts/lambdas.ts';
import { createBanditStatistics } from '../../../shared/data/bandit-statistics.ts';
import { createSnoozes } from '../../../shared/data/snoozes.ts';
import type { Table } from '../../../shared/data/table.ts';
import type { Users } from '../../../shared/data/users.ts';
import type { Decisions } from '../../../shared/playbook/decisions.ts';
import { openLazyTaskTokens } from '../../../shared/playbook/lazy-task-tokens.ts';
import { onFirstUse } from '../../../shared/runtime/on-first-use.ts';
import type { Operations } from '../../kit/http-function.ts';
import { changeCampaign } from './change-campaign.ts';
import { chooseVariant } from './choose-variant.ts';
import { createCampaign } from './create-campaign.ts';
import { approvePhase, rejectPhase, retryPhase, skipPhase, writePhase } from './decide-phase.ts';
import { deleteCampaign } from './delete-campaign.ts';
import { launchCampaign, relaunchCampaign } from './launch-campaign.ts';
import { listApprovals } from './list-approvals.ts';
import { listDecisions } from './list-decisions.ts';
import { listEvents } from './list-events.ts';
import { listModelCalls } from './list-model-calls.ts';
import { readCosts } from './read-costs.ts';
import { snoozePhase } from './snooze-phase.ts';

type CampaignsEnvironment = Environment<(typeof lambdas)['campaigns']['environment'][number]>;
export type LaterOperations = Omit<Operations<'campaigns'>, 'listCampaigns' | 'getCampaign'>;

export function laterOperations(environment: CampaignsEnvironment, table: Table, users: Users): LaterOperations {
  const wired = wireCampaign(environment, table);
  const settings = onFirstUse(async () => {
    const { createModelSettings } = await import('../../../shared/runtime/model-settings.ts');
    return { read: createModelSettings(environment.MODEL_SETTINGS_SECRET_ID) };
  });
  const models = async () => {
    const { configuredCards } = await import('../../../shared/models/configured-cards.ts');
    return configuredCards(await settings.read(), new Date().toISOString().slice(0, 10));
  };
  const parts = {
    users,
    ...wired,
    check: createBriefCheck({ ...wired, models }),
    arms: createBanditStatistics(wired.table),
    executions: openLazyExecutions(environment.STATE_MACHINE_ARN),
    tokens: openLazyTaskTokens(),
    snoozes: createSnoozes(wired.table),
  };
  /** Most calls read. What changes a campaign is read with the first that does. */
  const lifecycle = onFirstUse<Lifecycle>(async () =>
    (await import('../../../shared/campaigns/lifecycle.ts')).createLifecycle(parts),
  );
  const decisions = onFirstUse<Decisions>(async () => {
    const [{ createDecisions }, { prepareEnd }] = await Promise.all([
      import('../../../shared/playbook/decisions.ts'),
      import('../../../shared/playbook/steps/complete-phase.ts'),
    ]);
    return createDecisions({ ...parts, prepareEnd: prepareEnd({ ...parts, outputs: parts.inlineOutputs }) });
  });
  const posts = onFirstUse(async () => {
    const [{ listPosts }, { movePost }] = await Promise.all([import('./list-posts.ts'), import('./move-post.ts')]);
    return { listPosts: listPosts(parts), movePost: movePost(parts) };
  });
  const estimates = onFirstUse(async () => {
    const [{ estimateCampaign }, { getPhase }, { agentWorkload }] = await Promise.all([
      import('./estimate-campaign.ts'),
      import('./get-phase.ts'),
      import('../../../shared/domain/costs/agent-workload.ts'),
    ]);
    const priced = { ...parts, work: agentWorkload, models };
    return { estimateCampaign: estimateCampaign(priced), getPhase: getPhase(priced) };
  });

  return {
    createCampaign: createCampaign({ lifecycle }),
    estimateCampaign: estimates.estimateCampaign,
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
    chooseVariant: chooseVariant({ ...parts, decisions }),
    listApprovals: listApprovals(parts),
    snoozePhase: snoozePhase(parts),
    listDecisions: listDecisions(parts),
    listPosts: posts.listPosts,
    movePost: posts.movePost,
    listEvents: listEvents(parts),
    listModelCalls: listModelCalls(parts),
  };
}

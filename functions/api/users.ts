import { lambdas } from '../../shared/contracts/lambdas.ts';
import { usersRoutes } from '../../shared/contracts/routes/users-routes.ts';
import { createCampaigns } from '../../shared/data/campaigns.ts';
import { createModelCalls } from '../../shared/data/model-calls.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createRateWindows } from '../../shared/data/rate-windows.ts';
import { createUsers } from '../../shared/data/users.ts';
import { wireCallQuota } from '../../shared/generation/wire-call-quota.ts';
import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { httpFunction, type Operations } from '../kit/http-function.ts';
import type { AccountDirectory } from './users/account-directory.ts';
import { changeProfile } from './users/change-profile.ts';
import { deleteAccount } from './users/delete-account.ts';
import { getProfile } from './users/get-profile.ts';
import { getQuota } from './users/get-quota.ts';
import { getUsage } from './users/get-usage.ts';
import { listCalls } from './users/list-calls.ts';

const environment = readEnvironment(lambdas.users.environment);
const table = openTable(environment);
const clock = () => new Date();
const users = createUsers(table);
const parts = {
  table,
  clock,
  users,
  campaigns: createCampaigns(table),
  calls: createModelCalls(table),
  ...wireCallQuota(table, clock),
  // Asked for a profile that is not there yet, and when an account is deleted.
  directory: onFirstUse<AccountDirectory>(async () =>
    (await import('./users/open-account-directory.ts')).openAccountDirectory(environment),
  ),
};
/** Few calls delete an account, and what it takes reaches half of AWS. */
const deletionSteps = async () => (await import('./users/wire-deletion.ts')).wireDeletion(environment, parts);

const operations: Operations<'users'> = {
  getProfile: getProfile(parts),
  changeProfile: changeProfile(parts),
  getUsage: getUsage(parts),
  listCalls: listCalls(parts),
  getQuota: getQuota(parts),
  deleteAccount: deleteAccount({ ...parts, deletionSteps }),
};

export const handler = httpFunction('users', usersRoutes, operations, {
  users,
  rateWindows: createRateWindows(table, clock),
  edgeToken: environment.EDGE_TOKEN,
});

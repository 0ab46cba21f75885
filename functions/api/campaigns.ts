import { lambdas } from '../../shared/contracts/lambdas.ts';
import { campaignsRoutes } from '../../shared/contracts/routes/campaigns-routes.ts';
import { createCampaigns } from '../../shared/data/campaigns.ts';
import { createIdempotencyRecords } from '../../shared/data/idempotency.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createPhases } from '../../shared/data/phases.ts';
import { createUsers } from '../../shared/data/users.ts';
import { onFirstUse } from '../../shared/runtime/on-first-use.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { httpFunction } from '../kit/http-function.ts';
import { getCampaign } from './campaigns/get-campaign.ts';
import { listCampaigns } from './campaigns/list-campaigns.ts';

const environment = readEnvironment(lambdas.campaigns.environment);
const table = openTable(environment);
const clock = () => new Date();
const users = createUsers(table);
const parts = { campaigns: createCampaigns(table), phases: createPhases(table), clock };

/** Most calls read a campaign or a list of them. All else is read with the first call that asks for it. */
const operations = onFirstUse(
  async () => (await import('./campaigns/later-operations.ts')).laterOperations(environment, table, users),
  { listCampaigns: listCampaigns(parts), getCampaign: getCampaign(parts) },
);

export const handler = httpFunction(
  'campaigns',
  campaignsRoutes,
  operations,
  { users, idempotency: createIdempotencyRecords(table, clock) },
  [
    async () => (await import('./campaigns/later-rows.ts')).laterRows,
    // With the shapes of all that agents make.
    async () => (await import('./campaigns/phase-rows.ts')).phaseRows,
  ],
);

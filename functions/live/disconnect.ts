import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createCampaigns } from '../../shared/data/campaigns.ts';
import { createConnections } from '../../shared/data/connections.ts';
import { openTable } from '../../shared/data/open-table.ts';
import { createWorkspaces } from '../../shared/data/workspaces.ts';
import { forgetConnection } from '../../shared/events/subscriptions.ts';
import { readEnvironment } from '../../shared/runtime/read-environment.ts';
import { liveFunction } from '../kit/live-function.ts';

const environment = readEnvironment(lambdas['live-disconnect'].environment);
const table = openTable(environment);
const parts = {
  campaigns: createCampaigns(table),
  connections: createConnections(table, () => new Date()),
  workspaces: createWorkspaces(table),
};

export const handler = liveFunction(({ connectionId }) => forgetConnection(parts, connectionId));

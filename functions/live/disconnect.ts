import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createConnections } from '../../shared/data/connections.ts';
import { createTable } from '../../shared/data/table.ts';
import { createDocumentClient } from '../../shared/runtime/clients/document-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { liveFunction } from '../kit/live-function.ts';

const environment = readEnvironment(lambdas['live-disconnect'].environment);
const connections = createConnections(createTable(createDocumentClient(), environment.TABLE_NAME), () => new Date());

export const handler = liveFunction(({ connectionId }) => connections.remove(connectionId));

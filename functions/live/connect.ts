import { z } from 'zod';
import { lambdas } from '../../shared/contracts/lambdas.ts';
import { createConnections } from '../../shared/data/connections.ts';
import { createTable } from '../../shared/data/table.ts';
import { createDocumentClient } from '../../shared/runtime/clients/document-client.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { liveFunction } from '../kit/live-function.ts';

const environment = readEnvironment(lambdas['live-connect'].environment);
const connections = createConnections(createTable(createDocumentClient(), environment.TABLE_NAME), () => new Date());
const ownerSchema = z.object({ userId: z.string().min(1), workspaceId: z.string().min(1) });

/** Remembers whose socket it is, as the authorizer said. */
export const handler = liveFunction(async ({ connectionId, authorizer }) => {
  await connections.add(connectionId, ownerSchema.parse(authorizer));
});

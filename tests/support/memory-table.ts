// The embedded DynamoDB in memory with an empty table of the project's shape: for tests whose truth lies in conditional writes.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { openDynamoDb } from '../../local/dynamodb/dynamodb.ts';
import { createTable } from '../../shared/data/table.ts';
import { createDocumentClient } from '../../shared/runtime/clients/documents/document-client.ts';
import { directRequests } from './direct-requests.ts';

/** Starts it; `stop` ends it. `onUnits` hears of the capacity each operation consumes. */
export async function startMemoryTable(onUnits?: (operation: string, units: number) => void) {
  const database = await openDynamoDb({ tableName: 'campaigns' });
  const documents = createDocumentClient({
    endpoint: 'http://127.0.0.1',
    requestHandler: directRequests(database.service),
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
    signer: { sign: async (request) => request }, // nobody would look at it
  });
  return {
    table: createTable(documents, 'campaigns', onUnits),
    /** The table as a process sees it whose client this is made into. */
    tableOf: (made: (client: DynamoDBDocumentClient) => DynamoDBDocumentClient) =>
      createTable(made(documents), 'campaigns'),
    async stop() {
      database.close();
    },
  };
}

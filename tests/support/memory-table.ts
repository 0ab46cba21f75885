// The embedded DynamoDB in memory with an empty table of the project's shape: for tests whose truth lies in conditional writes.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../local/dynamodb/dynamodb.ts';
import { createTable } from '../../shared/data/table.ts';
import { createDocumentClient } from '../../shared/runtime/clients/documents/document-client.ts';

/** Starts it; `stop` ends it. `onUnits` hears of the capacity each operation consumes. */
export async function startMemoryTable(onUnits?: (operation: string, units: number) => void) {
  const database = await startDynamoDb({ tableName: 'campaigns' });
  const documents = createDocumentClient({
    endpoint: database.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
  });
  return {
    table: createTable(documents, 'campaigns', onUnits),
    /** The table as a process sees it whose client this is made into. */
    tableOf: (made: (client: DynamoDBDocumentClient) => DynamoDBDocumentClient) =>
      createTable(made(documents), 'campaigns'),
    async stop() {
      documents.config.requestHandler.destroy?.();
      await database.stop();
    },
  };
}

// The embedded DynamoDB in memory with an empty table of the project's shape: for tests whose truth lies in conditional writes.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startDynamoDb } from '../../local/dynamodb/dynamodb.ts';
import { createTable } from '../../shared/data/table.ts';

/** Starts it; `stop` ends it. `onUnits` hears of the capacity each operation consumes. */
export async function startMemoryTable(onUnits?: (operation: string, units: number) => void) {
  const database = await startDynamoDb({ tableName: 'campaigns' });
  const client = new DynamoDBClient({
    endpoint: database.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local-secret' },
  });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    table: createTable(documents, 'campaigns', onUnits),
    /** The table as a process sees it whose client this is made into. */
    tableOf: (made: (client: DynamoDBDocumentClient) => DynamoDBDocumentClient) =>
      createTable(made(documents), 'campaigns'),
    async stop() {
      client.destroy();
      await database.stop();
    },
  };
}

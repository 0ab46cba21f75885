// One file per client, so that a bundle carries only the services it uses. Where a client points is decided by the SDK's own
// environment variables (AWS_ENDPOINT_URL…), never here.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A client that speaks plain JavaScript values; undefined attributes are left out. */
export function createDocumentClient(): DynamoDBDocumentClient {
  const client = new DynamoDBClient({});
  // Copies every request and answer for a log that nobody keeps.
  client.middlewareStack.remove('loggerMiddleware');
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

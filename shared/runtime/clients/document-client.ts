// One file per client, so that a bundle carries only the services it uses. Where a client points is decided by the SDK's own
// environment variables (AWS_ENDPOINT_URL…), never here.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** A client that speaks plain JavaScript values; undefined attributes are left out. */
export const createDocumentClient = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });

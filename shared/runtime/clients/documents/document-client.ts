// The client of the table. Where a client points is decided by the SDK's own environment variables (AWS_ENDPOINT_URL…), never here.
import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { NodeSha256 } from './node-sha256.ts';
import { PlainValuesProtocol } from './plain-values-protocol.ts';

/** A client that speaks plain JavaScript values, for the commands of document-commands.ts; undefined attributes are left out. */
export function createDocumentClient(settings: DynamoDBClientConfig = {}): DynamoDBDocumentClient {
  const client = new DynamoDBClient({ ...settings, protocol: PlainValuesProtocol, sha256: NodeSha256 });
  // One copies every request and answer for a log that nobody keeps, the other tells AWS the versions of what sends.
  for (const name of ['loggerMiddleware', 'getUserAgentMiddleware']) client.middlewareStack.remove(name);
  client.config.signer = madeOnce(client.config.signer);
  // For requests with options of their own, which the library converts.
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}

type MakeSigner = DynamoDBClient['config']['signer'];

/** A signer knows credentials by who gives them, and is told region and service: one does for all requests, where an endpoint asks for no other. */
function madeOnce(make: MakeSigner): MakeSigner {
  let usual: ReturnType<MakeSigner> | undefined;
  return (scheme) => {
    if (scheme) return make(scheme);
    usual ??= make().catch((error: unknown) => {
      usual = undefined;
      throw error;
    });
    return usual;
  };
}

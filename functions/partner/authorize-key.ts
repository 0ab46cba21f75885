// Asked by API Gateway about every request of the partner API; nothing is cached, so a revoked key is refused at once.
import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { apiKeySecretSchema } from '../../shared/contracts/api-key.ts';
import { hashOfSecret, type KnownKey, type StoredApiKeys } from '../../shared/data/api-keys.ts';
import { isExpired, isFirstUseOfDay } from '../../shared/domain/accounts/api-key-secret.ts';
import { logger } from '../../shared/runtime/logger.ts';

interface AuthorizerParts {
  readonly apiKeys: Pick<StoredApiKeys, 'find' | 'noteUse'>;
  readonly clock: () => Date;
}
type Question = Pick<APIGatewayRequestAuthorizerEvent, 'methodArn' | 'headers'>;

/**
 * Lets a request in whose X-API-Key is the secret of a valid key, tells the function whose it is, and API Gateway which of its own keys
 * to count it for: that one is registered under the hash.
 */
export const authorizeKey =
  ({ apiKeys, clock }: AuthorizerParts) =>
  async ({ methodArn, headers }: Question): Promise<APIGatewayAuthorizerResult> => {
    const refuse = (reason: string) => {
      logger.info('A key was refused', { reason });
      return { principalId: 'nobody', policyDocument: policy('Deny', methodArn) };
    };
    const secret = apiKeySecretSchema.safeParse(secretIn(headers));
    if (!secret.success) return refuse('malformed');
    const key = await apiKeys.find(hashOfSecret(secret.data));
    if (!key) return refuse('unknown');
    const now = clock();
    if (isExpired(key, now)) return refuse('expired');
    if (isFirstUseOfDay(key, now)) await apiKeys.noteUse(key, now.toISOString());
    return {
      principalId: key.userId,
      policyDocument: policy('Allow', methodArn),
      context: contextOf(key),
      usageIdentifierKey: key.hash,
    };
  };

/** As `partnerContextSchema` of functions/kit reads it. */
const contextOf = ({ userId, workspaceId, keyId, scopes }: KnownKey) => ({
  userId,
  workspaceId,
  apiKeyId: keyId,
  scopes: scopes.join(' '),
});

/** A REST API hands names over as the client wrote them. */
const secretIn = (headers: Question['headers']): string | undefined =>
  Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'x-api-key')?.[1];

const policy = (effect: 'Allow' | 'Deny', resource: string) => ({
  Version: '2012-10-17',
  Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: resource }],
});

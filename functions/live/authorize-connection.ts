import type { APIGatewayAuthorizerResult, APIGatewayRequestAuthorizerEvent } from 'aws-lambda';
import { logger } from '../../shared/runtime/logger.ts';
import type { VerifyToken } from './token-verifier.ts';

const policy = (
  effect: 'Allow' | 'Deny',
  resource: string,
  principalId: string,
  context: Record<string, string> = {},
): APIGatewayAuthorizerResult => ({
  principalId,
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Action: 'execute-api:Invoke', Effect: effect, Resource: resource }],
  },
  context,
});

/** What $connect is told, as `claimsSchema` there reads it: API Gateway hands on text and nothing else. */
const contextOf = ({ sub, iat, jti }: Awaited<ReturnType<VerifyToken>>): Record<string, string> => ({
  userId: sub,
  issuedAt: String(iat),
  tokenId: jti,
});

/** Lets a socket in whose `token` query parameter is a valid access token, and tells the handlers whose it is. */
export const authorizeConnection =
  (verify: VerifyToken) =>
  async (
    event: Pick<APIGatewayRequestAuthorizerEvent, 'methodArn' | 'queryStringParameters'>,
  ): Promise<APIGatewayAuthorizerResult> => {
    try {
      const claims = await verify(event.queryStringParameters?.['token'] ?? '');
      return policy('Allow', event.methodArn, claims.sub, contextOf(claims));
    } catch (error) {
      logger.info('A socket was refused', { reason: error instanceof Error ? error.name : 'unknown' });
      return policy('Deny', event.methodArn, 'nobody');
    }
  };

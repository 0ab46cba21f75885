import type { GatewayRequest } from '../../kit/gateway-request.ts';

/** The access token that the authorizer in front of the function has verified; undefined where an API key was shown instead. */
export const bearerTokenOf = ({ headers }: Pick<GatewayRequest, 'headers'>): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];

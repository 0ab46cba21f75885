// Signs and recognises the tokens of one state directory: a token of another directory is worth nothing here.
import { createPrivateKey, createPublicKey, generateKeyPair, randomUUID, sign } from 'node:crypto';
import { promisify } from 'node:util';
import { JwtVerifier } from 'aws-jwt-verify';
import { accountRules } from '../../shared/contracts/resources.ts';
import type { Collection } from '../state/store.ts';

export const accessTokenSeconds = accountRules.accessTokenHours * 3600;
const refreshTokenSeconds = accountRules.refreshTokenDays * 24 * 3600;

export type Tokens = Awaited<ReturnType<typeof openTokens>>;

/** Opens the signing key of the directory, and makes it at the first start. `issuer` gives what tokens name as theirs. */
export async function openTokens(settings: Collection<string>, clientId: string, issuer: () => string) {
  const key = createPrivateKey(await settings.getOrCreate('signingKey', createKey));
  const { n = '', e = '' } = createPublicKey(key).export({ format: 'jwk' });
  const kid = n.slice(0, 22);
  /** The keys that verify tokens, as `/{poolId}/.well-known/jwks.json` serves them. */
  const jwks = { keys: [{ kty: 'RSA' as const, n, e, kid, alg: 'RS256' as const, use: 'sig' as const }] };
  const verifier = JwtVerifier.create({ issuer: null, audience: null, jwksUri: 'https://keys.invalid' });
  verifier.cacheJwks(jwks);
  const signed = (claims: object, lifeSeconds: number): string => {
    const iat = Math.floor(Date.now() / 1000);
    const payload = { ...claims, iss: issuer(), jti: randomUUID(), iat, exp: iat + lifeSeconds };
    const content = `${encoded({ alg: 'RS256', typ: 'JWT', kid })}.${encoded(payload)}`;
    return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
  };
  return {
    jwks,

    accessToken: (username: string): string =>
      signed(
        { sub: username, username, client_id: clientId, token_use: 'access', scope: 'aws.cognito.signin.user.admin' },
        accessTokenSeconds,
      ),

    refreshToken: (username: string): string => signed({ 'cognito:username': username }, refreshTokenSeconds),

    /** A token's claims when the signature is ours and it has not expired; otherwise undefined. */
    claimsIn(token: string) {
      try {
        return verifier.verifySync(token);
      } catch {
        return undefined;
      }
    },
  };
}

/** RSA, as Cognito signs: API Gateway's JWT authorizer takes nothing else. */
async function createKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

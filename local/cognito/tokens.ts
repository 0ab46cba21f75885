// Signs and recognises the tokens of one state directory: a token of another directory is worth nothing here.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import { promisify } from 'node:util';
import * as z from 'zod';
import { accountRules } from '../../shared/contracts/resources.ts';
import type { Collection } from '../state/store.ts';

/** Times are epoch seconds. */
const claimsSchema = z.looseObject({
  username: z.string().optional(),
  token_use: z.string().optional(),
  exp: z.number(),
  iat: z.number(),
});
export type Claims = z.output<typeof claimsSchema>;

export const accessTokenSeconds = accountRules.accessTokenHours * 3600;
const refreshTokenSeconds = accountRules.refreshTokenDays * 24 * 3600;

export type Tokens = Awaited<ReturnType<typeof openTokens>>;

/** Opens the signing key of the directory, and makes it at the first start. `issuer` gives what tokens name as theirs. */
export async function openTokens(settings: Collection<string>, clientId: string, issuer: () => string) {
  const key = createPrivateKey(await settings.getOrCreate('signingKey', createKey));
  const publicKey = createPublicKey(key);
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = String(jwk.n).slice(0, 22);
  const signed = (claims: object, lifeSeconds: number): string => {
    const iat = Math.floor(Date.now() / 1000);
    const payload = { ...claims, iss: issuer(), jti: randomUUID(), iat, exp: iat + lifeSeconds };
    const content = `${encoded({ alg: 'RS256', typ: 'JWT', kid })}.${encoded(payload)}`;
    return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
  };
  return {
    /** The keys that verify tokens, as `/{poolId}/.well-known/jwks.json` serves them. */
    jwks: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] },

    accessToken: (username: string): string =>
      signed(
        { sub: username, username, client_id: clientId, token_use: 'access', scope: 'aws.cognito.signin.user.admin' },
        accessTokenSeconds,
      ),

    refreshToken: (username: string): string => signed({ 'cognito:username': username }, refreshTokenSeconds),

    /** A token's claims when the signature is ours and it has not expired; otherwise undefined. */
    claimsIn: (token = ''): Claims | undefined => claimsIn(publicKey, token),
  };
}

/** RSA, as Cognito signs: API Gateway's JWT authorizer takes nothing else. */
async function createKey(): Promise<string> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return String(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function claimsIn(publicKey: KeyObject, token: string): Claims | undefined {
  const [header, payload, signature, ...rest] = token.split('.');
  if (!header || !payload || !signature || rest.length > 0) return undefined;
  const content = Buffer.from(`${header}.${payload}`);
  if (!verify('RSA-SHA256', content, publicKey, Buffer.from(signature, 'base64url'))) return undefined;
  const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return claims.success && claims.data.exp > Date.now() / 1000 ? claims.data : undefined;
}

import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, sign, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TokenGenerator } from 'cognito-local/lib/services/tokenGenerator.js';
import * as z from 'zod';
import { CorruptStateError } from '../state/corrupt-state-error.ts';
import { isFileError } from '../state/read-json-file.ts';
import { writeFileAtomically } from '../state/write-file-atomically.ts';

const claimsSchema = z.looseObject({
  sub: z.string().optional(),
  username: z.string().optional(),
  client_id: z.string().optional(),
  token_use: z.string().optional(),
  iss: z.string(),
  exp: z.number(),
  iat: z.number(),
});

/** What a token of this platform says. Times are epoch seconds. */
export type TokenClaims = z.output<typeof claimsSchema>;

/** Signs and recognises the tokens of one state directory. */
export interface TokenSigning {
  /** The keys that verify tokens, as `/{poolId}/.well-known/jwks.json` serves them. */
  readonly jwks: object;
  /** Gives a token's claims when the signature is ours and it has not expired; otherwise undefined. */
  claimsIn(token: unknown, nowSeconds: number): TokenClaims | undefined;
  /** The same generator with our signature in place of the library's, whose private key everybody can read in its package. */
  resigning(generator: TokenGenerator): TokenGenerator;
}

/**
 * Opens the signing key of the directory, and makes it at the first start: a token of another directory, or one signed with the key that
 * the library comes with, is worth nothing here. Throws CorruptStateError.
 */
export const openTokenSigning = async (directory: string): Promise<TokenSigning> => {
  const key = await readOrCreateKey(join(directory, 'signing-key.pem'), directory);
  const publicKey = createPublicKey(key);
  const jwk = publicKey.export({ format: 'jwk' });
  const kid = Buffer.from(String(jwk.n)).subarray(0, 22).toString();
  const header = encoded({ alg: 'RS256', typ: 'JWT', kid });
  const resigned = (token: string): string => {
    const content = `${header}.${token.split('.')[1]}`;
    return `${content}.${sign('RSA-SHA256', Buffer.from(content), key).toString('base64url')}`;
  };
  return {
    jwks: { keys: [{ ...jwk, kid, alg: 'RS256', use: 'sig' }] },
    claimsIn: (token, nowSeconds) => claimsIn(publicKey, token, nowSeconds),
    resigning: (generator) => ({
      generate: async (...input) => {
        const { AccessToken, IdToken, RefreshToken } = await generator.generate(...input);
        return {
          AccessToken: resigned(AccessToken),
          IdToken: resigned(IdToken),
          RefreshToken: resigned(RefreshToken),
        };
      },
    }),
  };
};

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const claimsIn = (publicKey: KeyObject, token: unknown, nowSeconds: number): TokenClaims | undefined => {
  const [header, payload, signature, ...rest] = typeof token === 'string' ? token.split('.') : [];
  if (!header || !payload || !signature || rest.length > 0) return undefined;
  const content = Buffer.from(`${header}.${payload}`);
  if (!verify('RSA-SHA256', content, publicKey, Buffer.from(signature, 'base64url'))) return undefined;
  const claims = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  return claims.success && claims.data.exp > nowSeconds ? claims.data : undefined;
};

const readOrCreateKey = async (path: string, directory: string): Promise<KeyObject> => {
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (kept !== undefined) return readKey(kept, path, directory);
  // RSA, as Cognito signs: API Gateway's JWT authorizer takes nothing else.
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  await writeFileAtomically(path, String(privateKey.export({ type: 'pkcs8', format: 'pem' })));
  return privateKey;
};

const readKey = (text: string, path: string, directory: string): KeyObject => {
  try {
    return createPrivateKey(text);
  } catch (cause) {
    throw new CorruptStateError(path, 'it is not a private key', { directory, cause });
  }
};

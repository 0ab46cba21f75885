import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenVerifier, type VerifyToken } from './token-verifier.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const server = createServer((_request, response) => {
  response.end(JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'ours', alg: 'RS256' }] }));
});
let issuer = '';
let verify: VerifyToken;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pool`;
  verify = createTokenVerifier({ TOKEN_ISSUER: issuer, TOKEN_JWKS_URI: issuer, USER_POOL_CLIENT_ID: 'client' });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const now = Math.floor(Date.now() / 1000);
/** A token of ours, but for the changes; an undefined claim is left out. */
const token = (changes: object = {}): string => {
  const claims = {
    iss: issuer,
    sub: 'ann',
    token_use: 'access',
    client_id: 'client',
    jti: 'token',
    iat: now,
    exp: now + 3600,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', kid: 'ours' })}.${part({ ...claims, ...changes })}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`;
};

describe('the verifier of access tokens', () => {
  it('answers with the claims of a token of ours', async () => {
    expect(await verify(token())).toMatchObject({ sub: 'ann', iat: now, jti: 'token' });
  });

  it.each([
    ['without an end', { exp: undefined }],
    ['whose end is no number', { exp: 'never' }],
    ['that has ended', { exp: now - 1 }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['of another client', { client_id: 'another' }],
    ['for identification', { token_use: 'id' }],
    ['without a subject', { sub: undefined }],
    ['without a name of its own', { jti: undefined }],
    ['that does not say when it was given', { iat: undefined }],
  ])('refuses a token %s', async (_what, changes) => {
    await expect(verify(token(changes))).rejects.toThrow();
  });
});

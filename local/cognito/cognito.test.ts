import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminConfirmSignUpCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type AuthenticationResultType,
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  DeleteUserCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { JwtVerifier } from 'aws-jwt-verify';
import { afterEach, expect, test, vi } from 'vitest';
import { serveCognito } from '../testing/serve.ts';
import { serveInOwnProcess } from '../testing/serve-in-own-process.ts';
import type { UserPool } from './user-pool.ts';

const cleanups: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const directoryForTest = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'cognito-'));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

const connect = (endpoint: string) => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new CognitoIdentityProviderClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  cleanups.push(() => client.destroy());
  return client;
};

const start = async (settings: { directory?: string; port?: number } = {}) => {
  const codes: string[] = [];
  const errors: unknown[] = [];
  const { pool, ...service } = await serveCognito({
    directory: settings.directory ?? (await directoryForTest()),
    ...(settings.port ? { port: settings.port } : {}),
    requireEmailConfirmation: true,
    onCode: ({ code }) => codes.push(code),
    onError: (error) => errors.push(error),
  });
  cleanups.push(async () => {
    await service.stop();
    expect(errors).toEqual([]);
  });
  return { ...service, codes, client: connect(service.endpoint), ...proving(pool) };
};

/** What requests say to be taken for those of the functions. */
const proving = ({ userPoolId, clientId, clientSecret }: UserPool) => {
  const hash = (name: string) => createHmac('sha256', clientSecret).update(`${name}${clientId}`).digest('base64');
  return {
    UserPoolId: userPoolId,
    ClientId: clientId,
    ClientSecret: clientSecret,
    hash,
    proof: (name = Username) => ({ ClientId: clientId, Username: name, SecretHash: hash(name) }),
  };
};
type Proving = ReturnType<typeof proving> & { client: CognitoIdentityProviderClient };

const Username = 'ada@example.com';
const Password = 'password123';

const signUp = ({ client, proof }: Proving, name = Username) =>
  client.send(new SignUpCommand({ ...proof(name), Password, UserAttributes: [{ Name: 'email', Value: name }] }));

const signIn = ({ client, ClientId, hash }: Proving, name = Username, password = Password) => {
  const AuthParameters = { USERNAME: name, PASSWORD: password, SECRET_HASH: hash(name) };
  return client.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }));
};

/** The proof of a refresh token is for the id of its user, which the access token beside it tells. */
const refresh = ({ client, ClientId, hash }: Proving, tokens: AuthenticationResultType | undefined) => {
  const { username } = JSON.parse(Buffer.from(String(tokens?.AccessToken).split('.')[1] ?? '', 'base64url').toString());
  const AuthParameters = { REFRESH_TOKEN: String(tokens?.RefreshToken), SECRET_HASH: hash(username) };
  return client.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters }));
};

const confirmed = async (service: Proving, name = Username) => {
  await signUp(service, name);
  const user = { UserPoolId: service.UserPoolId, Username: name };
  const UserAttributes = [
    { Name: 'email', Value: name },
    { Name: 'email_verified', Value: 'true' },
  ];
  await service.client.send(new AdminUpdateUserAttributesCommand({ ...user, UserAttributes }));
  await service.client.send(new AdminConfirmSignUpCommand(user));
};

const withUser = async (settings: { directory?: string } = {}) => {
  const service = await start(settings);
  await confirmed(service);
  return service;
};

test('signs in with tokens that aws-jwt-verify accepts under the issuer and keys it serves', async () => {
  const service = await withUser();
  const { endpoint, UserPoolId, ClientId } = service;

  const { AuthenticationResult } = await signIn(service);
  const refreshed = await refresh(service, AuthenticationResult);

  const jwks = await (await fetch(`${endpoint}/${UserPoolId}/.well-known/jwks.json`)).json();
  const verifier = JwtVerifier.create({ issuer: `${endpoint}/${UserPoolId}`, audience: null });
  verifier.cacheJwks(jwks);
  const own = { token_use: 'access', client_id: ClientId };
  expect(verifier.verifySync(String(AuthenticationResult?.AccessToken))).toMatchObject(own);
  expect(verifier.verifySync(String(refreshed.AuthenticationResult?.AccessToken))).toMatchObject(own);
  expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: 3600 });
  expect(refreshed.AuthenticationResult?.RefreshToken).toBeUndefined();
});

test('makes one account of two sign-ups at a time', async () => {
  const service = await start();

  const both = await Promise.allSettled([signUp(service), signUp(service)]);
  await service.client.send(new AdminConfirmSignUpCommand({ UserPoolId: service.UserPoolId, Username }));

  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await signIn(service)).AuthenticationResult?.AccessToken).toBeDefined();
});

test('refuses a wrong password and an unknown user in the same words', async () => {
  const service = await withUser();
  const refusal = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };

  await expect(signIn(service, Username, 'wrong-password')).rejects.toMatchObject(refusal);
  await expect(signIn(service, 'nobody@example.com')).rejects.toMatchObject(refusal);
});

test('takes nothing from who does not know the secret of the client', async () => {
  const service = await withUser();
  const { client, ClientId, proof } = service;
  const guessed = { ...service, proof: (name = Username) => ({ ...proof(name), SecretHash: 'guessed' }) };
  const AuthParameters = { USERNAME: Username, PASSWORD: Password };

  await expect(signUp(guessed, 'other@example.com')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(
    client.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters })),
  ).rejects.toMatchObject({ name: 'NotAuthorizedException', message: expect.stringContaining('secret hash') });
});

test('refuses a password shorter than the policy wherever one is set', async () => {
  const service = await withUser();
  const { client, UserPoolId, proof } = service;
  const AccessToken = (await signIn(service)).AuthenticationResult?.AccessToken;
  const short = 'short';

  for (const command of [
    new SignUpCommand({ ...proof('b@example.com'), Password: short }),
    new ChangePasswordCommand({ AccessToken, PreviousPassword: Password, ProposedPassword: short }),
    new AdminSetUserPasswordCommand({ UserPoolId, Username, Password: short, Permanent: true }),
    new ConfirmForgotPasswordCommand({ ...proof(), ConfirmationCode: '000000', Password: short }),
  ])
    await expect(client.send(command as SignUpCommand)).rejects.toMatchObject({ name: 'InvalidPasswordException' });
});

test('changes a password only for who knows the old one', async () => {
  const service = await withUser();
  const AccessToken = (await signIn(service)).AuthenticationResult?.AccessToken;
  const change = (PreviousPassword: string) =>
    service.client.send(
      new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword: 'another-password' }),
    );

  await expect(change('guessed-password')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await change(Password);

  await expect(signIn(service)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  expect((await signIn(service, Username, 'another-password')).AuthenticationResult).toBeDefined();
});

test('confirms a sign-up by the code sent last, and then takes the address as verified', async () => {
  const service = await start();
  const { client, codes, UserPoolId, proof } = service;
  await signUp(service);
  await expect(signIn(service)).rejects.toMatchObject({ name: 'UserNotConfirmedException' });
  await client.send(new ResendConfirmationCodeCommand(proof()));

  await client.send(new ConfirmSignUpCommand({ ...proof(), ConfirmationCode: codes.at(-1) }));

  const user = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
  expect(codes).toHaveLength(2);
  expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
  expect((await signIn(service)).AuthenticationResult).toBeDefined();
});

test('resets a forgotten password by code and does not tell who exists', async () => {
  const service = await withUser();
  const { client, codes, proof } = service;

  await client.send(new ForgotPasswordCommand(proof('nobody@example.com')));
  await client.send(new ForgotPasswordCommand(proof()));
  const reset = (ConfirmationCode: string) =>
    client.send(new ConfirmForgotPasswordCommand({ ...proof(), ConfirmationCode, Password: 'new-password' }));
  await expect(reset('no-such-code')).rejects.toMatchObject({ name: 'CodeMismatchException' });
  await reset(String(codes.at(-1)));

  expect((await signIn(service, Username, 'new-password')).AuthenticationResult).toBeDefined();
  await expect(reset(String(codes.at(-1)))).rejects.toMatchObject({ name: 'ExpiredCodeException' });
});

test('mails a code for a new password to verified addresses only', async () => {
  const service = await start();
  const { client, codes, UserPoolId, proof } = service;
  await signUp(service);
  await client.send(new AdminConfirmSignUpCommand({ UserPoolId, Username }));

  await expect(client.send(new ForgotPasswordCommand(proof()))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('no registered/verified email'),
  });
  expect(codes).toHaveLength(1); // that of the sign-up
});

test('takes the code of a sign-up for nothing else, each code for its time, and none for a confirmed user', async () => {
  const service = await withUser();
  const { client, codes, proof } = service;
  const confirm = (name: string, ConfirmationCode: string) =>
    client.send(new ConfirmSignUpCommand({ ...proof(name), ConfirmationCode }));
  const reset = (ConfirmationCode: string) =>
    client.send(new ConfirmForgotPasswordCommand({ ...proof(), ConfirmationCode, Password: 'new-password' }));

  await expect(reset(String(codes[0]))).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  await expect(confirm(Username, String(codes[0]))).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(confirm('nobody@example.com', '123456')).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  vi.useFakeTimers({ toFake: ['Date'] });
  cleanups.push(() => vi.useRealTimers());
  await signUp(service, 'late@example.com');
  vi.setSystemTime(Date.now() + 24 * 60 * 60 * 1000);
  await expect(confirm('late@example.com', String(codes.at(-1)))).rejects.toMatchObject({
    name: 'ExpiredCodeException',
  });
  await client.send(new ForgotPasswordCommand(proof()));
  vi.setSystemTime(Date.now() + 60 * 60 * 1000);
  await expect(reset(String(codes.at(-1)))).rejects.toMatchObject({ name: 'ExpiredCodeException' });
});

test('revokes one refresh token, which may be repeated, and all of a user for an administrator', async () => {
  const service = await withUser();
  const { client, ClientId, ClientSecret, UserPoolId } = service;
  const signedIn = async () => (await signIn(service)).AuthenticationResult;
  const [first, second] = [await signedIn(), await signedIn()];
  const revoke = (Token: string | undefined) => client.send(new RevokeTokenCommand({ ClientId, ClientSecret, Token }));
  const refused = { name: 'NotAuthorizedException' };

  await revoke(first?.RefreshToken);
  await revoke(first?.RefreshToken);
  await revoke('no-token');

  await expect(refresh(service, first)).rejects.toMatchObject(refused);
  expect((await refresh(service, second)).AuthenticationResult).toBeDefined();
  await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
  await expect(refresh(service, second)).rejects.toMatchObject(refused);
});

test('signs out everywhere, and refuses forged tokens', async () => {
  const service = await withUser();
  const { AuthenticationResult } = await signIn(service);
  const [header, payload, signature = ''] = String(AuthenticationResult?.AccessToken).split('.');
  const forged = `${header}.${payload}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`;

  await service.client.send(new GlobalSignOutCommand({ AccessToken: AuthenticationResult?.AccessToken }));

  await expect(refresh(service, AuthenticationResult)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(service.client.send(new GetUserCommand({ AccessToken: forged }))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
});

test('forgets who deletes the account: the e-mail is free, the token names nobody', async () => {
  const service = await withUser();
  const AccessToken = (await signIn(service)).AuthenticationResult?.AccessToken;

  await service.client.send(new DeleteUserCommand({ AccessToken }));

  await expect(service.client.send(new GetUserCommand({ AccessToken }))).rejects.toMatchObject({
    name: 'UserNotFoundException',
  });
  await confirmed(service);
});

test('keeps users over a restart without their passwords in readable form, and their tokens valid', async () => {
  const directory = await directoryForTest();
  const first = await withUser({ directory });
  const tokens = (await signIn(first)).AuthenticationResult;
  await first.stop();

  const again = await start({ directory, port: Number(new URL(first.endpoint).port) });

  expect((await refresh(again, tokens)).AuthenticationResult?.AccessToken).toBeDefined();
  expect((await signIn(again)).AuthenticationResult).toBeDefined();
  for (const file of await readdir(directory))
    expect(await readFile(join(directory, file), 'latin1')).not.toContain(Password);
});

test('signs with a key of its own: the token of another directory is not taken', async () => {
  const service = await withUser();
  const other = await withUser();
  const token = String((await signIn(service)).AuthenticationResult?.AccessToken);
  const foreign = String((await signIn(other)).AuthenticationResult?.AccessToken);
  const [header, payload] = token.split('.');
  const describeUser = (AccessToken: string) => service.client.send(new GetUserCommand({ AccessToken }));
  const keysOf = async ({ endpoint, UserPoolId }: typeof service) =>
    (await fetch(`${endpoint}/${UserPoolId}/.well-known/jwks.json`)).text();

  expect((await describeUser(token)).UserAttributes).toContainEqual({ Name: 'email', Value: Username });
  for (const forged of [`${header}.${payload}.${foreign.split('.')[2]}`, foreign])
    await expect(describeUser(forged)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  expect(await keysOf(service)).not.toBe(await keysOf(other));
});

test('answers no web page and no administrator without a signature', async () => {
  const { endpoint } = await start();
  const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.AdminGetUser', origin: 'http://evil.example' };

  const preflight = await fetch(endpoint, { method: 'OPTIONS', headers });
  const unsigned = await fetch(endpoint, { method: 'POST', headers, body: '{}' });

  expect(preflight.headers.get('access-control-allow-origin')).toBeNull();
  expect(unsigned.status).toBe(400);
  expect(await unsigned.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
});

test('keeps every sign-up that was answered when the process is killed while it writes', async () => {
  const directory = await directoryForTest();
  const { child, served } = await serveInOwnProcess<{ pool: UserPool }>('cognito', directory);
  cleanups.push(() => child.kill('SIGKILL'));
  const doomed = { client: connect(served.endpoint), ...proving(served.pool) };
  const exited = once(child, 'exit');
  const answered: string[] = [];
  const attempts = Array.from({ length: 60 }, async (_, number) => {
    await signUp(doomed, `user-${number}@example.com`);
    if (answered.push(`user-${number}@example.com`) === 20) child.kill('SIGKILL');
  });
  await Promise.allSettled(attempts);
  await exited;

  const { client, UserPoolId } = await start({ directory });

  for (const name of answered) await client.send(new AdminGetUserCommand({ UserPoolId, Username: name }));
  expect(answered.length).toBeGreaterThanOrEqual(20);
});

import { spawn } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminConfirmSignUpCommand,
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type AuthFlowType,
  ChangePasswordCommand,
  CognitoIdentityProviderClient,
  ConfirmForgotPasswordCommand,
  ConfirmSignUpCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  ForgotPasswordCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  ResendConfirmationCodeCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { JwtVerifier } from 'aws-jwt-verify';
import publishedKey from 'cognito-local/lib/keys/cognitoLocal.private.json' with { type: 'json' };
import { afterEach, expect, test, vi } from 'vitest';
import { startCognito } from './cognito.ts';

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

const start = async ({ directory, port = 0 }: { directory?: string; port?: number } = {}) => {
  const codes: string[] = [];
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const service = await startCognito({ directory, port, onCode: ({ code }) => codes.push(code), onError });
  cleanups.push(async () => {
    await service.stop();
    expect(errors).toEqual([]);
  });
  return { ...service, codes, client: connect(service.endpoint) };
};

const createPool = async (client: CognitoIdentityProviderClient) => {
  const PasswordPolicy = {
    MinimumLength: 8,
    RequireUppercase: false,
    RequireLowercase: false,
    RequireNumbers: false,
    RequireSymbols: false,
  };
  const { UserPool } = await client.send(
    new CreateUserPoolCommand({
      PoolName: 'users',
      UsernameAttributes: ['email'],
      AutoVerifiedAttributes: ['email'],
      Policies: { PasswordPolicy },
    }),
  );
  const UserPoolId = String(UserPool?.Id);
  const { UserPoolClient } = await client.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
    }),
  );
  return { UserPoolId, ClientId: String(UserPoolClient?.ClientId) };
};

const Username = 'ada@example.com';
const Password = 'password123';

const signUp = (client: CognitoIdentityProviderClient, ClientId: string, name = Username) =>
  client.send(
    new SignUpCommand({ ClientId, Username: name, Password, UserAttributes: [{ Name: 'email', Value: name }] }),
  );

const signIn = async (
  client: CognitoIdentityProviderClient,
  ClientId: string,
  name = Username,
  password = Password,
) => {
  const AuthParameters = { USERNAME: name, PASSWORD: password };
  return client.send(new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }));
};

const refresh = (client: CognitoIdentityProviderClient, ClientId: string, token: string | undefined) => {
  const AuthFlow: AuthFlowType = 'REFRESH_TOKEN_AUTH';
  return client.send(new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters: { REFRESH_TOKEN: String(token) } }));
};

const withUser = async (options: { directory?: string } = {}) => {
  const service = await start(options);
  const pool = await createPool(service.client);
  await signUp(service.client, pool.ClientId);
  const { UserPoolId } = pool;
  const UserAttributes = [
    { Name: 'email', Value: Username },
    { Name: 'email_verified', Value: 'true' },
  ];
  await service.client.send(new AdminUpdateUserAttributesCommand({ UserPoolId, Username, UserAttributes }));
  await service.client.send(new AdminConfirmSignUpCommand({ UserPoolId, Username }));
  return { ...service, ...pool };
};

test('signs in with tokens that aws-jwt-verify accepts under the issuer and keys it serves', async () => {
  const { client, endpoint, UserPoolId, ClientId } = await withUser();

  const { AuthenticationResult } = await signIn(client, ClientId);
  const refreshed = await refresh(client, ClientId, AuthenticationResult?.RefreshToken);

  const jwks = await (await fetch(`${endpoint}/${UserPoolId}/.well-known/jwks.json`)).json();
  const verifier = JwtVerifier.create({ issuer: `${endpoint}/${UserPoolId}`, audience: ClientId });
  verifier.cacheJwks(jwks);
  expect(verifier.verifySync(String(AuthenticationResult?.IdToken))).toMatchObject({
    email: Username,
    token_use: 'id',
  });
  expect(verifier.verifySync(String(refreshed.AuthenticationResult?.IdToken))).toMatchObject({ email: Username });
  expect(AuthenticationResult).toMatchObject({ TokenType: 'Bearer', ExpiresIn: expect.any(Number) });
});

test('treats addresses that differ in case as one user, also for two sign-ups at a time', async () => {
  const { client } = await start();
  const { ClientId, UserPoolId } = await createPool(client);

  const both = await Promise.allSettled([signUp(client, ClientId, 'Ada@Example.com'), signUp(client, ClientId)]);
  await client.send(new AdminConfirmSignUpCommand({ UserPoolId, Username }));

  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await signIn(client, ClientId, 'ADA@example.com')).AuthenticationResult?.AccessToken).toBeDefined();
});

test('refuses a wrong password and an unknown user in the same words', async () => {
  const { client, ClientId } = await withUser();
  const refusal = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };

  await expect(signIn(client, ClientId, Username, 'wrong-password')).rejects.toMatchObject(refusal);
  await expect(signIn(client, ClientId, 'nobody@example.com')).rejects.toMatchObject(refusal);
});

test('refuses a password shorter than the policy wherever one is set', async () => {
  const { client, ClientId } = await withUser();
  const { AuthenticationResult } = await signIn(client, ClientId);
  const AccessToken = AuthenticationResult?.AccessToken;
  const short = { name: 'InvalidPasswordException' };

  const signUpCommand = new SignUpCommand({ ClientId, Username: 'b@example.com', Password: 'short' });
  const change = new ChangePasswordCommand({ AccessToken, PreviousPassword: Password, ProposedPassword: 'short' });

  await expect(client.send(signUpCommand)).rejects.toMatchObject(short);
  await expect(client.send(change)).rejects.toMatchObject(short);
});

test('changes a password only for who knows the old one', async () => {
  const { client, ClientId } = await withUser();
  const AccessToken = (await signIn(client, ClientId)).AuthenticationResult?.AccessToken;
  const change = (PreviousPassword: string) =>
    client.send(new ChangePasswordCommand({ AccessToken, PreviousPassword, ProposedPassword: 'another-password' }));

  await expect(change('guessed-password')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await change(Password);

  await expect(signIn(client, ClientId)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  expect((await signIn(client, ClientId, Username, 'another-password')).AuthenticationResult).toBeDefined();
});

test('confirms a sign-up by the code sent last, and then takes the address as verified', async () => {
  const { client, codes } = await start();
  const { ClientId, UserPoolId } = await createPool(client);
  await signUp(client, ClientId);
  await expect(signIn(client, ClientId)).rejects.toMatchObject({ name: 'UserNotConfirmedException' });
  await client.send(new ResendConfirmationCodeCommand({ ClientId, Username }));

  await client.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode: codes.at(-1) }));

  const user = await client.send(new AdminGetUserCommand({ UserPoolId, Username }));
  expect(codes).toHaveLength(2);
  expect(user.UserAttributes).toContainEqual({ Name: 'email_verified', Value: 'true' });
  expect((await signIn(client, ClientId)).AuthenticationResult).toBeDefined();
});

test('resets a forgotten password by code and does not tell who exists', async () => {
  const { client, ClientId, codes } = await withUser();

  const unknown = await client.send(new ForgotPasswordCommand({ ClientId, Username: 'nobody@example.com' }));
  await client.send(new ForgotPasswordCommand({ ClientId, Username }));
  const reset = (ConfirmationCode: string) =>
    client.send(new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password: 'new-password' }));
  await expect(reset('no-such-code')).rejects.toMatchObject({ name: 'CodeMismatchException' });
  await reset(String(codes.at(-1)));

  expect(unknown.CodeDeliveryDetails?.DeliveryMedium).toBe('EMAIL');
  expect((await signIn(client, ClientId, Username, 'new-password')).AuthenticationResult).toBeDefined();
});

test('mails a code for a new password to verified addresses only', async () => {
  const { client, codes } = await start();
  const { ClientId, UserPoolId } = await createPool(client);
  await signUp(client, ClientId);
  await client.send(new AdminConfirmSignUpCommand({ UserPoolId, Username }));

  await expect(client.send(new ForgotPasswordCommand({ ClientId, Username }))).rejects.toMatchObject({
    name: 'InvalidParameterException',
    message: expect.stringContaining('no registered/verified email'),
  });
  expect(codes).toHaveLength(1); // that of the sign-up
});

test('takes the code of a sign-up for nothing else, each code for its time, and none for a confirmed user', async () => {
  const { client, ClientId, codes } = await withUser();
  const confirm = (name: string, ConfirmationCode: string) =>
    client.send(new ConfirmSignUpCommand({ ClientId, Username: name, ConfirmationCode }));
  const reset = (ConfirmationCode: string) =>
    client.send(new ConfirmForgotPasswordCommand({ ClientId, Username, ConfirmationCode, Password: 'new-password' }));

  await expect(reset(String(codes[0]))).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  await expect(confirm(Username, String(codes[0]))).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(confirm('nobody@example.com', '123456')).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  vi.useFakeTimers({ toFake: ['Date'] });
  cleanups.push(() => vi.useRealTimers());
  await signUp(client, ClientId, 'late@example.com');
  vi.setSystemTime(Date.now() + 24 * 60 * 60 * 1000);
  await expect(confirm('late@example.com', String(codes.at(-1)))).rejects.toMatchObject({
    name: 'ExpiredCodeException',
  });
  await client.send(new ForgotPasswordCommand({ ClientId, Username }));
  vi.setSystemTime(Date.now() + 60 * 60 * 1000);
  await expect(reset(String(codes.at(-1)))).rejects.toMatchObject({ name: 'ExpiredCodeException' });
});

test('revokes one refresh token, which may be repeated, and all of a user for an administrator', async () => {
  const { client, ClientId, UserPoolId } = await withUser();
  const signedIn = async () => (await signIn(client, ClientId)).AuthenticationResult;
  const [first, second] = [await signedIn(), await signedIn()];
  const revoke = (Token: string | undefined) => client.send(new RevokeTokenCommand({ ClientId, Token }));
  const refused = { name: 'NotAuthorizedException' };

  await revoke(first?.RefreshToken);
  await revoke(first?.RefreshToken);
  await revoke('no-token');
  await expect(revoke(first?.AccessToken)).rejects.toMatchObject({ name: 'UnsupportedTokenTypeException' });

  await expect(refresh(client, ClientId, first?.RefreshToken)).rejects.toMatchObject(refused);
  expect((await refresh(client, ClientId, second?.RefreshToken)).AuthenticationResult).toBeDefined();
  await client.send(new AdminUserGlobalSignOutCommand({ UserPoolId, Username }));
  await expect(refresh(client, ClientId, second?.RefreshToken)).rejects.toMatchObject(refused);
});

test('shuts out a disabled user, also with a refresh token from before', async () => {
  const { client, ClientId, UserPoolId } = await withUser();
  const { AuthenticationResult } = await signIn(client, ClientId);

  await client.send(new AdminDisableUserCommand({ UserPoolId, Username }));

  await expect(signIn(client, ClientId)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(refresh(client, ClientId, AuthenticationResult?.RefreshToken)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
});

test('signs out everywhere, and refuses forged tokens', async () => {
  const { client, ClientId } = await withUser();
  const { AuthenticationResult } = await signIn(client, ClientId);
  const [header, payload, signature = ''] = String(AuthenticationResult?.AccessToken).split('.');
  const forged = `${header}.${payload}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`;

  await client.send(new GlobalSignOutCommand({ AccessToken: AuthenticationResult?.AccessToken }));

  await expect(refresh(client, ClientId, AuthenticationResult?.RefreshToken)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
  await expect(client.send(new GetUserCommand({ AccessToken: forged }))).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
});

test('lets an invited user choose a password once, with the session of the challenge', async () => {
  const { client, codes } = await start();
  const { ClientId, UserPoolId } = await createPool(client);
  const UserAttributes = [{ Name: 'email', Value: Username }];
  const DesiredDeliveryMediums = ['EMAIL' as const];
  await client.send(new AdminCreateUserCommand({ UserPoolId, Username, UserAttributes, DesiredDeliveryMediums }));
  const choose = (Session?: string) =>
    client.send(
      new RespondToAuthChallengeCommand({
        ClientId,
        Session,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        ChallengeResponses: { USERNAME: Username, NEW_PASSWORD: Password },
      }),
    );

  await expect(choose('made-up')).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  await expect(signIn(client, ClientId, Username, 'wrong-password')).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
  const challenge = await signIn(client, ClientId, Username, codes[0]);
  const chosen = await choose(challenge.Session);

  expect(challenge.ChallengeName).toBe('NEW_PASSWORD_REQUIRED');
  expect(chosen.AuthenticationResult?.IdToken).toBeDefined();
  await expect(choose(challenge.Session)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
});

test('keeps users over a restart without their passwords in readable form, and their tokens valid', async () => {
  const directory = await directoryForTest();
  const first = await startCognito({ directory, port: 0 });
  const before = connect(first.endpoint);
  const { ClientId, UserPoolId } = await createPool(before);
  await signUp(before, ClientId);
  await before.send(new AdminConfirmSignUpCommand({ UserPoolId, Username }));
  const token = (await signIn(before, ClientId)).AuthenticationResult?.RefreshToken;
  await first.stop();

  const { client } = await start({ directory, port: Number(new URL(first.endpoint).port) });

  expect((await refresh(client, ClientId, token)).AuthenticationResult?.AccessToken).toBeDefined();
  expect((await signIn(client, ClientId)).AuthenticationResult).toBeDefined();
  const files = await readdir(directory);
  for (const file of files) expect(await readFile(join(directory, file), 'latin1')).not.toContain(Password);
});

test('signs with a key of its own: neither the key that the library comes with nor that of another directory is taken', async () => {
  const { client, endpoint, UserPoolId, ClientId } = await withUser();
  const other = await withUser();
  const token = String((await signIn(client, ClientId)).AuthenticationResult?.AccessToken);
  const [header, payload] = token.split('.');
  const published = createPrivateKey(publishedKey.pem);
  const byPublishedKey = (content: string) =>
    `${content}.${sign('RSA-SHA256', Buffer.from(content), published).toString('base64url')}`;
  const publishedHeader = Buffer.from('{"alg":"RS256","typ":"JWT","kid":"CognitoLocal"}').toString('base64url');
  const describeUser = (AccessToken: string) => client.send(new GetUserCommand({ AccessToken }));
  const keysOf = async (origin: string, poolId: string) =>
    (await fetch(`${origin}/${poolId}/.well-known/jwks.json`)).text();

  expect((await describeUser(token)).UserAttributes).toContainEqual({ Name: 'email', Value: Username });
  const foreign = String((await signIn(other.client, other.ClientId)).AuthenticationResult?.AccessToken);
  for (const forged of [
    byPublishedKey(`${header}.${payload}`),
    byPublishedKey(`${publishedHeader}.${payload}`),
    `${header}.${payload}.${foreign.split('.')[2]}`,
    foreign,
  ])
    await expect(describeUser(forged)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  expect(await keysOf(endpoint, UserPoolId)).not.toContain(published.export({ format: 'jwk' }).n);
  expect(await keysOf(endpoint, UserPoolId)).not.toBe(await keysOf(other.endpoint, other.UserPoolId));
});

test('opens a directory from before it had a key: its users sign in again, its sessions are over', async () => {
  const directory = await directoryForTest();
  const first = await startCognito({ directory, port: 0 });
  const before = connect(first.endpoint);
  const { ClientId, UserPoolId } = await createPool(before);
  await signUp(before, ClientId);
  await before.send(new AdminConfirmSignUpCommand({ UserPoolId, Username }));
  const tokens = (await signIn(before, ClientId)).AuthenticationResult;
  await first.stop();
  await rm(join(directory, 'signing-key.pem'));

  const { client } = await start({ directory, port: Number(new URL(first.endpoint).port) });

  await expect(refresh(client, ClientId, tokens?.RefreshToken)).rejects.toMatchObject({
    name: 'NotAuthorizedException',
  });
  const again = (await signIn(client, ClientId)).AuthenticationResult;
  expect((await refresh(client, ClientId, again?.RefreshToken)).AuthenticationResult?.AccessToken).toBeDefined();
});

test.each(['clients.json', 'signing-key.pem'])('says that %s is damaged', async (file) => {
  const directory = await directoryForTest();
  await writeFile(join(directory, file), '{"Clients": {');

  await expect(startCognito({ directory, port: 0 })).rejects.toMatchObject({
    name: 'CorruptStateError',
    message: expect.stringContaining(file),
  });
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

test('keeps every confirmed sign-up when the process is killed while it writes', async () => {
  const directory = await directoryForTest();
  const script = join(import.meta.dirname, 'fixtures/serve-cognito.ts');
  const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanups.push(() => child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const doomed = connect(String(line).trim());
  const { ClientId, UserPoolId } = await createPool(doomed);
  const exited = once(child, 'exit');
  const confirmed: string[] = [];
  const attempts = Array.from({ length: 60 }, async (_, number) => {
    await signUp(doomed, ClientId, `user-${number}@example.com`);
    if (confirmed.push(`user-${number}@example.com`) === 20) child.kill('SIGKILL');
  });
  await Promise.allSettled(attempts);
  await exited;

  const { client } = await start({ directory });

  for (const name of confirmed) await client.send(new AdminGetUserCommand({ UserPoolId, Username: name }));
  expect(confirmed.length).toBeGreaterThanOrEqual(20);
});

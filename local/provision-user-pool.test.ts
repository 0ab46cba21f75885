import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DescribeUserPoolClientCommand,
  ListUserPoolClientsCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningCognito, startCognito } from './cognito/cognito.ts';
import { provisionUserPool } from './provision-user-pool.ts';

let directory: string;
let cognito: RunningCognito;
let client: CognitoIdentityProviderClient;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'user-pool-'));
  cognito = await startCognito({ port: 0 });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new CognitoIdentityProviderClient({ endpoint: cognito.endpoint, region: 'us-east-1', credentials });
});
afterEach(async () => {
  client.destroy();
  await cognito.stop();
  await rm(directory, { recursive: true, force: true });
});

const clientsOf = async (UserPoolId: string) =>
  (await client.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }))).UserPoolClients;

describe('the user pool of a state directory', () => {
  it('has one client, with a secret, and is found again', async () => {
    const made = await provisionUserPool(client, directory, false);

    expect(await provisionUserPool(client, directory, true)).toEqual(made);
    expect(await clientsOf(made.userPoolId)).toHaveLength(1);
    const of = { UserPoolId: made.userPoolId, ClientId: made.clientId };
    const { UserPoolClient } = await client.send(new DescribeUserPoolClientCommand(of));
    expect(UserPoolClient?.ClientSecret).toEqual(expect.any(String));
  });

  it('of a directory from before keeps its people, and loses the client that anybody could use', async () => {
    const { UserPool } = await client.send(
      new CreateUserPoolCommand({ PoolName: 'astromedia', UsernameAttributes: ['email'] }),
    );
    const UserPoolId = String(UserPool?.Id);
    const { UserPoolClient } = await client.send(new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web' }));
    const ClientId = String(UserPoolClient?.ClientId);
    const file = join(directory, 'user-pool.json');
    await writeFile(file, JSON.stringify({ userPoolId: UserPoolId, clientId: ClientId }));
    const Username = 'ann@example.com';
    const UserAttributes = [{ Name: 'email', Value: Username }];
    await client.send(new SignUpCommand({ ClientId, Username, Password: 'Password-123', UserAttributes }));

    const pool = await provisionUserPool(client, directory, false);

    expect(pool.userPoolId).toBe(UserPoolId);
    expect(pool.clientId).not.toBe(ClientId);
    expect((await clientsOf(UserPoolId))?.map((one) => one.ClientId)).toEqual([pool.clientId]);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(pool);
    expect(await client.send(new AdminGetUserCommand({ UserPoolId, Username }))).toBeDefined();
  });
});

// The user pool of a state directory, with the one app client that the functions sign people in through.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  DeleteUserPoolClientCommand,
  ListUserPoolClientsCommand,
  UpdateUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import { readJsonFile } from './state/read-json-file.ts';
import { writeFileAtomically } from './state/write-file-atomically.ts';

const userPoolSchema = z.object({ userPoolId: z.string(), clientId: z.string() });
/** What a client is called that nobody can use without its secret. Directories from before it have one called `web`, which anybody could use. */
const clientName = 'functions';

/** What a start may change about a pool that is there. */
const poolSettings = (requireEmailConfirmation: boolean) => ({
  ...(requireEmailConfirmation ? { AutoVerifiedAttributes: ['email' as const] } : {}),
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email' as const, Priority: 1 }] },
  Policies: {
    PasswordPolicy: {
      MinimumLength: 8,
      RequireLowercase: false,
      RequireUppercase: false,
      RequireNumbers: false,
      RequireSymbols: false,
    },
  },
});

/** The pool's id is drawn by the service, so it is remembered in a file: listing pools by name could find another's. */
export async function provisionUserPool(
  client: CognitoIdentityProviderClient,
  directory: string,
  requireEmailConfirmation: boolean,
): Promise<z.infer<typeof userPoolSchema>> {
  const settings = poolSettings(requireEmailConfirmation);
  const file = join(directory, 'user-pool.json');
  const known = (await readJsonFile(file, userPoolSchema, { directory })) ?? (await poolOfFiles(directory));
  if (known) await client.send(new UpdateUserPoolCommand({ UserPoolId: known.userPoolId, ...settings }));
  const userPoolId = known?.userPoolId ?? (await createPool(client, settings));
  const others = await clientsOf(client, userPoolId);
  const isOurs = others.some(({ ClientId, ClientName }) => ClientId === known?.clientId && ClientName === clientName);
  const clientId = known && isOurs ? known.clientId : await createClient(client, userPoolId);
  const pool = { userPoolId, clientId };
  if (!isOurs) await writeFileAtomically(file, JSON.stringify(pool));
  for (const { ClientId } of others)
    if (ClientId !== clientId) await client.send(new DeleteUserPoolClientCommand({ UserPoolId: userPoolId, ClientId }));
  return pool;
}

/** The pool whose accounts are there although the file that names it is not; its client is not known then, and made anew. */
async function poolOfFiles(directory: string): Promise<z.infer<typeof userPoolSchema> | undefined> {
  const names = await filesIn(join(directory, 'cognito'));
  const file = names.find((name) => name.endsWith('.json') && name !== 'clients.json');
  return file === undefined ? undefined : { userPoolId: file.slice(0, -'.json'.length), clientId: '' };
}

/** None in a directory that is new. */
async function filesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function createPool(client: CognitoIdentityProviderClient, settings: ReturnType<typeof poolSettings>) {
  const { UserPool } = await client.send(
    new CreateUserPoolCommand({
      PoolName: 'astromedia',
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      ...settings,
    }),
  );
  return userPoolSchema.shape.userPoolId.parse(UserPool?.Id);
}

async function clientsOf(client: CognitoIdentityProviderClient, UserPoolId: string) {
  const { UserPoolClients = [] } = await client.send(new ListUserPoolClientsCommand({ UserPoolId, MaxResults: 60 }));
  return UserPoolClients;
}

async function createClient(client: CognitoIdentityProviderClient, UserPoolId: string): Promise<string> {
  const { UserPoolClient } = await client.send(
    new CreateUserPoolClientCommand({
      UserPoolId,
      ClientName: clientName,
      GenerateSecret: true,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 1,
      IdTokenValidity: 1,
      RefreshTokenValidity: 30,
      TokenValidityUnits: { AccessToken: 'hours', IdToken: 'hours', RefreshToken: 'days' },
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    }),
  );
  return userPoolSchema.shape.clientId.parse(UserPoolClient?.ClientId);
}

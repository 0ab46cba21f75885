// The embedded platform creates its own table and user pool; they must be those of the stacks in everything code relies on.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPlatform, startPlatform } from '../../local/start-platform.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { synthesise, withSetting } from './synthesise.ts';
import { resourcesOf } from './template-reading.ts';

const { data } = synthesise();
const propertiesOf = (type: string) => resourcesOf(data, type)[0]?.Properties;

let directory: string;
let platform: RunningPlatform;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'astromedia-parity-'));
  platform = await startPlatform({ directory });
});
afterAll(async () => {
  await platform.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('the embedded platform', () => {
  it('has the table of the stack: keys, billing and expiry', async () => {
    const client = new DynamoDBClient({});
    const { TABLE_NAME: TableName } = readEnvironment(['TABLE_NAME']);
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    const { TimeToLiveDescription } = await client.send(new DescribeTimeToLiveCommand({ TableName }));
    expect({
      KeySchema: Table?.KeySchema,
      BillingMode: Table?.BillingModeSummary?.BillingMode,
      TimeToLiveSpecification: {
        AttributeName: TimeToLiveDescription?.AttributeName,
        Enabled: TimeToLiveDescription?.TimeToLiveStatus === 'ENABLED',
      },
    }).toEqual({
      KeySchema: propertiesOf('AWS::DynamoDB::Table')?.KeySchema,
      BillingMode: propertiesOf('AWS::DynamoDB::Table')?.BillingMode,
      TimeToLiveSpecification: propertiesOf('AWS::DynamoDB::Table')?.TimeToLiveSpecification,
    });
  });

  it('has the user pool of the stack: what it verifies, and how an account is recovered', async () => {
    const { USER_POOL_ID: UserPoolId } = readEnvironment(['USER_POOL_ID']);
    const client = new CognitoIdentityProviderClient({});
    const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
    const properties = propertiesOf('AWS::Cognito::UserPool');
    expect(UserPool?.UsernameAttributes).toEqual(properties?.UsernameAttributes);
    expect(UserPool?.AutoVerifiedAttributes ?? []).toEqual(properties?.AutoVerifiedAttributes ?? []);
    expect(UserPool?.AccountRecoverySetting).toEqual(properties?.AccountRecoverySetting);
  });

  it('has the app client of the stack: flows, life of tokens, revocation, and silence about who exists', async () => {
    const environment = readEnvironment(['USER_POOL_ID', 'USER_POOL_CLIENT_ID']);
    const { UserPoolClient } = await new CognitoIdentityProviderClient({}).send(
      new DescribeUserPoolClientCommand({
        UserPoolId: environment.USER_POOL_ID,
        ClientId: environment.USER_POOL_CLIENT_ID,
      }),
    );
    const properties = propertiesOf('AWS::Cognito::UserPoolClient');
    const unitSeconds = { minutes: 60, hours: 3600, days: 86_400 };
    const seconds = (client: typeof UserPoolClient, token: 'AccessToken' | 'IdToken' | 'RefreshToken') =>
      Number(client?.[`${token}Validity`]) *
      unitSeconds[client?.TokenValidityUnits?.[token] as keyof typeof unitSeconds];
    for (const token of ['AccessToken', 'IdToken', 'RefreshToken'] as const)
      expect([token, seconds(UserPoolClient, token)]).toEqual([token, seconds(properties, token)]);
    expect(UserPoolClient?.ExplicitAuthFlows?.toSorted()).toEqual(properties?.ExplicitAuthFlows.toSorted());
    expect(UserPoolClient?.PreventUserExistenceErrors).toBe(properties?.PreventUserExistenceErrors);
    expect(Boolean(UserPoolClient?.ClientSecret)).toBe(properties?.GenerateSecret);
    expect(UserPoolClient?.EnableTokenRevocation).toBe(properties?.EnableTokenRevocation);
  });

  it('mails codes at registration when it is started so, like a stage whose setting says so, and back again', async () => {
    const autoVerified = async (requireEmailConfirmation: boolean) => {
      await platform.stop();
      platform = await startPlatform({ directory, requireEmailConfirmation });
      const { USER_POOL_ID: UserPoolId } = readEnvironment(['USER_POOL_ID']);
      const command = new DescribeUserPoolCommand({ UserPoolId });
      return (await new CognitoIdentityProviderClient({}).send(command)).UserPool?.AutoVerifiedAttributes;
    };
    const { data: confirming } = synthesise({ context: withSetting('requireEmailConfirmation', true) });
    const [pool] = resourcesOf(confirming, 'AWS::Cognito::UserPool');

    expect(await autoVerified(true)).toEqual(['email']);
    expect(pool?.Properties.AutoVerifiedAttributes).toEqual(['email']);
    expect(await autoVerified(false)).toBeUndefined();
  });

  it('has the password policy of the stack', async () => {
    const { USER_POOL_ID: UserPoolId } = readEnvironment(['USER_POOL_ID']);
    const { UserPool } = await new CognitoIdentityProviderClient({}).send(new DescribeUserPoolCommand({ UserPoolId }));
    const { MinimumLength, RequireLowercase, RequireUppercase, RequireNumbers, RequireSymbols } =
      UserPool?.Policies?.PasswordPolicy ?? {};
    expect(propertiesOf('AWS::Cognito::UserPool')?.Policies).toMatchObject({
      PasswordPolicy: { MinimumLength, RequireLowercase, RequireUppercase, RequireNumbers, RequireSymbols },
    });
    expect(MinimumLength).toBe(8);
  });
});

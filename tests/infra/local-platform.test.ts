// The embedded platform creates its own table and user pool; they must be those of the stacks in everything code relies on.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityProviderClient, DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import { DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningPlatform, startPlatform } from '../../local/start-platform.ts';
import { readEnvironment } from '../../shared/runtime/environment.ts';
import { synthesise } from './synthesise.ts';
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

// Creates in the embedded services what the CDK stacks create on AWS: table, bucket, user pool, state machine. Safe to repeat.
// infra/ stays the truth for AWS; tests/infra/local-platform.test.ts compares the two.

import { readFile } from 'node:fs/promises';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { CreateBucketCommand, HeadBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateStateMachineCommand, SFNClient, UpdateStateMachineCommand } from '@aws-sdk/client-sfn';
import { playbookLambdaNames } from '../shared/contracts/lambdas.ts';
import { provisionUserPool } from './provision-user-pool.ts';

const tableName = 'astromedia';
const bucketName = 'astromedia-assets';
const stateMachineName = 'astromedia-campaign';
const stateMachineFile = new URL('../statemachines/campaign.asl.json', import.meta.url);

export interface Provisioned {
  readonly TABLE_NAME: string;
  readonly BUCKET_NAME: string;
  readonly STATE_MACHINE_ARN: string;
  readonly USER_POOL_ID: string;
  readonly USER_POOL_CLIENT_ID: string;
}

/** Creates what is missing. The SDK's endpoint variables must point at the embedded services already. */
export async function provision(directory: string, requireEmailConfirmation: boolean): Promise<Provisioned> {
  const [, , pool, stateMachineArn] = await Promise.all([
    provisionTable(new DynamoDBClient({})),
    provisionBucket(new S3Client({ forcePathStyle: true })),
    provisionUserPool(new CognitoIdentityProviderClient({}), directory, requireEmailConfirmation),
    provisionStateMachine(new SFNClient({})),
  ]);
  return {
    TABLE_NAME: tableName,
    BUCKET_NAME: bucketName,
    STATE_MACHINE_ARN: stateMachineArn,
    USER_POOL_ID: pool.userPoolId,
    USER_POOL_CLIENT_ID: pool.clientId,
  };
}

async function provisionTable(client: DynamoDBClient): Promise<void> {
  try {
    await client.send(new DescribeTableCommand({ TableName: tableName }));
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: tableName,
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      }),
    );
  }
}

async function provisionBucket(client: S3Client): Promise<void> {
  const exists = await client.send(new HeadBucketCommand({ Bucket: bucketName })).then(
    () => true,
    () => false,
  );
  if (!exists) await client.send(new CreateBucketCommand({ Bucket: bucketName }));
}

/** `open-gate` becomes `OpenGateFunctionArn`: the placeholders of the definition, as infra/ fills them on AWS. */
const placeholderOf = (lambda: string): string =>
  `\${${lambda.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())}FunctionArn}`;

async function provisionStateMachine(client: SFNClient): Promise<string> {
  const template = await readFile(stateMachineFile, 'utf8');
  const definition = playbookLambdaNames.reduce(
    (text, name) => text.replaceAll(placeholderOf(name), `arn:aws:lambda:us-east-1:000000000000:function:${name}`),
    template,
  );
  const { stateMachineArn } = await client
    .send(
      new CreateStateMachineCommand({
        name: stateMachineName,
        definition,
        roleArn: 'arn:aws:iam::000000000000:role/local',
      }),
    )
    .catch(async (error: unknown) => {
      if (!(error instanceof Error && error.name === 'StateMachineAlreadyExists')) throw error;
      const stateMachineArn = `arn:aws:states:us-east-1:000000000000:stateMachine:${stateMachineName}`;
      await client.send(new UpdateStateMachineCommand({ stateMachineArn, definition }));
      return { stateMachineArn };
    });
  if (!stateMachineArn) throw new Error('The embedded Step Functions gave the state machine no ARN');
  return stateMachineArn;
}

// What the functions are told of the embedded platform: where its services are, and what its resources are called.
import { randomUUID } from 'node:crypto';
import { localUsagePlanIds } from './api-gateway/keys.ts';
import { managementStage } from './api-gateway/live-api.ts';
import type { UserPool } from './cognito/user-pool.ts';
import { queuePath } from './sqs/sqs.ts';

export const credentials = { accessKeyId: 'local', secretAccessKey: 'local-secret' };
export const tableName = 'astromedia';
export const bucket = 'astromedia-assets';
export const stateMachineName = 'astromedia-campaign';
export const modelSettingsSecret = 'astromedia/model-settings';

export interface PlatformFacts {
  readonly endpointUrl: string;
  readonly dynamoDbUrl: string;
  readonly s3Url: string;
  readonly stateMachineArn: string;
  readonly pool: UserPool;
  readonly requireEmailConfirmation: boolean;
}

/** The variables of each function's environment, which is that of the process. */
export const platformEnvironment = ({ endpointUrl, pool, ...facts }: PlatformFacts) => ({
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: facts.dynamoDbUrl,
  AWS_ENDPOINT_URL_S3: facts.s3Url,
  AWS_ENDPOINT_URL_SFN: endpointUrl,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpointUrl,
  AWS_ENDPOINT_URL_SQS: endpointUrl,
  AWS_ENDPOINT_URL_SSM: endpointUrl,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: endpointUrl,
  AWS_ENDPOINT_URL_API_GATEWAY: endpointUrl,
  TABLE_NAME: tableName,
  BUCKET_NAME: bucket,
  STATE_MACHINE_ARN: facts.stateMachineArn,
  USER_POOL_ID: pool.userPoolId,
  USER_POOL_CLIENT_ID: pool.clientId,
  TOKEN_ISSUER: `${endpointUrl}/${pool.userPoolId}`,
  TOKEN_JWKS_URI: `${endpointUrl}/${pool.userPoolId}/.well-known/jwks.json`,
  WEBHOOK_QUEUE_URL: `${endpointUrl}${queuePath}`,
  MODEL_SETTINGS_SECRET_ID: modelSettingsSecret,
  USAGE_PLAN_IDS: JSON.stringify(localUsagePlanIds),
  LIVE_ENDPOINT: `${endpointUrl}${managementStage}`,
  REQUIRE_EMAIL_CONFIRMATION: String(facts.requireEmailConfirmation),
  REGISTRATIONS_PER_DAY: '1000', // everybody here comes from one address
  WEBHOOK_KEY_PARAMETER: '/astromedia/local/webhook-key',
  WEBHOOK_TARGETS: 'public-and-loopback', // a developer receives on the same machine
  EDGE_TOKEN: randomUUID(), // no edge stands in front of the gateway, so nobody knows it
});

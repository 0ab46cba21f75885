// A value of the right shape for every environment variable: for running a bundle where no service answers.
import type { EnvironmentName } from '../../shared/contracts/environment.ts';

export const sampleEnvironment: Record<EnvironmentName, string> = {
  TABLE_NAME: 'campaigns',
  BUCKET_NAME: 'assets',
  STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:campaigns',
  USER_POOL_ID: 'us-east-1_sample',
  USER_POOL_CLIENT_ID: 'sample',
  TOKEN_ISSUER: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_sample',
  TOKEN_JWKS_URI: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_sample/.well-known/jwks.json',
  REQUIRE_EMAIL_CONFIRMATION: 'false',
  REGISTRATIONS_PER_DAY: '20',
  EDGE_TOKEN: '00000000-0000-0000-0000-000000000000',
  LIVE_ENDPOINT: 'https://sample.execute-api.us-east-1.amazonaws.com/live',
  WEBHOOK_QUEUE_URL: 'https://sqs.us-east-1.amazonaws.com/000000000000/webhooks',
  WEBHOOK_TARGETS: 'public',
  WEBHOOK_KEY_PARAMETER: '/astromedia/sample/webhook-key',
  MODEL_SETTINGS_SECRET_ID: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:sample',
  USAGE_PLAN_IDS: '{"standard":"plan1","plus":"plan2"}',
};

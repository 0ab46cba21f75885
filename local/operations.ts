// What the embedded platform answers: exactly what is sent to it. tests/infra/operations.test.ts compares the list with the code that sends.

interface Senders {
  /** The functions, and browsers through the links that functions sign. */
  readonly functions: readonly string[];
  /** Suites, where they stand in for time or look behind the API. Nothing else is answered for their sake. */
  readonly suites?: readonly string[];
}

/** By the SDK's client. */
export const sentOperations = {
  'client-dynamodb': {
    functions: [
      'BatchGetItem',
      'BatchWriteItem',
      'DeleteItem',
      'GetItem',
      'PutItem',
      'Query',
      'TransactWriteItems',
      'UpdateItem',
    ],
    suites: ['Scan'], // of all that is stored
  },
  'client-s3': {
    functions: ['DeleteObject', 'DeleteObjects', 'GetObject', 'HeadBucket', 'ListObjectsV2', 'PutObject'],
  },
  'client-sfn': {
    functions: ['DescribeExecution', 'DescribeStateMachine', 'SendTaskSuccess', 'StartExecution', 'StopExecution'],
    suites: ['SendTaskFailure'], // in place of a time-out
  },
  'client-cognito-identity-provider': {
    functions: [
      'AdminConfirmSignUp',
      'AdminGetUser',
      'AdminSetUserPassword',
      'AdminUpdateUserAttributes',
      'AdminUserGlobalSignOut',
      'ChangePassword',
      'ConfirmForgotPassword',
      'ConfirmSignUp',
      'DeleteUser',
      'DescribeUserPoolClient',
      'ForgotPassword',
      'GetUser',
      'GlobalSignOut',
      'InitiateAuth',
      'ResendConfirmationCode',
      'RevokeToken',
      'SignUp',
    ],
  },
  'client-sqs': {
    functions: ['ChangeMessageVisibility', 'SendMessage', 'SendMessageBatch'],
    suites: ['GetQueueAttributes'], // of the dead-letter queue
  },
  'client-ssm': { functions: ['GetParameter', 'PutParameter'] },
  'client-secrets-manager': { functions: ['GetSecretValue'] },
  'client-api-gateway': { functions: ['CreateApiKey', 'CreateUsagePlanKey', 'DeleteApiKey', 'GetApiKeys'] },
  'client-apigatewaymanagementapi': { functions: ['DeleteConnection', 'PostToConnection'] },
} as const satisfies Record<string, Senders>;

type Sent = typeof sentOperations;
export type ClientName = keyof Sent;

/** The operations that a service answers, no more and no fewer. */
export type OperationName<Client extends ClientName> = {
  [Sender in keyof Sent[Client]]: Sent[Client][Sender] extends readonly (infer Name extends string)[] ? Name : never;
}[keyof Sent[Client]];

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it, onTestFinished } from 'vitest';
import { constructId, ServiceFunction } from '../../infra/constructs/service-function.ts';
import type { Settings } from '../../infra/settings.ts';
import { type LambdaName, lambdaNames, lambdas } from '../../shared/contracts/lambdas.ts';
import { operationIds, routes } from '../../shared/contracts/routes.ts';
import { synthesise } from './synthesise.ts';
import { functionOf, lambdaAt, permissionsOf, resourcesOf } from './template-reading.ts';

const { app, web } = synthesise();

const readAndWrite = ['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'];
/** Whoever may read an item may read several of them at once. */
const onTable = (...operations: string[]) =>
  [...operations, ...(operations.includes('GetItem') ? ['BatchGetItem'] : [])].map((operation) => `dynamodb:${operation} on table`); // biome-ignore format: one list
const onObjects = (...operations: string[]) => operations.map((operation) => `s3:${operation} on bucket/workspaces/*`);
const onMachine = (...operations: string[]) => operations.map((operation) => `states:${operation} on state machine`);
const sockets = 'execute-api:ManageConnections on sockets';
const closingSockets = 'execute-api:ManageConnections on closing of sockets';
const sending = 'sqs:SendMessage on webhook queue';
/** Nobody may replace the key: what it sealed could not be read any more. */
const usingWebhookKey = [
  'ssm:GetParameter on webhook key',
  'ssm:PutParameter on webhook key when {"StringEquals":{"ssm:Overwrite":"false"}}',
];
const step = [...onTable(...readAndWrite), sockets, sending];

const tracing = ['xray:PutTelemetryRecords on *', 'xray:PutTraceSegments on *'];

/** Of all keys in the account only those that carry the name of this stage's table. */
const ofThisStage = (key: string) => JSON.stringify({ StringEquals: { [`${key}/astromedia:table`]: tableName } });
const tableName = 'name of the table';
const removingKeys = [
  `apigateway:DELETE on any API key when ${ofThisStage('aws:ResourceTag')}`,
  'apigateway:GET on API keys',
];

/** Whoever asks models has the providers' keys, and may ask those of Bedrock with its own role. */
const readingModelSettings = 'secretsmanager:GetSecretValue on model settings';
const askingModels = [
  readingModelSettings,
  'bedrock:GetAsyncInvoke on any video job',
  ...['any foundation model', 'any inference profile'].flatMap((models) => [
    `bedrock:InvokeModel on ${models}`,
    `bedrock:InvokeModelWithResponseStream on ${models}`,
  ]),
];
const clientSecret = 'cognito-idp:DescribeUserPoolClient on user pool';

/** What each function may do, beyond writing its own logs and traces. */
const permissions: Record<LambdaName, string[]> = {
  auth: [
    ...onTable('GetItem', 'PutItem', 'Query', 'UpdateItem'),
    'cognito-idp:AdminConfirmSignUp on user pool',
    'cognito-idp:AdminGetUser on user pool',
    closingSockets,
    'cognito-idp:AdminSetUserPassword on user pool',
    'cognito-idp:AdminUpdateUserAttributes on user pool',
    'cognito-idp:AdminUserGlobalSignOut on user pool',
    clientSecret,
  ],
  campaigns: [
    ...onTable(...readAndWrite),
    ...onObjects('GetObject', 'PutObject', 'DeleteObject'),
    's3:ListBucket on bucket when {"StringLike":{"s3:prefix":"workspaces/*"}}',
    ...onMachine('StartExecution', 'SendTaskSuccess'),
    'states:StopExecution on executions of the state machine',
    'states:DescribeExecution on executions of the state machine',
    sockets,
    sending,
    readingModelSettings,
  ],
  users: [
    ...onTable(...readAndWrite),
    clientSecret,
    closingSockets,
    ...onObjects('DeleteObject'),
    's3:ListBucket on bucket when {"StringLike":{"s3:prefix":"workspaces/*"}}',
    'states:StopExecution on executions of the state machine',
    ...removingKeys,
  ],
  assets: [
    ...onTable('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    ...onObjects('GetObject', 'PutObject', 'DeleteObject'),
    ...['GetObject', 'PutObject', 'DeleteObject'].map((operation) => `s3:${operation} on bucket/uploads/*`),
    's3:ListBucket on bucket when {"StringLike":{"s3:prefix":"uploads/*"}}',
    sockets,
    sending,
  ],
  exports: [...onTable('GetItem', 'Query'), ...onObjects('GetObject', 'PutObject', 'PutObjectTagging', 'DeleteObject')],
  generation: [
    ...onTable('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    ...onObjects('GetObject', 'PutObject', 'PutObjectTagging'),
    ...askingModels,
  ],
  webhooks: [...onTable(...readAndWrite), sending, ...usingWebhookKey],
  'api-keys': [
    ...onTable('GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'),
    ...removingKeys,
    `apigateway:POST on API keys when ${ofThisStage('aws:RequestTag')}`,
    `apigateway:POST on tags when ${ofThisStage('aws:RequestTag')}`,
    `apigateway:PUT on tags when ${ofThisStage('aws:RequestTag')}`,
    'apigateway:POST on keys of a usage plan',
    'apigateway:POST on keys of a usage plan',
  ],
  'partner-authorizer': onTable('GetItem', 'UpdateItem'),
  meta: [],
  readiness: [...onTable('GetItem'), 's3:ListBucket on bucket', ...onMachine('DescribeStateMachine')],
  docs: [],
  'live-authorizer': [],
  'live-connect': onTable('DeleteItem', 'GetItem', 'PutItem'),
  'live-disconnect': onTable('GetItem', 'UpdateItem', 'DeleteItem'),
  'live-message': [...onTable(...readAndWrite), ...onObjects('GetObject'), sockets],
  'open-gate': [...step, ...onMachine('SendTaskSuccess')],
  'run-agent': [
    ...step,
    ...onObjects('GetObject', 'PutObject', 'DeleteObject'),
    ...onMachine('SendTaskSuccess'),
    ...askingModels,
  ],
  'request-approval': [...step, ...onMachine('SendTaskSuccess')],
  'complete-phase': [...step, ...onMachine('SendTaskSuccess')],
  'park-failure': [...step, ...onMachine('SendTaskSuccess')],
  'finish-campaign': step,
  'deliver-webhook': [
    ...onTable('GetItem', 'Query', 'UpdateItem'),
    ...['ChangeMessageVisibility', 'DeleteMessage', 'GetQueueAttributes', 'ReceiveMessage'].map(
      (action) => `sqs:${action} on webhook queue`,
    ),
    sending,
    ...usingWebhookKey,
  ],
  'sweep-webhooks': [...onTable('DeleteItem', 'GetItem', 'Query', 'UpdateItem'), sending],
  'sweep-deletions': [
    ...onTable(...readAndWrite),
    ...onObjects('DeleteObject'),
    's3:ListBucket on bucket when {"StringLike":{"s3:prefix":"workspaces/*"}}',
    'states:StopExecution on executions of the state machine',
  ],
  'remove-expired-keys': removingKeys,
};

describe('functions', () => {
  it('are exactly those of the table', () => {
    const found = resourcesOf(app, 'AWS::Lambda::Function').map(({ logicalId }) => logicalId);

    expect(found.sort()).toEqual(lambdaNames.map((name) => functionOf(app, name).logicalId).sort());
  });

  it.each(lambdaNames)(
    '%s runs on Node 24 and arm64 with the memory and time the table gives it, and is traced',
    (name) => {
      expect(functionOf(app, name).Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        MemorySize: lambdas[name].memoryMegabytes,
        Timeout: lambdas[name].timeoutSeconds,
        TracingConfig: { Mode: 'Active' },
        Description: lambdas[name].description,
      });
    },
  );

  it.each(lambdaNames)('%s gets exactly the variables the table lists, beside those of its runtime', (name) => {
    const ofRuntime = ['LOG_LEVEL', 'NODE_OPTIONS', 'POWERTOOLS_METRICS_NAMESPACE', 'POWERTOOLS_SERVICE_NAME'];

    const variables = Object.keys(functionOf(app, name).Properties.Environment.Variables);

    expect(variables.sort()).toEqual([...lambdas[name].environment, ...ofRuntime].sort());
  });

  it.each(lambdaNames)('%s may do what it needs and nothing else', (name) => {
    const own = `logs of ${constructId(name)}`;
    const always = [`logs:CreateLogStream on ${own}`, `logs:PutLogEvents on ${own}`, ...tracing];

    const found = permissionsOf(app, functionOf(app, name).Properties.Role);

    expect(found).toEqual([...always, ...permissions[name]].sort());
  });

  const reserved = (template: Template) =>
    lambdaNames
      .map((name) => [name, functionOf(template, name).Properties.ReservedConcurrentExecutions])
      .filter(([, limit]) => limit !== undefined);

  it('reserve nothing in development: a new account has ten executions at once and may reserve none of them', () => {
    expect(reserved(app)).toEqual([]);
  });

  it('hold back what calls models, and only that, in production, within the 900 an account of 1,000 may reserve', () => {
    const found = reserved(synthesise({ context: { stage: 'prod' } }).app);

    expect(found).toEqual([
      ['generation', 50],
      ['run-agent', 500],
    ]);
    expect(found.reduce((sum, [, limit]) => sum + Number(limit), 0)).toBeLessThanOrEqual(900);
  });

  it.each([...new Set(operationIds.filter((id) => 'idempotent' in routes[id]).map((id) => routes[id].lambda))])(
    '%s, which keeps answers under an Idempotency-Key, may also forget them',
    (name) => {
      const found = permissionsOf(app, functionOf(app, name).Properties.Role);
      for (const operation of ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])
        expect(found).toContain(`dynamodb:${operation} on table`);
    },
  );

  it.each(lambdaNames)('%s writes to a log group of its own', (name) => {
    expect(functionOf(app, name).Properties.LoggingConfig.LogGroup.Ref).toMatch(
      new RegExp(`^${constructId(name)}Logs`),
    );
  });
});

describe('metrics', () => {
  it('of two stages do not add up', () => {
    const namespaceOf = (template: Template) =>
      functionOf(template, 'meta').Properties.Environment.Variables.POWERTOOLS_METRICS_NAMESPACE;

    expect([app, synthesise({ context: { stage: 'prod' } }).app].map(namespaceOf)).toEqual([
      'astromedia/dev',
      'astromedia/prod',
    ]);
  });
});

describe('scheduled functions', () => {
  it('are called by rules, at the times of the table', () => {
    const rules = resourcesOf(app, 'AWS::Events::Rule').map(({ Properties }) => [
      Properties.ScheduleExpression,
      lambdaAt(app, Properties.Targets[0].Arn),
    ]);

    expect(rules.sort()).toEqual([
      ['rate(1 day)', 'remove-expired-keys'],
      ['rate(15 minutes)', 'sweep-deletions'],
      ['rate(5 minutes)', 'sweep-webhooks'],
    ]);
  });
});

describe('log groups', () => {
  it('outlive their stack in production, as the data does', () => {
    const prod = synthesise({ context: { stage: 'prod' } });

    for (const template of [prod.app, prod.web])
      template.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    app.allResources('AWS::Logs::LogGroup', { DeletionPolicy: 'Delete' });
  });

  it('all forget after the days the stage says', () => {
    const prod = synthesise({ context: { stage: 'prod' } });

    for (const template of [app, web]) template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 7 });
    for (const template of [prod.app, prod.web])
      template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 90 });
  });
});

describe('registrations', () => {
  it('from one address are as many in a day as the stage allows: twenty in production', () => {
    const allowed = (template: Template) =>
      functionOf(template, 'auth').Properties.Environment.Variables.REGISTRATIONS_PER_DAY;
    const prod = synthesise({ context: { stage: 'prod' } });

    expect([allowed(app), allowed(prod.app)]).toEqual(['1000', '20']);
  });
});

describe('a function', () => {
  const create = (name: LambdaName) => {
    const outdir = mkdtempSync(join(tmpdir(), 'astromedia-synth-'));
    onTestFinished(() => rmSync(outdir, { recursive: true }));
    const app = new App({ outdir, context: { 'aws:cdk:bundling-stacks': [] } });
    return { app, created: new ServiceFunction(new Stack(app, 'Stack'), name, settings) };
  };
  const settings: Settings = {
    stage: 'test',
    keepData: false,
    logRetentionDays: 7,
    requestsPerSecond: 1,
    requestBurst: 1,
    edgeLogs: false,
    dashboards: true,
    allowedOrigins: [],
    requireEmailConfirmation: false,
    registrationsPerDay: 20,
    edgeLocations: 'PRICE_CLASS_100',
  };

  it('cannot be granted a variable that its row in the table does not list', () => {
    const { created } = create('meta');

    expect(() => created.provide({ TABLE_NAME: 'campaigns' })).toThrow(
      'Meta is granted TABLE_NAME: add it to its environment',
    );
  });

  it('cannot be synthesised while a variable of its row is missing', () => {
    const { app, created } = create('assets');
    created.provide({ TABLE_NAME: 'campaigns' });

    expect(() => app.synth()).toThrow('nobody provides BUCKET_NAME to assets');
  });
});

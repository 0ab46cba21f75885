// Everything that can be deleted and deployed again without losing a campaign. Below each construct stands who may use it: a grant also sets
// the variables its client reads, so permission and configuration cannot drift apart.
import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { type LambdaName, lambdaNames, playbookLambdaNames } from '../../shared/contracts/lambdas.ts';
import { CampaignStateMachine } from '../constructs/campaign-state-machine.ts';
import { Dashboards } from '../constructs/dashboards.ts';
import { CampaignHttpApi } from '../constructs/http-api.ts';
import { LiveApi } from '../constructs/live-api.ts';
import { PartnerApi } from '../constructs/partner-api.ts';
import { Schedules } from '../constructs/schedules.ts';
import { SecretKeyParameter } from '../constructs/secret-key-parameter.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { WebhookQueue } from '../constructs/webhook-queue.ts';
import type { Settings } from '../settings.ts';
import type { DataStack } from './data-stack.ts';

interface AppStackProps {
  readonly settings: Settings;
  readonly data: DataStack;
}

type Functions = Record<LambdaName, ServiceFunction>;

export class AppStack extends Stack {
  readonly http: CampaignHttpApi;
  readonly live: LiveApi;
  readonly partner: PartnerApi;
  /** What our own CloudFront shows to be believed: the part of the stack's id that is drawn when it is made and never shown outside the account. */
  readonly edgeToken = Fn.select(2, Fn.split('/', this.stackId));

  constructor(scope: Construct, id: string, { settings, data }: AppStackProps) {
    super(scope, id, { description: `AstroMedia ${settings.stage}: functions, state machine and APIs` });
    const functions = createFunctions(this, settings);
    grantData(functions, data);
    for (const name of ['auth', 'users'] as const) functions[name].provide({ EDGE_TOKEN: this.edgeToken });
    functions.auth.provide({ REGISTRATIONS_PER_DAY: String(settings.registrationsPerDay) });

    const machine = new CampaignStateMachine(this, 'Playbook', { functions, settings });
    machine.grantExecutions(functions.campaigns);
    for (const name of ['users', 'sweep-deletions'] as const) machine.grantStopping(functions[name]);
    machine.grantPresence(functions.readiness);
    machine.grantTaskResponse(functions.campaigns, 'SendTaskSuccess');
    for (const name of resumingSteps) machine.grantTaskResponse(functions[name], 'SendTaskSuccess');

    this.live = new LiveApi(this, 'Live', { functions, settings });
    for (const name of ['campaigns', 'assets', 'live-message', ...playbookLambdaNames] as const) {
      this.live.grantManageConnections(functions[name]);
    }

    for (const name of ['auth', 'users'] as const) this.live.grantClosing(functions[name]);

    const webhooks = new WebhookQueue(this, 'WebhookEvents', settings);
    for (const name of ['campaigns', 'assets', 'webhooks', ...playbookLambdaNames] as const)
      webhooks.grantSend(functions[name]);
    webhooks.deliverTo(functions['deliver-webhook']);
    webhooks.grantSend(functions['deliver-webhook']);
    webhooks.grantSend(functions['sweep-webhooks']);
    const webhookKey = new SecretKeyParameter(this, 'WebhookKey', settings);
    for (const name of ['webhooks', 'deliver-webhook'] as const) {
      // An emulator has its receivers, and nothing to protect, on the same machine.
      functions[name].provide({ WEBHOOK_TARGETS: settings.emulatorUrl ? 'public-and-loopback' : 'public' });
      webhookKey.grantUse(functions[name]);
    }

    this.http = new CampaignHttpApi(this, 'Http', { functions, accounts: data.accounts, settings });
    this.partner = new PartnerApi(this, 'Partner', { functions, settings });
    this.partner.grantKeys(functions['api-keys'], data.table);
    for (const name of ['users', 'remove-expired-keys'] as const)
      this.partner.grantRemoval(functions[name], data.table);
    new Schedules(this, 'Schedules', { functions });
    if (settings.dashboards)
      new Dashboards(this, 'Dashboards', {
        settings,
        services: {
          'Executions of campaigns': machine.metrics(),
          'Errors of the steps': playbookLambdaNames.map((name) => functions[name].metricErrors()),
          'Events that no webhook took': [webhooks.metricFailed()],
        },
      });
    new CfnOutput(this, 'ApiUrl', { value: this.http.url });
    new CfnOutput(this, 'LiveUrl', { value: this.live.url });
    new CfnOutput(this, 'PartnerApiUrl', { value: this.partner.url });
    new CfnOutput(this, 'StateMachineArn', { value: machine.arn });
  }
}

/** Steps that open gates of phases, or close a wait that a repeated step finds already decided. */
const resumingSteps = ['open-gate', 'run-agent', 'request-approval', 'complete-phase', 'park-failure'] as const;

function createFunctions(scope: Construct, settings: Settings): Functions {
  const entries = lambdaNames.map((name) => [name, new ServiceFunction(scope, name, settings)] as const);
  return Object.fromEntries(entries) as Functions;
}

/** What shared/data does on behalf of a function that reads and changes campaigns, and forgets sockets that turn out to be gone. */
const readAndWrite = ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'] as const;

function grantData(functions: Functions, { table, bucket, accounts, modelSettings }: DataStack): void {
  accounts.grantRegistration(functions.auth);
  accounts.grantOwnAccount(functions.users);
  accounts.grantTokenVerification(functions['live-authorizer']);
  accounts.grantTokenVerification(functions['live-connect']);

  table.grant(functions.auth, 'GetItem', 'Query', 'PutItem', 'UpdateItem');
  table.grant(functions.assets, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  table.grant(functions.exports, 'GetItem', 'Query');
  table.grant(functions.readiness, 'GetItem');
  table.grant(functions.generation, 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  table.grant(functions['api-keys'], 'GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem');
  table.grant(functions['partner-authorizer'], 'GetItem', 'UpdateItem');
  table.grant(functions['live-connect'], 'GetItem', 'PutItem', 'DeleteItem');
  table.grant(functions['live-disconnect'], 'GetItem', 'UpdateItem', 'DeleteItem');
  table.grant(functions['deliver-webhook'], 'GetItem', 'Query', 'UpdateItem');
  table.grant(functions['sweep-webhooks'], 'GetItem', 'Query', 'UpdateItem', 'DeleteItem');
  for (const name of [
    'campaigns',
    'users',
    'webhooks',
    'live-message',
    'sweep-deletions',
    ...playbookLambdaNames,
  ] as const)
    table.grant(functions[name], ...readAndWrite);

  for (const name of ['run-agent', 'generation'] as const) modelSettings.grantAsking(functions[name]);
  modelSettings.grantRead(functions.campaigns); // asks none: it knows which there are, for estimates and for briefs that name one

  bucket.grantObjects(functions.campaigns, 'GetObject', 'PutObject', 'DeleteObject');
  bucket.grantList(functions.campaigns);
  for (const name of ['users', 'sweep-deletions'] as const) {
    bucket.grantObjects(functions[name], 'DeleteObject');
    bucket.grantList(functions[name]);
  }
  bucket.grantObjects(functions.assets, 'GetObject', 'PutObject', 'DeleteObject');
  bucket.grantArrivals(functions.assets);
  bucket.grantObjects(functions.exports, 'GetObject', 'PutObject', 'PutObjectTagging', 'DeleteObject');
  bucket.grantPresence(functions.readiness);
  bucket.grantObjects(functions.generation, 'GetObject', 'PutObject', 'PutObjectTagging');
  bucket.grantObjects(functions['live-message'], 'GetObject');
  bucket.grantObjects(functions['run-agent'], 'GetObject', 'PutObject', 'DeleteObject');
}

// The REST API of partners: a method per route that keys open, an authorizer that knows the keys, a usage plan per tier that API Gateway
// holds each key to. Its own refusals are problems like those of the functions.
import { Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  ApiKeySourceType,
  EndpointType,
  IdentitySource,
  type IRestApi,
  LambdaIntegration,
  Period,
  RequestAuthorizer,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { gatewayKeyTags } from '../../shared/contracts/gateway-key-tags.ts';
import { gatewayAnswer, gatewayResponseTypes } from '../../shared/contracts/gateway-problems.ts';
import { type PartnerTierName, partnerTierNames, partnerTiers } from '../../shared/contracts/limits.ts';
import {
  fallbackLambda,
  partnerOperationIds,
  partnerPrefix,
  partnerResource,
  partnerStage,
  type RouteLambda,
  routes,
} from '../../shared/contracts/routes.ts';
import { apiNameOf, type Settings } from '../settings.ts';
import type { CampaignTable } from './campaign-table.ts';
import { grantPattern } from './grant-pattern.ts';
import type { ServiceFunction } from './service-function.ts';

/** Says whose key it is; shared/contracts/gateway-key-tags.ts. */
const tableTag = gatewayKeyTags.table;

interface PartnerApiProps {
  readonly functions: Readonly<Record<RouteLambda | 'partner-authorizer', ServiceFunction>>;
  readonly settings: Settings;
}

export class PartnerApi extends Construct {
  /** Host name of the API on AWS. */
  readonly host: string;
  /** Address of the API with its stage and version, such as https://….amazonaws.com/partner/v1. */
  readonly url: string;
  private readonly planIds: Record<PartnerTierName, string>;

  constructor(scope: Construct, id: string, { functions, settings }: PartnerApiProps) {
    super(scope, id);
    const api = createApi(this, settings);
    addMethods(this, api, functions);
    addCatchAll(api, functions[fallbackLambda]);
    addGatewayResponses(api);
    this.planIds = addUsagePlans(api, settings);
    const { emulatorUrl } = settings;
    this.host = `${api.restApiId}.execute-api.${Stack.of(this).region}.amazonaws.com`;
    const origin = emulatorUrl ? `${emulatorUrl}/_aws/execute-api/${api.restApiId}` : `https://${this.host}`;
    this.url = `${origin}${partnerPrefix}`;
  }

  /** Lets the function make and remove keys, put them into the plans, and tells it which plan is of which tier. */
  grantKeys(service: ServiceFunction, table: CampaignTable): void {
    service.provide({ USAGE_PLAN_IDS: Stack.of(this).toJsonString(this.planIds) });
    service.addToRolePolicy(
      new PolicyStatement({
        actions: ['apigateway:POST'],
        resources: [this.arnOf('/apikeys')],
        conditions: { StringEquals: { [`aws:RequestTag/${tableTag}`]: table.name } },
      }),
    );
    // Tags of a new key are written through an address of their own, which names the key.
    grantPattern(service, {
      actions: ['apigateway:POST', 'apigateway:PUT'],
      resource: this.arnOf('/tags/*'),
      conditions: { StringEquals: { [`aws:RequestTag/${tableTag}`]: table.name } },
      reason:
        'A key gets its id when it is made. Only the tag that says whose key it is can be written, with this stage in it.',
    });
    service.addToRolePolicy(
      new PolicyStatement({
        actions: ['apigateway:POST'],
        resources: Object.values(this.planIds).map((planId) => this.arnOf(`/usageplans/${planId}/keys`)),
      }),
    );
    this.grantRemoval(service, table);
  }

  /**
   * Lets the function look through the keys of the account (a list knows no condition, and shows names and tags, never values) and remove
   * those of this stage. It need not know the plans, so it may serve the API that the plans are of.
   */
  grantRemoval(service: ServiceFunction, table: CampaignTable): void {
    service.provide({ TABLE_NAME: table.name });
    service.addToRolePolicy(new PolicyStatement({ actions: ['apigateway:GET'], resources: [this.arnOf('/apikeys')] }));
    grantPattern(service, {
      actions: ['apigateway:DELETE'],
      resource: this.arnOf('/apikeys/*'),
      conditions: { StringEquals: { [`aws:ResourceTag/${tableTag}`]: table.name } },
      reason: 'Keys get their ids when they are made. Only those that carry the tag of this stage can be deleted.',
    });
  }

  private arnOf(path: string): string {
    return Stack.of(this).formatArn({ service: 'apigateway', account: '', resource: path });
  }
}

function createApi(scope: Construct, settings: Settings): RestApi {
  const api = new RestApi(scope, 'Api', {
    restApiName: apiNameOf(settings, 'partner'),
    description: `AstroMedia ${settings.stage}: partners`,
    endpointConfiguration: { types: [EndpointType.REGIONAL] },
    // The authorizer says which key a request is counted for: the one that is registered under the hash of the secret.
    apiKeySourceType: ApiKeySourceType.AUTHORIZER,
    // Lets files through as they are. Bodies reach the functions in base64 then, which they expect.
    binaryMediaTypes: ['*/*'],
    cloudWatchRole: false,
    deployOptions: {
      stageName: partnerStage,
      throttlingRateLimit: settings.requestsPerSecond,
      throttlingBurstLimit: settings.requestBurst,
      metricsEnabled: false, // see http-api.ts
    },
  });
  acknowledgeFindings(api);
  return api;
}

function addMethods(scope: Construct, api: RestApi, functions: PartnerApiProps['functions']): void {
  const authorizer = new RequestAuthorizer(scope, 'Key', {
    handler: functions['partner-authorizer'],
    identitySources: [IdentitySource.header('X-API-Key')],
    resultsCacheTtl: Duration.seconds(0), // a revoked key is refused at once
  });
  const integrations = new Map<RouteLambda, LambdaIntegration>();
  for (const operationId of partnerOperationIds) {
    const { method, lambda } = routes[operationId];
    // One permission for the whole API: with one per method the stack would run into CloudFormation's 500 resources.
    const integration =
      integrations.get(lambda) ?? new LambdaIntegration(functions[lambda], { scopePermissionToMethod: false });
    integrations.set(lambda, integration);
    const added = api.root
      .resourceForPath(partnerResource(operationId))
      .addMethod(method, integration, { authorizer, apiKeyRequired: true });
    Validations.of(added).acknowledge({
      id: 'AwsSolutions-COG4',
      reason: 'Partners have keys, not accounts in the user pool: an authorizer of our own checks them.',
    });
  }
}

/** Other methods of a known address go to the function that answers them with 405 and those there are; API Gateway itself would say 403. */
function addCatchAll(api: RestApi, meta: ServiceFunction): void {
  const integration = new LambdaIntegration(meta, { scopePermissionToMethod: false });
  for (const path of new Set(partnerOperationIds.map(partnerResource))) {
    const added = api.root.resourceForPath(path).addMethod('ANY', integration);
    Validations.of(added).acknowledge(
      {
        id: 'AwsSolutions-APIG4',
        reason: 'It answers which methods an address knows, which the documentation says too.',
      },
      {
        id: 'AwsSolutions-COG4',
        reason: 'It answers which methods an address knows, which the documentation says too.',
      },
    );
  }
}

function addGatewayResponses(api: RestApi): void {
  for (const type of gatewayResponseTypes) {
    const { status, headers, body } = gatewayAnswer(type, '$context.requestId');
    const { 'content-type': mediaType = 'application/json', ...others } = headers;
    api.addGatewayResponse(type, {
      type: ResponseType.of(type),
      statusCode: String(status),
      // Without this one API Gateway would name the media type of the template, whichever the client asked for.
      responseHeaders: { ...quoted(others), 'content-type': `'${mediaType}'` },
      templates: { 'application/json': body },
    });
  }
}

/** A fixed value is written in quotes, to tell it from a variable. */
const quoted = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]));

function addUsagePlans(api: RestApi, { stage }: Settings): Record<PartnerTierName, string> {
  const plans = partnerTierNames.map((tier) => {
    const { requestsPerSecond, burst, requestsPerMonth } = partnerTiers[tier];
    const plan = api.addUsagePlan(`${tier}Plan`, {
      name: `astromedia-${stage}-${tier}`,
      throttle: { rateLimit: requestsPerSecond, burstLimit: burst },
      quota: { limit: requestsPerMonth, period: Period.MONTH },
      // CDK declares the same optional properties once with and once without undefined, see site-bucket.ts.
      apiStages: [{ api: api as IRestApi, stage: api.deploymentStage }],
    });
    return [tier, plan.usagePlanId];
  });
  return Object.fromEntries(plans);
}

function acknowledgeFindings(api: RestApi): void {
  Validations.of(api).acknowledge({
    id: 'AwsSolutions-APIG2',
    reason: 'Requests are validated by the functions, from the same route table and with the pointer of the field.',
  });
  Validations.of(api.deploymentStage).acknowledge(
    {
      id: 'AwsSolutions-APIG1',
      reason:
        'Access logs of a REST API need a role set for the whole account, see live-api.ts; each handler logs its request.',
    },
    {
      id: 'AwsSolutions-APIG6',
      reason: 'Execution logs need the same role; the authorizer logs refusals, the handlers requests.',
    },
    {
      id: 'AwsSolutions-APIG3',
      reason: 'A web ACL costs more than the whole idle system; every request needs a key and its usage plan.',
    },
  );
}

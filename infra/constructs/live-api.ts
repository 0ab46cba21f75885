// The WebSocket API: the token is checked before a socket opens; whatever a client then says goes to live-message.
import { Stack, Validations } from 'aws-cdk-lib';
import { WebSocketApi, WebSocketStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { WebSocketLambdaAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { WebSocketLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { apiNameOf, type Settings } from '../settings.ts';
import { grantPattern } from './grant-pattern.ts';
import type { ServiceFunction } from './service-function.ts';

const stageName = 'live';

type LiveLambda = 'live-authorizer' | 'live-connect' | 'live-disconnect' | 'live-message';

interface LiveApiProps {
  readonly functions: Readonly<Record<LiveLambda, ServiceFunction>>;
  readonly settings: Settings;
}

export class LiveApi extends Construct {
  /** Where clients open a socket, adding `?token=…`. */
  readonly url: string;
  /** Origin of that address on AWS, for pages that must name whom they talk to. */
  readonly origin: string;
  /** Where functions post to open sockets. */
  private readonly managementEndpoint: string;
  private readonly apiId: string;

  constructor(scope: Construct, id: string, { functions, settings }: LiveApiProps) {
    super(scope, id);
    const api = createApi(this, functions, settings);
    addStage(this, api, settings);
    this.apiId = api.apiId;
    const host = `${api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`;
    this.origin = `wss://${host}`;
    const emulated = settings.emulatorUrl && `${settings.emulatorUrl}/_aws/execute-api/${api.apiId}/${stageName}`;
    this.managementEndpoint = emulated ?? `https://${host}/${stageName}`;
    this.url = emulated?.replace(/^http/, 'ws') ?? `${this.origin}/${stageName}`;
  }

  /** Lets the function send to open sockets and tells it where. */
  grantManageConnections(service: ServiceFunction): void {
    this.grantOnConnections(service, 'POST');
  }

  /** The same for closing them. */
  grantClosing(service: ServiceFunction): void {
    this.grantOnConnections(service, 'DELETE');
  }

  private grantOnConnections(service: ServiceFunction, method: 'POST' | 'DELETE'): void {
    service.provide({ LIVE_ENDPOINT: this.managementEndpoint });
    grantPattern(service, {
      actions: ['execute-api:ManageConnections'],
      resource: Stack.of(this).formatArn({
        service: 'execute-api',
        resource: this.apiId,
        resourceName: `${stageName}/${method}/@connections/*`,
      }),
      reason: 'Sockets get their ids when they open.',
    });
  }
}

function createApi(scope: Construct, functions: LiveApiProps['functions'], settings: Settings): WebSocketApi {
  const authorizer = new WebSocketLambdaAuthorizer('AccessToken', functions['live-authorizer'], {
    identitySource: ['route.request.querystring.token'],
  });
  const integration = (name: LiveLambda) => new WebSocketLambdaIntegration(name, functions[name]);
  const api = new WebSocketApi(scope, 'Api', {
    apiName: apiNameOf(settings, 'live'),
    routeSelectionExpression: '$request.body.action',
    connectRouteOptions: { integration: integration('live-connect'), authorizer },
    disconnectRouteOptions: { integration: integration('live-disconnect') },
    defaultRouteOptions: { integration: integration('live-message') },
  });
  Validations.of(api).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'API Gateway allows an authorizer on $connect only, and $connect has one: the other routes need a socket it let in.',
  });
  return api;
}

function addStage(scope: Construct, webSocketApi: WebSocketApi, settings: Settings): void {
  const stage = new WebSocketStage(scope, 'Stage', {
    webSocketApi,
    stageName,
    autoDeploy: true,
    throttle: { rateLimit: settings.requestsPerSecond, burstLimit: settings.requestBurst },
    detailedMetricsEnabled: false, // see http-api.ts
  });
  Validations.of(stage).acknowledge({
    id: 'AwsSolutions-APIG1',
    reason:
      'Access logs of a WebSocket API need a role set for the whole account, which no single stage may own; each handler logs its event.',
  });
}

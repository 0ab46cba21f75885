// The HTTP API: one route per row of shared/contracts/routes.ts, one integration per Lambda, a checked access token on all that is not public.
// Whatever no row fits goes to the function that answers it as a problem.
import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { crossOrigin } from '../../shared/contracts/cross-origin.ts';
import { apiPrefix, fallbackLambda, operationIds, type RouteLambda, routes } from '../../shared/contracts/routes.ts';
import { apiNameOf, logRemoval, type Settings } from '../settings.ts';
import type { Accounts } from './accounts.ts';
import { constructId, type ServiceFunction } from './service-function.ts';

/** One line per request. The error fields say why API Gateway itself refused or failed. */
const accessLogFields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMilliseconds: '$context.responseLatency',
  responseBytes: '$context.responseLength',
  sourceAddress: '$context.identity.sourceIp',
  authorizerError: '$context.authorizer.error',
  integrationError: '$context.integrationErrorMessage',
};

interface CampaignHttpApiProps {
  readonly functions: Readonly<Record<RouteLambda, ServiceFunction>>;
  readonly accounts: Accounts;
  readonly settings: Settings;
}

export class CampaignHttpApi extends Construct {
  /** Host name of the API on AWS. */
  readonly host: string;
  /** Address of the API with its prefix, such as https://….amazonaws.com/api/v1. */
  readonly url: string;

  constructor(scope: Construct, id: string, { functions, accounts, settings }: CampaignHttpApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Api', {
      apiName: apiNameOf(settings, 'api'),
      createDefaultStage: false,
      ...corsOf(settings.allowedOrigins),
    });
    addStage(this, api, settings);
    addRoutes(api, functions, accounts);
    const { emulatorUrl } = settings;
    this.host = `${api.apiId}.execute-api.${Stack.of(this).region}.amazonaws.com`;
    this.url = `${emulatorUrl ? `${emulatorUrl}/_aws/execute-api/${api.apiId}` : api.apiEndpoint}${apiPrefix}`;
  }
}

function addStage(scope: Construct, httpApi: HttpApi, settings: Settings): void {
  const accessLogs = new LogGroup(scope, 'AccessLogs', {
    retention: settings.logRetentionDays,
    removalPolicy: logRemoval(settings),
  });
  new HttpStage(scope, 'Stage', {
    httpApi,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: settings.requestsPerSecond, burstLimit: settings.requestBurst },
    // Metrics per route are billed like custom ones, and the functions emit their own; the access log names the route too.
    detailedMetricsEnabled: false,
    accessLogSettings: {
      destination: new LogGroupLogDestination(accessLogs),
      format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
    },
  });
}

function addRoutes(api: HttpApi, functions: CampaignHttpApiProps['functions'], accounts: Accounts): void {
  const signedIn = new HttpJwtAuthorizer('AccessToken', accounts.tokenIssuer, { jwtAudience: [accounts.clientId] });
  const integrations = new Map<RouteLambda, HttpLambdaIntegration>();
  for (const operationId of operationIds) {
    const { path, method, access, lambda } = routes[operationId];
    const integration = integrations.get(lambda) ?? integrate(lambda, functions[lambda]);
    integrations.set(lambda, integration);
    const added = api.addRoutes({
      path: `${apiPrefix}${path}`,
      methods: [HttpMethod[method]],
      integration,
      authorizer: access === 'public' ? new HttpNoneAuthorizer() : signedIn,
    });
    if (access === 'public') for (const route of added) acknowledgePublic(route);
  }
  const integration = integrations.get(fallbackLambda) ?? integrate(fallbackLambda, functions[fallbackLambda]);
  const authorizer = new HttpNoneAuthorizer();
  acknowledgePublic(
    new HttpRoute(api, 'Fallback', { httpApi: api, routeKey: HttpRouteKey.DEFAULT, integration, authorizer }),
  );
}

function integrate(lambda: RouteLambda, service: ServiceFunction): HttpLambdaIntegration {
  return new HttpLambdaIntegration(constructId(lambda), service, { scopePermissionToRoute: false });
}

function acknowledgePublic(route: Construct): void {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'Public in the route table: nobody has a token before signing in, and a health check never does. Or no route at all.',
  });
}

function corsOf(allowOrigins: readonly string[]) {
  if (allowOrigins.length === 0) return {};
  return {
    corsPreflight: {
      allowOrigins: [...allowOrigins],
      allowMethods: crossOrigin.methods.map((method) => CorsHttpMethod[method]),
      allowHeaders: [...crossOrigin.requestHeaders],
      exposeHeaders: [...crossOrigin.exposedHeaders],
      allowCredentials: crossOrigin.allowsCredentials,
      maxAge: Duration.seconds(crossOrigin.preflightSeconds),
    },
  };
}

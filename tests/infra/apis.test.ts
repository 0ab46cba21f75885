import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { crossOrigin } from '../../shared/contracts/cross-origin.ts';
import { fallbackLambda, fallbackRouteKey, operationIds, routeKey, routes } from '../../shared/contracts/routes.ts';
import { synthesise } from './synthesise.ts';
import { lambdaAt, resourcesOf } from './template-reading.ts';

const { app } = synthesise();

const apiOf = (protocol: 'HTTP' | 'WEBSOCKET') =>
  resourcesOf(app, 'AWS::ApiGatewayV2::Api').find(({ Properties }) => Properties.ProtocolType === protocol)?.logicalId;
const ofApi = (type: string, protocol: 'HTTP' | 'WEBSOCKET') =>
  resourcesOf(app, type).filter(({ Properties }) => Properties.ApiId.Ref === apiOf(protocol));
const httpRoutes = ofApi('AWS::ApiGatewayV2::Route', 'HTTP');
const socketRoutes = ofApi('AWS::ApiGatewayV2::Route', 'WEBSOCKET');

/** The Lambda behind a route, through its integration. */
const lambdaBehind = (route: (typeof httpRoutes)[number]) => {
  const integration = JSON.stringify(route.Properties.Target).match(/{"Ref":"(\w+)"}/)?.[1];
  const found = resourcesOf(app, 'AWS::ApiGatewayV2::Integration').find(({ logicalId }) => logicalId === integration);
  return lambdaAt(app, found?.Properties.IntegrationUri);
};

describe('the HTTP API', () => {
  it('has exactly the routes of the table', () => {
    expect(httpRoutes.map(({ Properties }) => Properties.RouteKey).sort()).toEqual(
      [...operationIds.map(routeKey), fallbackRouteKey].sort(),
    );
  });

  it('hands every other address to the function that answers it as a problem, whoever asks', () => {
    const route = httpRoutes.find(({ Properties }) => Properties.RouteKey === fallbackRouteKey);

    expect(route && lambdaBehind(route)).toBe(fallbackLambda);
    expect(route?.Properties).toMatchObject({ AuthorizationType: 'NONE' });
  });

  it.each(operationIds)('hands %s to its Lambda, with a checked token unless it is public', (operationId) => {
    const route = httpRoutes.find(({ Properties }) => Properties.RouteKey === routeKey(operationId));

    expect(route && lambdaBehind(route)).toBe(routes[operationId].lambda);
    if (routes[operationId].access === 'public') {
      expect(route?.Properties).toMatchObject({ AuthorizationType: 'NONE' });
      expect(route?.Properties).not.toHaveProperty('AuthorizerId');
    } else {
      const [authorizer] = ofApi('AWS::ApiGatewayV2::Authorizer', 'HTTP');
      expect(route?.Properties).toMatchObject({
        AuthorizationType: 'JWT',
        AuthorizerId: { Ref: authorizer?.logicalId },
      });
    }
  });

  it('accepts access tokens of our user pool, made for our client', () => {
    const [authorizer, ...others] = ofApi('AWS::ApiGatewayV2::Authorizer', 'HTTP');

    expect(others).toEqual([]);
    expect(authorizer?.Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
    });
    const { Audience, Issuer } = authorizer?.Properties.JwtConfiguration ?? {};
    expect(JSON.stringify(Audience)).toMatch(/^\[{"Fn::ImportValue":"[^"]*AccountsUserPoolClient\w+"}\]$/);
    expect(JSON.stringify(Issuer)).toContain('"https://cognito-idp.",{"Ref":"AWS::Region"},".amazonaws.com/"');
    expect(JSON.stringify(Issuer)).toMatch(/"Fn::ImportValue":"[^"]*AccountsUserPool\w+"/);
  });

  it('has one integration per Lambda', () => {
    const lambdasOfRoutes = new Set(Object.values(routes).map(({ lambda }) => lambda));

    const found = ofApi('AWS::ApiGatewayV2::Integration', 'HTTP').map(({ Properties }) => Properties);

    expect(found.map(({ IntegrationUri }) => lambdaAt(app, IntegrationUri)).sort()).toEqual(
      [...lambdasOfRoutes].sort(),
    );
    expect(found.every(({ PayloadFormatVersion }) => PayloadFormatVersion === '2.0')).toBe(true);
  });

  it('writes access logs and holds back more requests than the stage allows', () => {
    const [stage] = ofApi('AWS::ApiGatewayV2::Stage', 'HTTP');

    expect(stage?.Properties).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100, DetailedMetricsEnabled: false },
    });
    expect(JSON.parse(stage?.Properties.AccessLogSettings.Format)).toMatchObject({ requestId: '$context.requestId' });
  });

  it('lets pages of the allowed origins call it, and none when the stage lists none', () => {
    app.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      ProtocolType: 'HTTP',
      CorsConfiguration: {
        AllowOrigins: ['http://localhost:5173'],
        AllowMethods: ['GET', 'POST', 'PATCH', 'DELETE'],
        AllowHeaders: [...crossOrigin.requestHeaders],
        ExposeHeaders: [...crossOrigin.exposedHeaders],
        AllowCredentials: true,
        MaxAge: 600,
      },
    });
    synthesise({ context: { stage: 'prod' } }).app.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      ProtocolType: 'HTTP',
      CorsConfiguration: Match.absent(),
    });
  });
});

describe('the WebSocket API', () => {
  it.each([
    { key: '$connect', lambda: 'live-connect' },
    { key: '$disconnect', lambda: 'live-disconnect' },
    { key: '$default', lambda: 'live-message' },
  ])('hands $key to $lambda', ({ key, lambda }) => {
    const route = socketRoutes.find(({ Properties }) => Properties.RouteKey === key);

    expect(route && lambdaBehind(route)).toBe(lambda);
    expect(socketRoutes).toHaveLength(3);
  });

  it('opens a socket only after the authorizer has seen the token of the query', () => {
    const [authorizer] = ofApi('AWS::ApiGatewayV2::Authorizer', 'WEBSOCKET');
    const connect = socketRoutes.find(({ Properties }) => Properties.RouteKey === '$connect');

    expect(connect?.Properties).toMatchObject({
      AuthorizationType: 'CUSTOM',
      AuthorizerId: { Ref: authorizer?.logicalId },
    });
    expect(authorizer?.Properties).toMatchObject({
      AuthorizerType: 'REQUEST',
      IdentitySource: ['route.request.querystring.token'],
    });
    expect(lambdaAt(app, authorizer?.Properties.AuthorizerUri)).toBe('live-authorizer');
  });

  it('and the other two have names that tell them apart, and their stages', () => {
    const names = [...resourcesOf(app, 'AWS::ApiGatewayV2::Api'), ...resourcesOf(app, 'AWS::ApiGateway::RestApi')].map(
      ({ Properties }) => Properties.Name,
    );

    expect(names.sort()).toEqual(['astromedia-dev-api', 'astromedia-dev-live', 'astromedia-dev-partner']);
  });

  it('is staged as live, selects by action and is throttled', () => {
    app.hasResourceProperties('AWS::ApiGatewayV2::Api', {
      ProtocolType: 'WEBSOCKET',
      RouteSelectionExpression: '$request.body.action',
    });
    expect(ofApi('AWS::ApiGatewayV2::Stage', 'WEBSOCKET')[0]?.Properties).toMatchObject({
      StageName: 'live',
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
    });
  });
});

describe('addresses', () => {
  const outputs = (context: Record<string, unknown>) => synthesise({ context }).app.toJSON().Outputs;

  it('are those of AWS, or those of the emulator when deployed to one', () => {
    expect(JSON.stringify(outputs({}).LiveUrl.Value)).toContain('"wss://"');
    expect(JSON.stringify(outputs({ local: '1' }).LiveUrl.Value)).toMatch(
      /"ws:\/\/[^"]+\/_aws\/execute-api\/",{"Ref":"\w+"},"\/live"/,
    );
    expect(JSON.stringify(outputs({ local: '1' }).ApiUrl.Value)).toMatch(
      /"http:\/\/[^"]+\/_aws\/execute-api\/",{"Ref":"\w+"},"\/api\/v1"/,
    );
  });
});

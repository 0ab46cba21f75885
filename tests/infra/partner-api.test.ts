import { describe, expect, it } from 'vitest';
import { gatewayResponseTypes } from '../../shared/contracts/gateway-problems.ts';
import { partnerTierNames, partnerTiers } from '../../shared/contracts/limits.ts';
import { problemSchema } from '../../shared/contracts/problems.ts';
import {
  fallbackLambda,
  operationIds,
  partnerOperationIds,
  partnerResource,
  routes,
} from '../../shared/contracts/routes.ts';
import { synthesise } from './synthesise.ts';
import { functionOf, lambdaAt, resourcesOf } from './template-reading.ts';

const { app } = synthesise();
const one = (type: string) => {
  const [only, ...others] = resourcesOf(app, type);
  expect(others).toEqual([]);
  return only;
};
const resources = new Map(
  resourcesOf(app, 'AWS::ApiGateway::Resource').map(({ logicalId, Properties }) => [logicalId, Properties]),
);
/** The whole path of a resource, from its parents. */
const pathOf = (reference: { Ref?: string }): string => {
  const own = resources.get(reference.Ref ?? '');
  return own ? `${pathOf(own.ParentId)}/${own.PathPart}` : '';
};
const methods = resourcesOf(app, 'AWS::ApiGateway::Method').map(({ Properties }) => ({
  key: `${Properties.HttpMethod} ${pathOf(Properties.ResourceId)}`,
  Properties,
}));

const opened = methods.filter(({ Properties }) => Properties.HttpMethod !== 'ANY');

describe('the partner API', () => {
  it('sends every other method of its addresses to the function that says which there are', () => {
    const others = methods.filter(({ Properties }) => Properties.HttpMethod === 'ANY');

    expect(new Set(others.map(({ key }) => key))).toEqual(
      new Set(partnerOperationIds.map((id) => `ANY ${partnerResource(id)}`)),
    );
    for (const { Properties } of others) {
      expect(Properties).toMatchObject({ AuthorizationType: 'NONE', Integration: { Type: 'AWS_PROXY' } });
      expect(lambdaAt(app, Properties.Integration.Uri)).toBe(fallbackLambda);
    }
  });

  it('has exactly the routes that keys open, each with an authorizer, a key and its Lambda', () => {
    const authorizer = one('AWS::ApiGateway::Authorizer');

    expect(opened.map(({ key }) => key).sort()).toEqual(
      partnerOperationIds.map((id) => `${routes[id].method} ${partnerResource(id)}`).sort(),
    );
    for (const { key, Properties } of opened) {
      const id = operationIds.find((operation) => `${routes[operation].method} ${partnerResource(operation)}` === key);
      expect(Properties).toMatchObject({
        ApiKeyRequired: true,
        AuthorizationType: 'CUSTOM',
        AuthorizerId: { Ref: authorizer?.logicalId },
        Integration: { Type: 'AWS_PROXY' },
      });
      expect([key, lambdaAt(app, Properties.Integration.Uri)]).toEqual([key, id && routes[id].lambda]);
    }
  });

  it('is deployed again when its authorizer changes', () => {
    // A deployment is made anew when its id changes: with this flag the authorizer is part of what the id is made of.
    const flag = '@aws-cdk/aws-apigateway:authorizerChangeDeploymentLogicalId';
    const without = synthesise({ context: { [flag]: false } });
    const deploymentIds = [app, without.app].map(
      (template) => resourcesOf(template, 'AWS::ApiGateway::Deployment')[0]?.logicalId,
    );

    expect(new Set(deploymentIds).size).toBe(2);
  });

  it('asks the authorizer about every request, which says by what hash it is counted', () => {
    const authorizer = one('AWS::ApiGateway::Authorizer');

    expect(authorizer?.Properties).toMatchObject({
      Type: 'REQUEST',
      IdentitySource: 'method.request.header.X-API-Key',
      AuthorizerResultTtlInSeconds: 0,
    });
    expect(lambdaAt(app, authorizer?.Properties.AuthorizerUri)).toBe('partner-authorizer');
    expect(one('AWS::ApiGateway::RestApi')?.Properties).toMatchObject({
      ApiKeySourceType: 'AUTHORIZER',
      EndpointConfiguration: { Types: ['REGIONAL'] },
      BinaryMediaTypes: ['*/*'],
    });
  });

  it.each(partnerTierNames)('holds keys of the tier %s to what the table allows', (tier) => {
    const { requestsPerSecond, burst, requestsPerMonth } = partnerTiers[tier];
    const stage = one('AWS::ApiGateway::Stage');
    const plan = resourcesOf(app, 'AWS::ApiGateway::UsagePlan').find(
      ({ Properties }) => Properties.UsagePlanName === `astromedia-dev-${tier}`,
    );

    expect(plan?.Properties).toMatchObject({
      Throttle: { RateLimit: requestsPerSecond, BurstLimit: burst },
      Quota: { Limit: requestsPerMonth, Period: 'MONTH' },
      ApiStages: [{ Stage: { Ref: stage?.logicalId } }],
    });
    const ids = JSON.stringify(functionOf(app, 'api-keys').Properties.Environment.Variables.USAGE_PLAN_IDS);
    expect(ids).toContain(`{"Ref":"${plan?.logicalId}"}`);
  });

  it('is staged under the first part of its address and throttled as a whole', () => {
    expect(one('AWS::ApiGateway::Stage')?.Properties).toMatchObject({
      StageName: 'partner',
      MethodSettings: [
        expect.objectContaining({ ResourcePath: '/*', ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }),
      ],
    });
  });

  it.each(gatewayResponseTypes)('answers %s as a problem with the request id', (type) => {
    const { StatusCode, ResponseTemplates, ResponseParameters } =
      resourcesOf(app, 'AWS::ApiGateway::GatewayResponse').find(({ Properties }) => Properties.ResponseType === type)
        ?.Properties ?? {};

    const problem = problemSchema.parse(JSON.parse(ResponseTemplates['application/json']));

    expect(String(problem.status)).toBe(StatusCode);
    expect(problem.requestId).toBe('$context.requestId');
    expect(ResponseParameters).toMatchObject({
      'gatewayresponse.header.content-type': "'application/problem+json; charset=utf-8'",
    });
    if (problem.status === 429) expect(ResponseParameters['gatewayresponse.header.retry-after']).toMatch(/^'\d+'$/);
  });

  it('needs one permission per Lambda, not one per method', () => {
    const permissions = resourcesOf(app, 'AWS::Lambda::Permission').filter(({ Properties }) =>
      JSON.stringify(Properties.SourceArn ?? '').includes('PartnerApi'),
    );
    const lambdas = new Set<string>(partnerOperationIds.map((id) => routes[id].lambda));

    expect(permissions.map(({ Properties }) => lambdaAt(app, Properties.FunctionName)).sort()).toEqual(
      [...lambdas, fallbackLambda, 'partner-authorizer'].sort(),
    );
    // CloudFormation takes 500.
    expect(resourcesOf(app).length).toBeLessThan(450);
  });
});

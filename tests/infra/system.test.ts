import { type App, Stack, Validations } from 'aws-cdk-lib';
import type { Template } from 'aws-cdk-lib/assertions';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { synthesise } from './synthesise.ts';
import { permissionsOf, type Resource, resourcesOf } from './template-reading.ts';

const stages = ['dev', 'prod'].map((stage) => ({ stage, ...synthesise({ context: { stage } }) }));

const findingsOf = (root: App) =>
  new AwsSolutionsChecks(root)
    .validateScope(root)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map((resource) => `${ruleName} at ${resource.constructPath}`),
    );

describe.each(stages)('the whole system in $stage', ({ stage, root, data, app, web }) => {
  it('has no finding of the AWS Solutions rules that is not acknowledged', () => {
    expect(findingsOf(root)).toEqual([]);
  });

  it('gives a reason for every finding it acknowledges', () => {
    const reasons = root.node.findAll().flatMap(acknowledgements);

    expect(reasons.length).toBeGreaterThan(0);
    for (const [rule, reason] of reasons) expect(reason, rule).toMatch(/^.{25,}\.$/);
  });

  it('permits something on every resource only for traces and the delivery of logs', () => {
    const onEverything = [data, app, web].flatMap(allPermissions).filter((line) => line.endsWith(' on *'));

    expect([...new Set(onEverything)].sort()).toEqual([
      ...['CreateLogDelivery', 'DeleteLogDelivery', 'DescribeLogGroups', 'DescribeResourcePolicies'].map(
        logsOnEverything,
      ),
      ...['GetLogDelivery', 'ListLogDeliveries', 'PutResourcePolicy', 'UpdateLogDelivery'].map(logsOnEverything),
      ...['GetSamplingRules', 'GetSamplingTargets', 'PutTelemetryRecords', 'PutTraceSegments'].map(xrayOnEverything),
    ]);
  });

  it('attaches no managed policy to any role', () => {
    const roles = [data, app, web].flatMap((template) => resourcesOf(template, 'AWS::IAM::Role'));

    const withPolicies = roles.filter(({ Properties }) => Properties.ManagedPolicyArns);

    // The emptier of a bucket that is thrown away comes from CDK, role and all.
    const expected = stage === 'dev' ? [expect.stringMatching(/^CustomS3AutoDeleteObjects/)] : [];
    expect(withPolicies.map(({ logicalId }) => logicalId)).toEqual(expected);
  });

  it('holds nothing that looks like a secret', () => {
    const text = JSON.stringify([data.toJSON(), app.toJSON(), web.toJSON()]);

    expect(text).not.toMatch(/AKIA[0-9A-Z]{16}|-----BEGIN|\bsk-[\w-]{16,}|\bhf_\w{16,}|eyJ[\w-]{20,}\./);
    expect(text).not.toMatch(/"(?!ApiKeySourceType")\w*(password|secret|api_?key|private_?key)\w*":"(?!{}")/i); // the settings of providers are made empty
  });

  it('is made of these resources', () => {
    const emptying = ['1 AWS::IAM::Role', '1 AWS::Lambda::Function', '1 Custom::S3AutoDeleteObjects'];
    expect(countsOf(resourcesOf(data))).toEqual(
      [
        '1 AWS::Cognito::UserPool',
        '1 AWS::Cognito::UserPoolClient',
        '1 AWS::DynamoDB::Table',
        '1 AWS::S3::Bucket',
        '1 AWS::S3::BucketPolicy',
        '1 AWS::SecretsManager::Secret',
        ...(stage === 'dev' ? emptying : []),
      ].sort((one, other) => (one.slice(2) < other.slice(2) ? -1 : 1)),
    );
    expect(countsOf(resourcesOf(app).filter(({ Type }) => !countedElsewhere.includes(Type)))).toEqual([
      '1 AWS::ApiGateway::Authorizer',
      '1 AWS::ApiGateway::Deployment',
      '1 AWS::ApiGateway::RestApi',
      '1 AWS::ApiGateway::Stage',
      '2 AWS::ApiGateway::UsagePlan',
      '2 AWS::ApiGatewayV2::Api',
      '2 AWS::ApiGatewayV2::Authorizer',
      '2 AWS::ApiGatewayV2::Stage',
      '2 AWS::CloudWatch::Dashboard',
      '3 AWS::Events::Rule',
      '33 AWS::IAM::Policy',
      '27 AWS::IAM::Role',
      '1 AWS::Lambda::EventSourceMapping',
      '25 AWS::Lambda::Permission',
      '28 AWS::Logs::LogGroup',
      '2 AWS::SQS::Queue',
      '2 AWS::SQS::QueuePolicy',
      '1 AWS::StepFunctions::StateMachine',
    ]);
    expect(countsOf(resourcesOf(web))).toEqual([
      '1 AWS::CloudFront::Distribution',
      '2 AWS::CloudFront::Function',
      '1 AWS::CloudFront::OriginAccessControl',
      '1 AWS::CloudFront::ResponseHeadersPolicy',
      '1 AWS::IAM::Policy',
      '1 AWS::IAM::Role',
      '1 AWS::Lambda::Function',
      '2 AWS::Lambda::LayerVersion',
      '1 AWS::Logs::LogGroup',
      '1 AWS::S3::Bucket',
      '1 AWS::S3::BucketPolicy',
      '2 Custom::CDKBucketDeployment',
    ]);
  });

  it('runs every function on arm64 and, but for the copier CDK brings, on Node 24', () => {
    const functions = [app, web].flatMap((template) => resourcesOf(template, 'AWS::Lambda::Function'));

    const runtimes = functions.map(({ Properties }) => `${Properties.Runtime} on ${Properties.Architectures}`);

    expect([...new Set(runtimes)]).toEqual(['nodejs24.x on arm64', 'python3.13 on arm64']);
    expect(runtimes.filter((runtime) => runtime.startsWith('python'))).toHaveLength(1);
  });

  it('is synthesised the same a second time, so that an unchanged deployment changes nothing', () => {
    const again = synthesise({ context: { stage }, anew: true });

    expect([again.data, again.app, again.web].map((template) => template.toJSON())).toEqual(
      [data, app, web].map((template) => template.toJSON()),
    );
  });
});

describe('stages side by side in one account', () => {
  const [dev, prod] = stages.map(({ data, app, web }) => [data, app, web]);
  const namesOf = (templates: readonly Template[] = []) =>
    templates.flatMap((template) => resourcesOf(template)).flatMap(nameOf);

  it('name nothing but what CloudFormation wants a name for', () => {
    const named = namesOf(dev).map(({ type, property }) => `${type} ${property}`);

    expect([...new Set(named)].sort()).toEqual([
      'AWS::ApiGateway::Authorizer Name',
      'AWS::ApiGateway::RestApi Name',
      'AWS::ApiGateway::Stage StageName',
      'AWS::ApiGatewayV2::Api Name',
      'AWS::ApiGatewayV2::Authorizer Name',
      'AWS::ApiGatewayV2::Stage StageName',
      'AWS::CloudFront::Function Name',
      'AWS::CloudFront::OriginAccessControl Name',
      'AWS::CloudFront::ResponseHeadersPolicy Name',
      'AWS::IAM::Policy PolicyName',
      'AWS::SQS::Queue QueueName',
    ]);
  });

  it('share no name that must be unique in an account', () => {
    const unique = (templates?: readonly Template[]) =>
      namesOf(templates).flatMap(({ type, name }) =>
        type.startsWith('AWS::CloudFront::') ? [JSON.stringify(name)] : [],
      );

    expect(unique(dev)).toHaveLength(4);
    expect(unique(dev).filter((name) => unique(prod).includes(name))).toEqual([]);
    // At the edge there is one room for all regions.
    for (const name of unique(dev)) expect(name).toContain('AWS::Region');
  });

  it('share no stack and no export', () => {
    const stacksOf = ({ root }: { root: App }) =>
      root.node.children.flatMap((stack) => (Stack.isStack(stack) ? [stack.stackName] : []));
    const exportsOf = (templates: readonly Template[] = []) =>
      templates
        .flatMap((template) => Object.values<{ Export?: { Name: string } }>(template.toJSON().Outputs))
        .flatMap(({ Export }) => Export?.Name ?? []);

    expect(stages.flatMap(stacksOf).sort()).toEqual(
      ['dev', 'prod'].flatMap((stage) => ['app', 'data', 'web'].map((part) => `AstroMedia-${stage}-${part}`)),
    );
    expect(exportsOf(dev).length).toBeGreaterThan(0);
    expect(exportsOf(dev).filter((name) => exportsOf(prod).includes(name))).toEqual([]);
  });
});

describe('the check by the AWS Solutions rules', () => {
  it('finds what is wrong', () => {
    const { root } = synthesise({ anew: true });
    const table = root.node.findAll().find((construct) => construct instanceof CfnTable);
    if (!table) throw new Error('There is no table');

    table.pointInTimeRecoverySpecification = { pointInTimeRecoveryEnabled: false };

    expect(findingsOf(root)).toEqual([expect.stringMatching(/^AwsSolutions-DDB3 at .*Campaigns\/Table\/Resource$/)]);
  });
});

/** Their tables (routes.ts, lambdas.ts, gateway-problems.ts) say how many there are; functions.test.ts, apis.test.ts and partner-api.test.ts compare. */
const countedElsewhere = [
  'AWS::Lambda::Function',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::GatewayResponse',
];

const logsOnEverything = (action: string) => `logs:${action} on *`;
const xrayOnEverything = (action: string) => `xray:${action} on *`;

/** Types whose names are those of other resources. */
const namesOthers = ['AWS::Lambda::Permission', 'AWS::Lambda::EventSourceMapping', 'Custom::S3AutoDeleteObjects'];

/** Properties that name a resource: its own, or those of the one configuration object it consists of. */
function nameOf({ Type, Properties }: Resource): { type: string; property: string; name: unknown }[] {
  const nested = Object.entries(Properties)
    .filter(([key]) => key.endsWith('Config'))
    .map(([, value]) => value);
  return [Properties, ...nested].flatMap((properties) =>
    Object.entries(properties)
      .filter(([property]) =>
        /^(Name|(Api|Bucket|Function|LogGroup|Policy|Queue|Role|Stage|StateMachine|Table|UserPool|Client)Name)$/.test(
          property,
        ),
      )
      .filter(() => !namesOthers.includes(Type))
      .map(([property, name]) => ({ type: Type, property, name })),
  );
}

function allPermissions(template: Template): string[] {
  const roles = resourcesOf(template, 'AWS::IAM::Role').map(({ logicalId }) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] }));
  return roles.flatMap((role) => permissionsOf(template, role));
}

function countsOf(resources: readonly { Type: string }[]): string[] {
  const counts = Map.groupBy(resources, ({ Type }) => Type);
  return [...counts].sort().map(([type, all]) => `${all.length} ${type}`);
}

function acknowledgements(construct: IConstruct): [string, string][] {
  const entries = construct.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
  return entries.flatMap(({ data }) => Object.entries(data as Record<string, string>));
}

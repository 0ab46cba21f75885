import { type App, Validations } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { describe, expect, it } from 'vitest';
import { synthesise } from './synthesise.ts';
import { permissionsOf, resourcesOf } from './template-reading.ts';

const stages = ['dev', 'prod'].map((stage) => ({ stage, ...synthesise({ context: { stage } }) }));

const findingsOf = (root: App) =>
  new AwsSolutionsChecks(root)
    .validateScope(root)
    .violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map((resource) => `${ruleName} at ${resource.constructPath}`),
    );

describe.each(stages)('the whole system in $stage', ({ root, data, app }) => {
  it('has no finding of the AWS Solutions rules that is not acknowledged', () => {
    expect(findingsOf(root)).toEqual([]);
  });

  it('gives a reason for every finding it acknowledges', () => {
    const reasons = root.node.findAll().flatMap(acknowledgements);

    expect(reasons.length).toBeGreaterThan(0);
    for (const [rule, reason] of reasons) expect(reason, rule).toMatch(/^.{25,}\.$/);
  });

  it('permits something on every resource only for traces and the delivery of logs', () => {
    const roles = resourcesOf(app, 'AWS::IAM::Role').map(({ logicalId }) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] }));

    const onEverything = roles.flatMap((role) => permissionsOf(app, role)).filter((line) => line.endsWith(' on *'));

    expect([...new Set(onEverything)].sort()).toEqual([
      ...['CreateLogDelivery', 'DeleteLogDelivery', 'DescribeLogGroups', 'DescribeResourcePolicies'].map(
        logsOnEverything,
      ),
      ...['GetLogDelivery', 'ListLogDeliveries', 'PutResourcePolicy', 'UpdateLogDelivery'].map(logsOnEverything),
      ...['GetSamplingRules', 'GetSamplingTargets', 'PutTelemetryRecords', 'PutTraceSegments'].map(xrayOnEverything),
    ]);
  });

  it('attaches no managed policy to any role', () => {
    expect(resourcesOf(app, 'AWS::IAM::Role').filter(({ Properties }) => Properties.ManagedPolicyArns)).toEqual([]);
  });

  it('holds nothing that looks like a secret', () => {
    const text = JSON.stringify([data.toJSON(), app.toJSON()]);

    expect(text).not.toMatch(/AKIA[0-9A-Z]{16}|-----BEGIN|\bsk-[\w-]{16,}|\bhf_\w{16,}|eyJ[\w-]{20,}\./);
    expect(text).not.toMatch(/"\w*(password|secret|api_?key|private_?key)\w*":"/i);
  });

  it('is made of these resources', () => {
    expect(countsOf(resourcesOf(data))).toEqual([
      '1 AWS::Cognito::UserPool',
      '1 AWS::Cognito::UserPoolClient',
      '1 AWS::DynamoDB::Table',
      '1 AWS::S3::Bucket',
      '1 AWS::S3::BucketPolicy',
    ]);
    expect(countsOf(resourcesOf(app).filter(({ Type }) => !countedElsewhere.includes(Type)))).toEqual([
      '2 AWS::ApiGatewayV2::Api',
      '2 AWS::ApiGatewayV2::Authorizer',
      '2 AWS::ApiGatewayV2::Stage',
      '20 AWS::IAM::Policy',
      '15 AWS::IAM::Role',
      '8 AWS::Lambda::Permission',
      '16 AWS::Logs::LogGroup',
      '1 AWS::StepFunctions::StateMachine',
    ]);
  });
});

describe('the check by the AWS Solutions rules', () => {
  it('finds what is wrong', () => {
    const { root } = synthesise();
    const table = root.node.findAll().find((construct) => construct instanceof CfnTable);
    if (!table) throw new Error('There is no table');

    table.pointInTimeRecoverySpecification = { pointInTimeRecoveryEnabled: false };

    expect(findingsOf(root)).toEqual([expect.stringMatching(/^AwsSolutions-DDB3 at .*Campaigns\/Table\/Resource$/)]);
  });
});

/** Their tables (routes.ts, lambdas.ts) say how many there are; functions.test.ts and apis.test.ts compare. */
const countedElsewhere = ['AWS::Lambda::Function', 'AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Integration'];

const logsOnEverything = (action: string) => `logs:${action} on *`;
const xrayOnEverything = (action: string) => `xray:${action} on *`;

function countsOf(resources: readonly { Type: string }[]): string[] {
  const counts = Map.groupBy(resources, ({ Type }) => Type);
  return [...counts].sort().map(([type, all]) => `${all.length} ${type}`);
}

function acknowledgements(construct: IConstruct): [string, string][] {
  const entries = construct.node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY);
  return entries.flatMap(({ data }) => Object.entries(data as Record<string, string>));
}

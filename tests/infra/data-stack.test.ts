import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { synthesise, withSetting } from './synthesise.ts';

const { data: dev } = synthesise();
const { data: prod } = synthesise({ context: { stage: 'prod' } });
const holdersOfData = ['AWS::DynamoDB::Table', 'AWS::S3::Bucket', 'AWS::Cognito::UserPool'];

describe('the table', () => {
  it('is keyed by pk and sk, paid per request, expires items and can be restored to any second', () => {
    dev.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });
});

describe('the bucket', () => {
  it('is encrypted, closed to the public and tidies up abandoned uploads', () => {
    dev.hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      LifecycleConfiguration: {
        Rules: [
          Match.objectLike({ AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }),
          { Id: 'arrivals', Prefix: 'uploads/', ExpirationInDays: 1, Status: 'Enabled' },
          Match.objectLike({
            TagFilters: [{ Key: 'lifetime', Value: 'generation' }],
            ExpirationInDays: 90,
            Status: 'Enabled',
          }),
          Match.objectLike({
            TagFilters: [{ Key: 'lifetime', Value: 'export' }],
            ExpirationInDays: 7,
            Status: 'Enabled',
          }),
        ],
      },
      VersioningConfiguration: Match.absent(),
    });
  });

  it('is emptied before it goes in development, as CloudFormation deletes no full one, and never in production', () => {
    dev.resourceCountIs('Custom::S3AutoDeleteObjects', 1);
    prod.resourceCountIs('Custom::S3AutoDeleteObjects', 0);
  });

  it('refuses requests without TLS', () => {
    dev.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Deny',
            Action: 's3:*',
            Principal: { AWS: '*' },
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          }),
        ]),
      },
    });
  });

  it('answers pages of the allowed origins, to presigned reads and uploads only', () => {
    dev.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [
          Match.objectLike({ AllowedOrigins: ['http://localhost:5173'], AllowedMethods: ['GET', 'HEAD', 'PUT'] }),
        ],
      },
    });
    prod.hasResourceProperties('AWS::S3::Bucket', { CorsConfiguration: Match.absent() });
  });
});

describe('the user pool', () => {
  it('knows people by e-mail in any case and asks for eight characters of any kind', () => {
    dev.hasResourceProperties('AWS::Cognito::UserPool', {
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      UserPoolTier: 'LITE',
      Policies: {
        PasswordPolicy: {
          MinimumLength: 8,
          RequireLowercase: false,
          RequireUppercase: false,
          RequireNumbers: false,
          RequireSymbols: false,
        },
      },
    });
  });

  it('has a client that only who knows its secret can use, for password and refresh, which does not say who has an account', () => {
    dev.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      PreventUserExistenceErrors: 'ENABLED',
      GenerateSecret: true,
      AccessTokenValidity: 60,
      RefreshTokenValidity: 30 * 24 * 60,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
    });
  });
});

describe('codes by mail', () => {
  it('are wanted in production, where an address must be its owner’s', () => {
    prod.hasResourceProperties('AWS::Cognito::UserPool', { AutoVerifiedAttributes: ['email'] });
  });

  it('are sent by SES where the stage names a sender', () => {
    const mailSender = { address: 'codes@mail.example.com', verifiedDomain: 'mail.example.com', region: 'eu-west-1' };
    const { data } = synthesise({ context: withSetting('mailSender', mailSender) });

    data.hasResourceProperties('AWS::Cognito::UserPool', {
      EmailConfiguration: {
        EmailSendingAccount: 'DEVELOPER',
        From: 'AstroMedia <codes@mail.example.com>',
        SourceArn: Match.objectLike({ 'Fn::Join': Match.anyValue() }),
      },
    });
  });
});

describe('the bill', () => {
  it('alarms by mail, at four fifths spent and when all of it is forecast, where the stage sets a budget', () => {
    const { data } = synthesise({ context: withSetting('monthlyBudget', { usd: 40, notify: ['ops@example.com'] }) });

    data.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: {
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: 40, Unit: 'USD' },
        CostFilters: { TagKeyValue: ['user:stage$dev'] },
      },
      NotificationsWithSubscribers: [
        Match.objectLike({ Notification: Match.objectLike({ NotificationType: 'ACTUAL', Threshold: 80 }) }),
        Match.objectLike({ Notification: Match.objectLike({ NotificationType: 'FORECASTED', Threshold: 100 }) }),
      ],
    });
    dev.resourceCountIs('AWS::Budgets::Budget', 0);
  });
});

describe('data', () => {
  it.each(holdersOfData)('%s survives its stack in production and cannot be deleted by mistake', (type) => {
    prod.allResources(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('is protected against deletion in production, where the service offers that', () => {
    prod.hasResourceProperties('AWS::DynamoDB::Table', { DeletionProtectionEnabled: true });
    prod.hasResourceProperties('AWS::Cognito::UserPool', { DeletionProtection: 'ACTIVE' });
  });

  it.each(holdersOfData)('%s goes with its stack in development', (type) => {
    dev.allResources(type, { DeletionPolicy: 'Delete' });
  });

  it('is found by the outputs', () => {
    const names = Object.keys(dev.toJSON().Outputs).filter((name) => !name.startsWith('Exports'));

    expect(names.sort()).toEqual([
      'BucketName',
      'ModelSettingsSecretArn',
      'TableName',
      'UserPoolClientId',
      'UserPoolId',
    ]);
  });
});

// The settings of model providers, keys included: a secret that is made empty and filled by the operator. No template ever holds a key, and a
// deployment does not touch what was filled in, since what the template says does not change.
import { type RemovalPolicy, SecretValue, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { grantPattern } from './grant-pattern.ts';
import type { ServiceFunction } from './service-function.ts';

export class ModelSettingsSecret extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string, { removalPolicy }: { readonly removalPolicy: RemovalPolicy }) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Keys and addresses of model providers as JSON; the names stand in .env.example',
      secretStringValue: SecretValue.unsafePlainText('{}'), // nothing that is secret
      removalPolicy,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'Keys of other companies: only they can rotate them, and the operator writes the new one in.',
    });
  }

  get arn(): string {
    return this.secret.secretArn;
  }

  /** Lets the function ask models: of other companies by the settings, of Bedrock by its own role, in whatever region the settings name. */
  grantAsking(service: ServiceFunction): void {
    this.grantRead(service);
    const { partition, account } = Stack.of(service);
    for (const resource of [
      `arn:${partition}:bedrock:*::foundation-model/*`,
      `arn:${partition}:bedrock:*:${account}:inference-profile/*`,
    ])
      grantPattern(service, {
        actions: ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'],
        resource,
        reason:
          'Which of the models are asked, and in which region, is data: models retire, and their successors take their place.',
      });
    grantPattern(service, {
      actions: ['bedrock:GetAsyncInvoke'],
      resource: `arn:${partition}:bedrock:*:${account}:async-invoke/*`,
      reason: 'A video is asked after by the name that Bedrock gives its job.',
    });
  }

  /** Lets the function read the settings, and tells it where they are. Nobody in the system can write them. */
  grantRead(service: ServiceFunction): void {
    service.provide({ MODEL_SETTINGS_SECRET_ID: this.arn });
    service.addToRolePolicy(new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [this.arn] }));
  }
}

// The key that seals the secrets of webhooks, an encrypted parameter of Systems Manager that costs nothing. The stack does not hold it:
// CloudFormation cannot make an encrypted parameter, so the function that needs it first does, and no deletion of a stack takes it along.
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { ServiceFunction } from './service-function.ts';

export class SecretKeyParameter extends Construct {
  private readonly name: string;

  constructor(scope: Construct, id: string, { stage }: Pick<Settings, 'stage'>) {
    super(scope, id);
    this.name = `/astromedia/${stage}/webhook-key`;
  }

  /** Lets the function read the key and, where there is none yet, make it. Nobody may replace it: what it sealed would be lost. */
  grantUse(service: ServiceFunction): void {
    service.provide({ WEBHOOK_KEY_PARAMETER: this.name });
    const resources = [
      Stack.of(this).formatArn({ service: 'ssm', resource: 'parameter', resourceName: this.name.slice(1) }),
    ];
    service.addToRolePolicy(new PolicyStatement({ actions: ['ssm:GetParameter'], resources }));
    service.addToRolePolicy(
      new PolicyStatement({
        actions: ['ssm:PutParameter'],
        resources,
        conditions: { StringEquals: { 'ssm:Overwrite': 'false' } },
      }),
    );
  }
}

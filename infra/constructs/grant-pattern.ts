// A permission whose resource ends in a star. It cannot be given without the reason, which is what cdk-nag asks for.
import { Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { flattenCfnReference } from 'cdk-nag/lib/utils/flatten-cfn-reference.js';
import type { ServiceFunction } from './service-function.ts';

interface PatternGrant {
  readonly actions: string[];
  /** An ARN with a star in it. */
  readonly resource: string;
  /** What else must hold, in the words of IAM. */
  readonly conditions?: Record<string, Record<string, string>>;
  /** Why the names behind the star cannot be known at deployment. */
  readonly reason: string;
}

/** Lets the function do the actions on all that matches the pattern, and acknowledges exactly this one finding. */
export function grantPattern(service: ServiceFunction, { actions, resource, conditions, reason }: PatternGrant): void {
  service.addToRolePolicy(new PolicyStatement({ actions, resources: [resource], ...(conditions && { conditions }) }));
  const finding = flattenCfnReference(Stack.of(service).resolve(resource));
  Validations.of(service.executionRole).acknowledge({ id: `AwsSolutions-IAM5[Resource::${finding}]`, reason });
}

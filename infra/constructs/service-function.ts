// The only place that makes a Lambda function. Size and variables come from shared/contracts/lambdas.ts; permissions from the constructs that
// grant them. A variable the table does not list, or one that nobody provided, stops the synthesis.
import { Duration, Validations } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type ILogGroup, LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { type EnvironmentName, environmentNames } from '../../shared/contracts/environment.ts';
import { type LambdaName, type LambdaSettings, lambdas } from '../../shared/contracts/lambdas.ts';
import { functionCode } from '../bundling/function-code.ts';
import { logRemoval, metricsNamespaceOf, type Settings } from '../settings.ts';

export class ServiceFunction extends LambdaFunction {
  readonly executionRole: Role;
  private readonly listed: readonly EnvironmentName[];
  private readonly provided = new Set<EnvironmentName>();

  constructor(scope: Construct, name: LambdaName, settings: Settings) {
    const id = constructId(name);
    const lambda: LambdaSettings = lambdas[name];
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      retention: settings.logRetentionDays,
      removalPolicy: logRemoval(settings),
    });
    const executionRole = createRole(scope, `${id}Role`, logGroup);
    super(scope, id, {
      ...functionCode(scope, name),
      description: lambda.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: lambda.memoryMegabytes,
      timeout: Duration.seconds(lambda.timeoutSeconds),
      role: executionRole,
      ...concurrency(name, settings),
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: {
        // Stack traces that name our own lines, for about 10 ms of a cold start.
        NODE_OPTIONS: '--enable-source-maps',
        LOG_LEVEL: 'INFO',
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespaceOf(settings),
      },
    });
    this.executionRole = executionRole;
    this.listed = lambda.environment;
    this.node.addValidation({
      validate: () => this.unprovided().map((variable) => `nobody provides ${variable} to ${name}`),
    });
  }

  /** Sets variables, next to the permissions they imply. Throws for a variable that lambdas.ts does not list. */
  provide(variables: Partial<Record<EnvironmentName, string>>): void {
    for (const variable of environmentNames) {
      const value = variables[variable];
      if (value === undefined) continue;
      if (!this.listed.includes(variable)) {
        throw new Error(
          `${this.node.id} is granted ${variable}: add it to its environment in shared/contracts/lambdas.ts`,
        );
      }
      this.provided.add(variable);
      this.addEnvironment(variable, value);
    }
  }

  private unprovided(): EnvironmentName[] {
    return this.listed.filter((variable) => !this.provided.has(variable));
  }
}

/** The construct id of a Lambda: `open-gate` becomes `OpenGate`. */
export function constructId(lambdaName: string): string {
  return lambdaName.replace(/(?:^|-)([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

/** Models are what costs money when something goes round in circles, and what a slow provider makes wait: the other functions keep their room. */
function concurrency(name: LambdaName, { reservedConcurrency }: Settings) {
  if (!reservedConcurrency) return {};
  if (name === 'run-agent') return { reservedConcurrentExecutions: reservedConcurrency.agents };
  if (name === 'generation') return { reservedConcurrentExecutions: reservedConcurrency.generation };
  return {};
}

/** A role that may write to its own log group and nothing else; the managed policy CDK would attach covers every group of the account. */
function createRole(scope: Construct, id: string, logGroup: ILogGroup): Role {
  const role = new Role(scope, id, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray: PutTraceSegments and PutTelemetryRecords know no resources.',
  });
  return role;
}

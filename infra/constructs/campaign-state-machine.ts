// The playbook engine: one standard execution per campaign, its definition readable in statemachines/campaign.asl.json.
import { readFileSync } from 'node:fs';
import { ArnFormat, Stack, Validations } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type PlaybookLambdaName, playbookLambdaNames } from '../../shared/contracts/lambdas.ts';
import { definitionPlaceholder } from '../../shared/contracts/resources.ts';
import { logRemoval, type Settings } from '../settings.ts';
import { grantPattern } from './grant-pattern.ts';
import type { ServiceFunction } from './service-function.ts';

const definitionFile = new URL('../../statemachines/campaign.asl.json', import.meta.url);

type TaskResponse = 'SendTaskSuccess' | 'SendTaskFailure';

interface CampaignStateMachineProps {
  readonly functions: Readonly<Record<PlaybookLambdaName, ServiceFunction>>;
  readonly settings: Settings;
}

export class CampaignStateMachine extends Construct {
  private readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { functions, settings }: CampaignStateMachineProps) {
    super(scope, id);
    const steps = playbookLambdaNames.map((name) => ({ name, arn: functions[name].functionArn }));
    this.machine = new StateMachine(this, 'StateMachine', {
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(readFileSync(definitionFile, 'utf8')),
      definitionSubstitutions: Object.fromEntries(steps.map(({ name, arn }) => [definitionPlaceholder(name), arn])),
      tracingEnabled: true,
      logs: { destination: createLogs(this, settings), level: LogLevel.ERROR, includeExecutionData: false },
    });
    this.machine.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: steps.map(({ arn }) => arn) }),
    );
    acknowledgeFindings(this.machine);
  }

  get arn(): string {
    return this.machine.stateMachineArn;
  }

  /** Campaigns that began, and those whose execution broke or took too long. */
  metrics(): IMetric[] {
    return [this.machine.metricStarted(), this.machine.metricFailed(), this.machine.metricTimedOut()];
  }

  /** Lets the function start campaigns, stop them and see how they are, and tells it the state machine. */
  grantExecutions(service: ServiceFunction): void {
    service.provide({ STATE_MACHINE_ARN: this.arn });
    service.addToRolePolicy(new PolicyStatement({ actions: ['states:StartExecution'], resources: [this.arn] }));
    this.grantOnExecutions(service, 'StopExecution', 'DescribeExecution');
  }

  /** Lets the function stop campaigns, and tells it the state machine whose executions they are. */
  grantStopping(service: ServiceFunction): void {
    service.provide({ STATE_MACHINE_ARN: this.arn });
    this.grantOnExecutions(service, 'StopExecution');
  }

  private grantOnExecutions(service: ServiceFunction, ...operations: string[]): void {
    grantPattern(service, {
      actions: operations.map((operation) => `states:${operation}`),
      resource: this.executionsArn(),
      reason: 'Executions are named after campaigns, which are made at run time.',
    });
  }

  /** Lets the function ask whether the state machine is there, and tells it which one. */
  grantPresence(service: ServiceFunction): void {
    service.provide({ STATE_MACHINE_ARN: this.arn });
    service.addToRolePolicy(new PolicyStatement({ actions: ['states:DescribeStateMachine'], resources: [this.arn] }));
  }

  /**
   * Lets the function resume waiting steps; the token says which one, so there is nothing to tell it. A policy of its own, because the machine
   * needs the functions, a function waits for its role's default policy, and that policy would need the machine: a circle CloudFormation refuses.
   */
  grantTaskResponse(service: ServiceFunction, ...responses: TaskResponse[]): void {
    const actions = responses.map((response) => `states:${response}`);
    const policy = new Policy(this, `${service.node.id}Responses`, {
      statements: [new PolicyStatement({ actions, resources: [this.arn] })],
    });
    policy.attachToRole(service.executionRole);
  }

  private executionsArn(): string {
    const resourceName = `${this.machine.stateMachineName}:*`;
    const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
    return Stack.of(this).formatArn({ service: 'states', resource: 'execution', resourceName, arnFormat });
  }
}

function createLogs(scope: Construct, settings: Settings): LogGroup {
  return new LogGroup(scope, 'Logs', { retention: settings.logRetentionDays, removalPolicy: logRemoval(settings) });
}

function acknowledgeFindings(machine: StateMachine): void {
  Validations.of(machine).acknowledge(
    {
      id: 'AwsSolutions-SF1',
      reason:
        'Errors are enough: Step Functions keeps each execution history for 90 days, and every step logs what it did.',
    },
    {
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray and the delivery of logs know no resources; these are the only statements with a star.',
    },
  );
}

// Calls each scheduled function at the times its row in shared/contracts/lambdas.ts says. Rules of EventBridge cost nothing.
import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { lambdas, type ScheduledLambdaName, scheduledLambdaNames } from '../../shared/contracts/lambdas.ts';
import { constructId, type ServiceFunction } from './service-function.ts';

interface SchedulesProps {
  readonly functions: Readonly<Record<ScheduledLambdaName, ServiceFunction>>;
}

export class Schedules extends Construct {
  constructor(scope: Construct, id: string, { functions }: SchedulesProps) {
    super(scope, id);
    for (const name of scheduledLambdaNames) {
      new Rule(this, constructId(name), {
        description: lambdas[name].description,
        schedule: Schedule.rate(Duration.minutes(lambdas[name].everyMinutes)),
        targets: [new LambdaFunction(functions[name])],
      });
    }
  }
}

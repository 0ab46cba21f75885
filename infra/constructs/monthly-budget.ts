// Mails somebody before the AWS bill of a stage is a surprise. The first two budgets of an account are free.
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/** When a mail goes out: at four fifths of what was meant to be spent, and as soon as the month is on its way past all of it. */
const alarms = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'FORECASTED', threshold: 100 },
] as const;

export class MonthlyBudget extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { stage, usd, notify }: Pick<Settings, 'stage'> & NonNullable<Settings['monthlyBudget']>,
  ) {
    super(scope, id);
    const subscribers = notify.map((address) => ({ subscriptionType: 'EMAIL', address }));
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: usd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:stage$${stage}`] },
      },
      notificationsWithSubscribers: alarms.map((alarm) => ({
        notification: { ...alarm, thresholdType: 'PERCENTAGE', comparisonOperator: 'GREATER_THAN' },
        subscribers,
      })),
    });
  }
}

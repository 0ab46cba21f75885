// What an operator looks at: one dashboard of the system, one of the AI models. The first three of an account are free, with 50 metrics each.
import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, type IWidget, SearchExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { type MetricName, metricNames, metricService } from '../../shared/contracts/metrics.ts';
import { edgeNameOf, metricsNamespaceOf, type Settings } from '../settings.ts';

interface DashboardsProps {
  readonly settings: Settings;
  /** Metrics of AWS's own services, by the title of their graph. */
  readonly services: Readonly<Record<string, readonly IMetric[]>>;
}

const period = Duration.minutes(5);
const width = 12;

export class Dashboards extends Construct {
  constructor(scope: Construct, id: string, { settings, services }: DashboardsProps) {
    super(scope, id);
    const graph = (title: string, metric: MetricName, ...statistics: string[]): IWidget =>
      new GraphWidget({ title, width, left: statistics.map((statistic) => searchOf(settings, metric, statistic)) });

    this.add('System', settings, [
      graph('Requests by status', 'httpRequests', 'Sum'),
      graph('Seconds a request took', 'httpDuration', 'p50', 'p95'),
      graph('Campaigns that ended', 'campaignsFinished', 'Sum'),
      graph('Phases that ended', 'phasesFinished', 'Sum'),
      graph('Files by kind', 'assets', 'Sum'),
      ...Object.entries(services).map(([title, left]) => new GraphWidget({ title, width, left: [...left] })),
    ]);
    this.add('LLM', settings, [
      graph('Calls by provider and status', 'modelCalls', 'Sum'),
      graph('Seconds a call took', 'modelDuration', 'p50', 'p95'),
      graph('Cost in US dollars', 'modelCost', 'Sum'),
      graph('Tokens read and written', 'modelTokens', 'Sum'),
      graph('How far texts fitted', 'modelAnswers', 'Sum'),
      graph('Costs to look at', 'modelCostDoubts', 'Sum'),
    ]);
  }

  /** Two widgets in a row. Names of dashboards count in the whole account. */
  private add(name: string, settings: Settings, widgets: readonly IWidget[]): void {
    new Dashboard(this, name, {
      dashboardName: edgeNameOf(this, settings, name),
      defaultInterval: Duration.days(1),
      widgets: [[...widgets]],
    });
  }
}

/** Every combination of a metric's dimensions, as they come: providers and statuses are not known beforehand. */
function searchOf(settings: Settings, metric: MetricName, statistic: string): IMetric {
  const { name, dimensions } = metricNames[metric];
  const schema = [`"${metricsNamespaceOf(settings)}"`, 'service', ...dimensions].join(',');
  return new SearchExpression({
    expression: `SEARCH('{${schema}} MetricName="${name}" service="${metricService}"', '${statistic}', ${period.toSeconds()})`,
    label: statistic === 'Sum' ? '' : statistic,
    period,
  });
}

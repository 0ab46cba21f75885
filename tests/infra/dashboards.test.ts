import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type MetricName, metricNames } from '../../shared/contracts/metrics.ts';
import { synthesise } from './synthesise.ts';
import { resourcesOf } from './template-reading.ts';

interface Widget {
  readonly properties: { readonly title: string; readonly metrics: readonly (readonly unknown[])[] };
}

/** A text of a template, with something in the place of what only AWS knows. */
const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : (value as { 'Fn::Join': [string, unknown[]] })['Fn::Join'][1]
        .map((part) => (typeof part === 'string' ? part : 'known-later'))
        .join('');

const dashboards = new Map(
  resourcesOf(synthesise().app, 'AWS::CloudWatch::Dashboard').map(({ Properties }) => [
    textOf(Properties['DashboardName']),
    (JSON.parse(textOf(Properties['DashboardBody'])) as { widgets: Widget[] }).widgets,
  ]),
);
const shown = [...dashboards.values()].flat();
const searches = shown
  .flatMap(({ properties }) => properties.metrics)
  .flatMap((metric) => metric.map((part) => (part as { expression?: string }).expression ?? []))
  .flat();

describe('the dashboards', () => {
  it('are one of the system and one of the AI models, named after their stage', () => {
    expect([...dashboards.keys()].sort()).toEqual([
      'astromedia-dev-known-later-LLM',
      'astromedia-dev-known-later-System',
    ]);
  });

  it('are left out where the stage says so: an account has three for nothing', () => {
    const { dev } = JSON.parse(readFileSync('cdk.json', 'utf8')).context.stages;
    const { app } = synthesise({ context: { stages: { dev: { ...dev, dashboards: false } } } });
    expect(resourcesOf(app, 'AWS::CloudWatch::Dashboard')).toEqual([]);
  });

  it('say of everything they show what it is, and have no graph without a line', () => {
    for (const { properties } of shown) expect([properties.title, properties.metrics]).not.toEqual(['', []]);
    expect(new Set(shown.map(({ properties }) => properties.title)).size).toBe(shown.length);
  });

  it('show every metric there is', () => {
    const named = Object.values(metricNames).filter(({ name }) => searches.some((search) => search.includes(`"${name}"`)));
    expect(named).toEqual(Object.values(metricNames));
  }); // biome-ignore format: one question
});

describe('a search of a dashboard', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  it.each(Object.keys(metricNames) as MetricName[])('finds %s by the dimensions that functions print', async (metric) => {
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'astromedia/dev');
    vi.resetModules();
    const printed: string[] = [];
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => printed.push(String(line)) > 0);
    const { recordMetric } = await import('../../shared/runtime/record-metric.ts');
    const { name, dimensions } = metricNames[metric];
    const values = Object.fromEntries(dimensions.map((dimension) => [dimension, 'some']));
    (recordMetric as (...metric: unknown[]) => void)(metric, 1, values);
    const [{ Namespace, Dimensions }] = JSON.parse(printed.join(''))._aws.CloudWatchMetrics;
    const found = searches.filter((search) => search.includes(`"${name}"`));
    expect(found.length).toBeGreaterThan(0);
    for (const search of found)
      expect(search).toContain(`{"${Namespace}",${(Dimensions as string[][])[0]?.join(',')}} MetricName="${name}"`);
  }); // biome-ignore format: a story
});

// Takes the lines that functions write to standard output, as CloudWatch does, and counts them and the metrics they carry.
import * as z from 'zod';
import { currentFunction } from './count-invocations.ts';
import type { Tally } from './tally.ts';

const metricsSchema = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({
        Namespace: z.string(),
        Dimensions: z.array(z.array(z.string())),
        Metrics: z.array(z.object({ Name: z.string() })),
      }),
    ),
  }),
});

/** Replaces the standard output of this process for lines of functions; answers with what undoes it. */
export function countLogs(tally: () => Tally): () => void {
  const write = process.stdout.write;
  process.stdout.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    if (!currentFunction()) return Reflect.apply(write, process.stdout, [chunk, ...rest]);
    for (const line of String(chunk).split('\n').filter(Boolean)) countLine(tally(), line);
    return true;
  };
  return () => {
    process.stdout.write = write;
  };
}

function countLine(tally: Tally, line: string): void {
  tally.logLines += 1;
  tally.logBytes += Buffer.byteLength(line);
  for (const metric of metricsIn(line)) tally.metrics.add(metric);
}

/** The custom metrics of a line in embedded metric format: each combination of a name and values of dimensions is one. */
export function metricsIn(line: string): string[] {
  if (!line.includes('"_aws"')) return [];
  const document = metricsSchema.parse(JSON.parse(line));
  return document._aws.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
    Dimensions.flatMap((names) => {
      const values = names.toSorted().map((name) => `${name}=${document[name]}`);
      return Metrics.map(({ Name }) => [Namespace, Name, ...values].join(' '));
    }),
  );
}

// Reads metrics as CloudWatch does on AWS: out of the log. Functions write them as lines in the embedded metric format (EMF); this
// looks at what the process prints, passes everything on unchanged, and hands out the metrics among it.

import * as z from 'zod';
import { jsonOf } from '../../shared/contracts/json-of.ts';

const fieldsSchema = z.record(z.string(), z.unknown());

export interface MetricSample {
  readonly name: string;
  readonly value: number;
  /** Dimensions and details of the line. */
  readonly labels: Readonly<Record<string, string>>;
}

type Write = NodeJS.WriteStream['write'];

/** Hears of every metric printed to the stream until the answer is called. */
export function watchMetricLog(
  stream: Pick<NodeJS.WriteStream, 'write'>,
  onSample: (sample: MetricSample) => void,
): () => void {
  const original: Write = stream.write;
  let rest = '';
  const watched = (chunk: Uint8Array | string, ...more: unknown[]): boolean => {
    const lines = (rest + (typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'))).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) for (const sample of samplesIn(line)) onSample(sample);
    return Reflect.apply(original, stream, [chunk, ...more]);
  };
  stream.write = watched;
  return () => {
    stream.write = original;
  };
}

/** The numbers of a log line in that format, by the names of its fields; none of any other line. */
export function samplesIn(line: string): MetricSample[] {
  if (!line.startsWith('{') || !line.includes('"_aws"')) return [];
  const fields = Object.entries(fieldsSchema.safeParse(jsonOf(line)).data ?? {});
  const labels = Object.fromEntries(fields.filter((field): field is [string, string] => typeof field[1] === 'string'));
  return fields.flatMap(([name, values]) =>
    [values].flat().flatMap((value) => (typeof value === 'number' ? [{ name, value, labels }] : [])),
  );
}

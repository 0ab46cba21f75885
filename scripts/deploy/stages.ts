// The stages that cdk.json knows, and where each of them belongs. What is inside a stage is infra's to read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { projectRoot } from './run-cdk.ts';

const destinationSchema = z.strictObject({
  account: z
    .string()
    .regex(/^\d{12}$/, 'must be an account number of 12 digits')
    .optional(),
  region: z.string().optional(),
});

const projectSchema = z.object({
  context: z.object({
    stages: z.record(
      z.string(),
      z.object({
        keepData: z.boolean(),
        reservedConcurrency: z.object({ agents: z.int(), generation: z.int() }).optional(),
      }),
    ),
    destinations: z
      .record(z.string(), destinationSchema)
      .default({})
      .describe('Where a stage may be deployed to: an account and a region, by the name of the stage'),
  }),
});

export interface Stage {
  readonly name: string;
  readonly keepData: boolean;
  /** Executions of functions that it sets apart from the rest of the account. */
  readonly reservedConcurrency: number;
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** Reads the stages from the text of cdk.json. Throws with the place of what is wrong in it. */
export function readStages(text = readFileSync(join(projectRoot, 'cdk.json'), 'utf8')): Stage[] {
  const project = projectSchema.safeParse(JSON.parse(text));
  if (!project.success) throw new Error(`cdk.json: ${z.prettifyError(project.error)}`);
  const { stages, destinations } = project.data.context;
  return Object.entries(stages).map(([name, { keepData, reservedConcurrency }]) => ({
    name,
    keepData,
    reservedConcurrency: (reservedConcurrency?.agents ?? 0) + (reservedConcurrency?.generation ?? 0),
    ...destinations[name],
  }));
}

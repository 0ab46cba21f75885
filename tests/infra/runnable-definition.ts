// As much of ASL as the embedded platform runs: its library would ignore some of the rest in silence.
import * as z from 'zod';
import { maximumTimeoutSeconds } from '../../local/stepfunctions/definition.ts';

const text = z.string();
const seconds = z.number().int().min(1).max(maximumTimeoutSeconds);
/** The library writes `$` as a property of that name. */
const resultPath = z.union([z.null(), text.startsWith('$.')]).optional();
const common = { Comment: text.optional() };
const onwards = { ...common, Next: text.optional(), End: z.literal(true).optional() };
const errorEquals = z.array(text).min(1);
const catchers = z.array(z.strictObject({ ...common, ErrorEquals: errorEquals, ResultPath: resultPath, Next: text }));
const retriers = z.array(
  z.strictObject({
    ...common,
    ErrorEquals: errorEquals,
    IntervalSeconds: z.number().optional(),
    BackoffRate: z.number().optional(),
    MaxAttempts: z.number().optional(),
    MaxDelaySeconds: z.number().optional(),
    JitterStrategy: z.literal('FULL').optional(),
  }),
);

const taskSchema = z.strictObject({
  ...onwards,
  Type: z.literal('Task'),
  Resource: z.enum(['arn:aws:states:::lambda:invoke', 'arn:aws:states:::lambda:invoke.waitForTaskToken']),
  Parameters: z.strictObject({ FunctionName: text, Payload: z.unknown().optional(), 'Payload.$': text.optional() }),
  ResultSelector: z.record(text, z.unknown()).optional(),
  ResultPath: resultPath,
  TimeoutSeconds: seconds,
  Retry: retriers.optional(),
  Catch: catchers.optional(),
});
const choiceSchema = z.strictObject({
  ...common,
  Type: z.literal('Choice'),
  Choices: z.array(z.strictObject({ ...common, Variable: text, StringEquals: text, Next: text })),
  Default: text,
});
const waitSchema = z.strictObject({
  ...onwards,
  Type: z.literal('Wait'),
  Seconds: seconds.optional(),
  SecondsPath: text.optional(),
});
const succeedSchema = z.strictObject({ ...common, Type: z.literal('Succeed') });
/** What may stand in a Map as well as outside of it: there is no Map in a Map. */
const steps = [taskSchema, choiceSchema, waitSchema, succeedSchema] as const;
const machine = { ...common, StartAt: text };
const mapSchema = z.strictObject({
  ...onwards,
  Type: z.literal('Map'),
  ItemsPath: text,
  ItemSelector: z.record(text, z.unknown()).optional(),
  MaxConcurrency: z.literal(0),
  ResultPath: resultPath,
  Catch: catchers.optional(),
  ItemProcessor: z.strictObject({
    ...machine,
    ProcessorConfig: z.strictObject({ Mode: z.literal('INLINE') }),
    States: z.record(text, z.discriminatedUnion('Type', steps)),
  }),
});
/** Refuses every state, field and language that is not run. */
export const runnableDefinitionSchema = z.strictObject({
  ...machine,
  States: z.record(text, z.discriminatedUnion('Type', [...steps, mapSchema])),
});

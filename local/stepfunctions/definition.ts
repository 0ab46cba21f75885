// The state machines that the local platform runs: as much of ASL as the project's own definition uses. Anything else is refused by its
// name and place, because the library would ignore some of it in silence.
import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import * as z from 'zod';

/** setTimeout's longest delay in whole seconds (2^31 - 1 ms), 24.8 days: the longest time-out this machine can keep. */
const maximumTimeoutSeconds = 2_147_483;

/**
 * What the library is told in place of what stands there. A task's time is kept by who runs it, from the moment in which its function begins; a
 * Map has no limit on AWS, and in the library 40: one that nobody reaches, more than the items that 256 KiB of input can hold.
 */
const toldTheLibrary: Readonly<Record<string, number>> = {
  TimeoutSeconds: maximumTimeoutSeconds,
  MaxConcurrency: 1_000_000,
};

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
const definitionSchema = z.strictObject({
  ...machine,
  States: z.record(text, z.discriminatedUnion('Type', [...steps, mapSchema])),
});
type States = z.output<typeof definitionSchema>['States'];

/** What the runner must know about one Task state of a definition. */
export interface TaskState {
  readonly name: string;
  /** It goes on with what is sent for its token, not with the function's answer. */
  readonly waitsForToken: boolean;
  readonly timeoutSeconds: number;
}

/** A definition that was checked and made ready to run any number of times. */
export interface PreparedDefinition {
  readonly machine: StateMachine;
  readonly tasks: readonly TaskState[];
}

/**
 * Reads ASL text for aws-local-stepfunctions 3.0.0. Left as the library has it: `$$.Map.Item` is only known to ItemSelector,
 * `$$.Execution.Input` inside a Map is the item, `$` does not find an item that is 0, false or "". Throws an Error that says where the text
 * holds what is not run here. Whether states lead to each other is not looked at: tests/infra/state-machine.test.ts does.
 */
export const prepareDefinition = (definitionText: string): PreparedDefinition => {
  const read = definitionSchema.safeParse(JSON.parse(definitionText));
  if (!read.success)
    throw new Error(`The local platform does not run this state machine:\n${z.prettifyError(read.error)}`);
  const definition: StateMachineDefinition = JSON.parse(definitionText, (name, value) => toldTheLibrary[name] ?? value);
  const stateMachine = new StateMachine(definition, { validationOptions: { noValidate: true } });
  return { machine: stateMachine, tasks: tasksOf(read.data.States) };
};

const tasksOf = (states: States): TaskState[] =>
  Object.entries(states).flatMap(([name, state]) => {
    if (state.Type === 'Map') return tasksOf(state.ItemProcessor.States);
    if (state.Type !== 'Task') return [];
    const waitsForToken = state.Resource.endsWith('.waitForTaskToken');
    return [{ name, waitsForToken, timeoutSeconds: state.TimeoutSeconds }];
  });

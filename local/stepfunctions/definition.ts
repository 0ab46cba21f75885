import { StateMachine, type StateMachineDefinition } from 'aws-local-stepfunctions';
import { ServiceError } from './json-protocol-server.ts';

/** setTimeout's longest delay in whole seconds (2^31 - 1 ms), 24.8 days: the longest time-out this machine can keep. */
const maximumTimeoutSeconds = 2_147_483;

/** More than the items that 256 KiB of input can hold. */
const unlimitedConcurrency = 1_000_000;

/** What the runner must know about one Task state of a definition. */
export interface TaskState {
  readonly name: string;
  /** `invoke` answers with the function's result, `token` waits for the token's, `function` is a bare Lambda ARN. */
  readonly kind: 'invoke' | 'token' | 'function';
  readonly timeoutSeconds: number;
  /** The function's ARN, for the kind `function`. */
  readonly resource: string;
}

/** A definition that was validated and made ready to run any number of times. */
export interface PreparedDefinition {
  readonly machine: StateMachine;
  readonly tasks: ReadonlyMap<string, TaskState>;
}

type Json = Record<string, unknown>;

/**
 * Validates ASL text and makes it ready for aws-local-stepfunctions 3.0.0, closing these gaps of the library:
 * - no TimeoutSeconds means 60 s there and 99,999,999 s on AWS; more than 2,147,483 s would fire at once: capped. A task's own time is kept
 *   by who runs it, from the moment in which its function begins; the library is told the longest.
 * - MaxConcurrency 0 or none means 40 at once there and no limit on AWS: replaced by a limit nobody reaches.
 * - `ResultPath: "$"` writes a property named "$"; dropped, because it is the default.
 * - a Pass state ignores a `Result` that is false, 0, "" or null; written as `Parameters`, which it keeps.
 * What the library would silently ignore (JSONata, variables, distributed maps, heartbeats, timeouts by path, other services) is
 * refused. Left as the library has it: with a MaxConcurrency, items still start after an earlier one failed;
 * `$$.Map.Item` is only known to ItemSelector; `$$.Execution.Input` inside a Map is the item; `$` does not find an item
 * that is 0, false or "". Parallel runs 40 branches at once. Throws InvalidDefinition.
 */
export const prepareDefinition = (text: string): PreparedDefinition => {
  const original = parseDefinition(text);
  validate(original);
  const tasks = new Map<string, TaskState>();
  const definition = prepareMachine(original, tasks);
  if (!isDefinition(definition)) throw invalid('it has no States or no StartAt');
  return { machine: new StateMachine(definition, { validationOptions: { noValidate: true } }), tasks };
};

const invalid = (message: string) =>
  new ServiceError('InvalidDefinition', `Invalid State Machine Definition: ${message}`);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The library's own validator proves the rest of the shape. */
const isDefinition = (value: Json): value is Json & StateMachineDefinition =>
  isObject(value.States) && typeof value.StartAt === 'string';

const parseDefinition = (text: string): Json => {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Reported below, like JSON that is not an object.
  }
  throw invalid('it is not a JSON object');
};

const validate = (definition: Json): void => {
  if (!isDefinition(definition)) throw invalid('it has no States or no StartAt');
  try {
    new StateMachine(definition);
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : String(error));
  }
};

const prepareMachine = (machine: Json, tasks: Map<string, TaskState>): Json => {
  refuseFields(machine, 'the state machine', ['QueryLanguage']);
  const states = isObject(machine.States) ? machine.States : {};
  const prepared: Json = {};
  for (const [name, state] of Object.entries(states)) {
    if (isObject(state)) prepared[name] = prepareState(name, state, tasks);
  }
  const timeout = machine.TimeoutSeconds;
  return {
    ...machine,
    ...(typeof timeout === 'number' ? { TimeoutSeconds: Math.min(timeout, maximumTimeoutSeconds) } : {}),
    States: prepared,
  };
};

const unsupportedFields = [
  'QueryLanguage',
  'Arguments',
  'Output',
  'Assign',
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
];

const prepareState = (name: string, state: Json, tasks: Map<string, TaskState>): Json => {
  refuseFields(state, name, unsupportedFields);
  const prepared: Json = { ...state };
  if (prepared.ResultPath === '$') delete prepared.ResultPath;
  for (const field of ['Retry', 'Catch']) {
    if (Array.isArray(prepared[field])) prepared[field] = prepared[field].filter(isObject).map(prepareErrorRule);
  }
  for (const field of ['Iterator', 'ItemProcessor']) {
    if (isObject(prepared[field])) prepared[field] = prepareProcessor(name, prepared[field], tasks);
  }
  if (Array.isArray(prepared.Branches)) {
    prepared.Branches = prepared.Branches.filter(isObject).map((branch) => prepareMachine(branch, tasks));
  }
  if (state.Type === 'Pass' && 'Result' in state && !state.Result) {
    delete prepared.Result;
    prepared.Parameters = state.Result;
  }
  if (state.Type === 'Wait' && typeof state.Seconds === 'number') {
    prepared.Seconds = Math.min(state.Seconds, maximumTimeoutSeconds);
  }
  if (state.Type === 'Map' && !('MaxConcurrencyPath' in state)) {
    prepared.MaxConcurrency = state.MaxConcurrency || unlimitedConcurrency;
  }
  if (state.Type === 'Task') {
    addTask(name, state, tasks);
    prepared.TimeoutSeconds = maximumTimeoutSeconds;
  }
  return prepared;
};

const prepareProcessor = (name: string, processor: Json, tasks: Map<string, TaskState>): Json => {
  const configuration = processor.ProcessorConfig;
  if (isObject(configuration) && configuration.Mode === 'DISTRIBUTED') {
    throw invalid(`${name} is a distributed Map, which the local platform does not run; use Mode INLINE`);
  }
  return prepareMachine(processor, tasks);
};

const prepareErrorRule = (rule: Json): Json => {
  const prepared: Json = { ...rule };
  if (prepared.ResultPath === '$') delete prepared.ResultPath;
  return prepared;
};

const addTask = (name: string, state: Json, tasks: Map<string, TaskState>): void => {
  refuseFields(state, name, ['TimeoutSecondsPath', 'HeartbeatSeconds', 'HeartbeatSecondsPath', 'Credentials']);
  if (tasks.has(name)) throw invalid(`two Task states are named ${name}; state names must be unique`);
  const resource = String(state.Resource);
  const timeoutSeconds = typeof state.TimeoutSeconds === 'number' ? state.TimeoutSeconds : maximumTimeoutSeconds;
  const task: TaskState = {
    name,
    kind: taskKind(name, resource),
    timeoutSeconds: Math.min(timeoutSeconds, maximumTimeoutSeconds),
    resource,
  };
  tasks.set(name, task);
};

const taskKind = (name: string, resource: string): TaskState['kind'] => {
  if (resource === 'arn:aws:states:::lambda:invoke') return 'invoke';
  if (resource === 'arn:aws:states:::lambda:invoke.waitForTaskToken') return 'token';
  if (/^arn:aws[\w-]*:lambda:[^:]*:\d*:function:/.test(resource)) return 'function';
  throw invalid(`${name} uses ${resource}; the local platform runs lambda:invoke, with or without .waitForTaskToken`);
};

const refuseFields = (holder: Json, where: string, fields: string[]): void => {
  for (const field of fields) {
    if (field === 'QueryLanguage' && holder[field] === 'JSONPath') continue;
    if (field in holder) throw invalid(`${where} uses ${field}, which the local platform does not run`);
  }
};

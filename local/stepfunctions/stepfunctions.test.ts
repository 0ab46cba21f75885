import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterEach, describe, expect, test } from 'vitest';
import { openStore } from '../state/store.ts';
import { serveStepFunctions } from '../testing/serve.ts';
import { serveInOwnProcess } from '../testing/serve-in-own-process.ts';
import { type ExecutionRecord, executionRecordSchema } from './executions.ts';
import type { InvokeFunction } from './run-task.ts';
import { openStepFunctions } from './stepfunctions.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const directoryForTest = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'stepfunctions-'));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

/** Looks at what a directory keeps, or changes it, while nobody runs on it. */
const changeRecords = (directory: string, change: (records: Map<string, ExecutionRecord>) => void) => {
  const store = openStore(join(directory, 'state.db'));
  change(store.collection('executions', executionRecordSchema));
  store.close();
};

const connect = (endpoint: string) => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SFNClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  cleanups.push(async () => client.destroy());
  return client;
};

const start = async (definition: object, invokeFunction: InvokeFunction, settings: { directory?: string } = {}) => {
  const errors: unknown[] = [];
  const entered: string[] = [];
  const service = await serveStepFunctions({
    directory: settings.directory ?? (await directoryForTest()),
    definition,
    invokeFunction,
    onTransition: (name) => entered.push(name),
    onError: (error) => errors.push(error),
  });
  const client = connect(service.endpoint);
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= service.stop();
    return stopped;
  };
  cleanups.push(async () => {
    await stop();
    expect(errors).toEqual([]);
  });
  return { ...service, client, entered, stop };
};

const begin = async (client: SFNClient, stateMachineArn: string, name: string, input: unknown = {}) =>
  client.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(input) }));

/** Describes the execution until it has ended. */
const ended = async (client: SFNClient, executionArn: string | undefined) => {
  for (;;) {
    const execution = await client.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status !== 'RUNNING') return execution;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

const outputOf = async (client: SFNClient, executionArn: string | undefined) => {
  const execution = await ended(client, executionArn);
  expect(execution).toMatchObject({ status: 'SUCCEEDED' });
  return JSON.parse(String(execution.output));
};

const machine = (states: object, startAt = Object.keys(states)[0]) => ({ StartAt: startAt, States: states });
const invoke = (functionName: string, rest: object = { End: true }) => ({
  Type: 'Task',
  TimeoutSeconds: 60,
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: functionName, 'Payload.$': '$' },
  ...rest,
});
const waitForToken = (rest: object = { End: true }) => ({
  Type: 'Task',
  TimeoutSeconds: 60,
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Parameters: { FunctionName: 'gate', Payload: { 'input.$': '$', deep: { 'token.$': '$$.Task.Token' } } },
  ...rest,
});

const gated = machine({ Gate: waitForToken() });
/** Every item waits at a gate of its own. */
const gatedMap = (itemSelector: object = {}) =>
  machine({
    Phases: {
      Type: 'Map',
      ItemsPath: '$.phases',
      MaxConcurrency: 0,
      ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...gated },
      ...itemSelector,
      End: true,
    },
  });

const tokenOf = (payload: unknown): string => (payload as { deep: { token: string } }).deep.token; // The payload our own definition above has just built.

/** A gate function that hands out the tokens it gets, in order. */
const gate = () => {
  const arrived: string[] = [];
  const waiting: ((token: string) => void)[] = [];
  const invokeFunction: InvokeFunction = async (_name, payload, { onBegin }) => {
    onBegin();
    const next = waiting.shift();
    if (next) next(tokenOf(payload));
    else arrived.push(tokenOf(payload));
  };
  const nextToken = async (): Promise<string> => arrived.shift() ?? new Promise((resolve) => waiting.push(resolve));
  return { invokeFunction, nextToken };
};

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

test('answers a Lambda task as AWS does: Payload, StatusCode, ResultSelector and ResultPath', async () => {
  const ask = invoke('greet', {
    ResultSelector: { 'who.$': '$.Payload.payload.who', 'code.$': '$.StatusCode' },
    ResultPath: '$.answer',
    End: true,
  });
  const { client, arn } = await start(machine({ Ask: ask }), async (name, payload) => ({ name, payload }));

  const output = await outputOf(client, (await begin(client, arn, 'one', { who: 'Ada' })).executionArn);

  expect(output).toEqual({ who: 'Ada', answer: { who: 'Ada', code: 200 } });
});

test('waits for a task token and goes on with the output sent for it', async () => {
  const { invokeFunction, nextToken } = gate();
  const definition = machine({ Gate: waitForToken({ ResultPath: '$.gate', End: true }) });
  const { client, arn } = await start(definition, invokeFunction);

  const { executionArn } = await begin(client, arn, 'one', { id: 1 });
  const taskToken = await nextToken();
  await client.send(new SendTaskSuccessCommand({ taskToken, output: '{"opened":true}' }));

  expect(await outputOf(client, executionArn)).toEqual({ id: 1, gate: { opened: true } });
  await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }))).rejects.toMatchObject({
    name: 'TaskTimedOut',
  });
  await expect(client.send(new SendTaskSuccessCommand({ taskToken: 'made-up', output: '{}' }))).rejects.toMatchObject({
    name: 'TaskTimedOut',
  });
});

test('accepts a token that is answered before the invoked function has returned', async () => {
  const service = await start(gated, async (_name, payload) => {
    await service.client.send(new SendTaskSuccessCommand({ taskToken: tokenOf(payload), output: '"early"' }));
    throw named('TooLate', 'a failure after the answer changes nothing');
  });

  expect(await outputOf(service.client, (await begin(service.client, service.arn, 'one')).executionArn)).toBe('early');
});

test('retries by the name of the function error and catches with the Cause of AWS', async () => {
  let calls = 0;
  const definition = machine({
    Work: invoke('work', {
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 3 }],
      Catch: [{ ErrorEquals: ['Broken'], ResultPath: '$.error', Next: 'Park' }],
      End: true,
    }),
    Park: { Type: 'Succeed' },
  });
  const { client, arn } = await start(definition, async () => {
    calls += 1;
    throw calls === 1 ? named('Busy', 'try later') : named('Broken', 'for good');
  });

  const output = await outputOf(client, (await begin(client, arn, 'one', { id: 1 })).executionArn);

  expect(calls).toBe(2);
  expect(output.error.Error).toBe('Broken');
  expect(JSON.parse(output.error.Cause)).toEqual({ errorMessage: 'for good', errorType: 'Broken' });
});

test("fails a token task when its function fails, and when the token's failure is sent", async () => {
  const tokens = gate();
  let fails = true;
  const { client, arn } = await start(gated, async (name, payload, options) => {
    if (fails) throw named('Refused', 'no');
    return tokens.invokeFunction(name, payload, options);
  });

  const byFunction = await ended(client, (await begin(client, arn, 'one')).executionArn);
  fails = false;
  const second = await begin(client, arn, 'two');
  await client.send(
    new SendTaskFailureCommand({ taskToken: await tokens.nextToken(), error: 'Rejected', cause: 'why' }),
  );

  expect(byFunction).toMatchObject({ status: 'FAILED', error: 'Refused' });
  expect(await ended(client, second.executionArn)).toMatchObject({ status: 'FAILED', error: 'Rejected', cause: 'why' });
});

test('ends a token task at its time-out', async () => {
  const { invokeFunction, nextToken } = gate();
  const late = [{ ErrorEquals: ['States.Timeout'], Next: 'Late' }];
  const timed = waitForToken({ TimeoutSeconds: 1, Catch: late, End: true });
  const { client, arn } = await start(machine({ Gate: timed, Late: { Type: 'Succeed' } }), invokeFunction);

  const { executionArn } = await begin(client, arn, 'one');
  const taskToken = await nextToken();

  expect((await outputOf(client, executionArn)).Error).toBe('States.Timeout');
  await expect(client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))).rejects.toMatchObject({
    name: 'TaskTimedOut',
  });
});

test('gives a retry a new token', async () => {
  const { invokeFunction, nextToken } = gate();
  const retried = waitForToken({ Retry: [{ ErrorEquals: ['Again'], IntervalSeconds: 1 }], End: true });
  const { client, arn } = await start(machine({ Gate: retried }), invokeFunction);

  const { executionArn } = await begin(client, arn, 'one');
  const failedToken = await nextToken();
  await client.send(new SendTaskFailureCommand({ taskToken: failedToken, error: 'Again' }));
  const newToken = await nextToken();
  await client.send(new SendTaskSuccessCommand({ taskToken: newToken, output: '1' }));

  expect(await outputOf(client, executionArn)).toBe(1);
  expect(newToken).not.toBe(failedToken);
});

test('runs every item of a Map with its own token', async () => {
  const { invokeFunction, nextToken } = gate();
  const definition = gatedMap({
    ItemSelector: { 'phase.$': '$$.Map.Item.Value', 'index.$': '$$.Map.Item.Index', 'run.$': '$$.Execution.Name' },
    ItemProcessor: {
      ProcessorConfig: { Mode: 'INLINE' },
      ...machine({ Gate: waitForToken({ ResultPath: '$.gate', End: true }) }),
    },
  });
  const { client, arn } = await start(definition, invokeFunction);

  const { executionArn } = await begin(client, arn, 'one', { phases: ['a', 'b', 'c'] });
  const tokens = [await nextToken(), await nextToken(), await nextToken()];
  for (const [index, taskToken] of tokens.entries()) {
    await client.send(new SendTaskSuccessCommand({ taskToken, output: String(index * 10) }));
  }

  expect(new Set(tokens).size).toBe(3);
  expect(await outputOf(client, executionArn)).toEqual([
    { phase: 'a', index: 0, run: 'one', gate: 0 },
    { phase: 'b', index: 1, run: 'one', gate: 10 },
    { phase: 'c', index: 2, run: 'one', gate: 20 },
  ]);
});

test('runs more than 40 items of a Map at once when it has no limit', async () => {
  const { invokeFunction, nextToken } = gate();
  const { client, arn } = await start(gatedMap(), invokeFunction);
  const phases = Array.from({ length: 60 }, (_, index) => `phase-${index}`);

  const { executionArn } = await begin(client, arn, 'one', { phases });
  const tokens: string[] = [];
  for (const _phase of phases) tokens.push(await nextToken());
  await Promise.all(tokens.map((taskToken) => client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))));

  expect(await outputOf(client, executionArn)).toHaveLength(60);
});

test('starts a name once: the same input is the same execution, anything else is refused', async () => {
  const { invokeFunction, nextToken } = gate();
  const { client, arn } = await start(gated, invokeFunction);

  const first = await begin(client, arn, 'one', { id: 1 });
  const again = await begin(client, arn, 'one', { id: 1 });
  const otherInput = begin(client, arn, 'one', { id: 2 });
  await expect(otherInput).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await client.send(new SendTaskSuccessCommand({ taskToken: await nextToken(), output: '{}' }));
  await ended(client, first.executionArn);
  const afterwards = begin(client, arn, 'one', { id: 1 });

  expect(again).toMatchObject({ executionArn: first.executionArn, startDate: first.startDate });
  await expect(afterwards).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

test('aborts: the execution is ABORTED, its token dies, its function hears the signal, no retry begins', async () => {
  const signals: AbortSignal[] = [];
  const tokens: string[] = [];
  const begun = Promise.withResolvers<void>();
  const retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3 }];
  const definition = machine({ Gate: waitForToken({ Retry: retry, End: true }) });
  const { client, arn } = await start(definition, async (_name, payload, { signal }) => {
    signals.push(signal);
    tokens.push(tokenOf(payload));
    begun.resolve();
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
  });

  const { executionArn } = await begin(client, arn, 'one');
  await begun.promise;
  await client.send(new StopExecutionCommand({ executionArn, error: 'Cancelled', cause: 'by a person' }));

  expect(await ended(client, executionArn)).toMatchObject({
    status: 'ABORTED',
    error: 'Cancelled',
    cause: 'by a person',
  });
  expect(signals.map((signal) => signal.aborted)).toEqual([true]);
  await expect(client.send(new SendTaskSuccessCommand({ taskToken: tokens[0], output: '{}' }))).rejects.toMatchObject({
    name: 'TaskTimedOut',
  });
});

test.each([
  ['a name with a slash', { name: 'a/b' }, 'ValidationException'],
  ['input that is not JSON', { input: '{' }, 'ValidationException'],
  ['input above 256 KiB', { input: JSON.stringify('x'.repeat(262_144)) }, 'ValidationException'],
  [
    'an unknown machine',
    { stateMachineArn: 'arn:aws:states:us-east-1:000000000000:stateMachine:no' },
    'ValidationException',
  ],
])('refuses to start with %s', async (_what, wrong, name) => {
  const { client, arn: stateMachineArn } = await start(machine({ Done: { Type: 'Succeed' } }), async () => null);

  const refused = client.send(new StartExecutionCommand({ stateMachineArn, name: 'one', input: '{}', ...wrong }));

  await expect(refused).rejects.toMatchObject({ name });
});

test('tells every state that an execution enters', async () => {
  const definition = machine({ Work: invoke('work', { Next: 'Done' }), Done: { Type: 'Succeed' } });
  const { client, arn, entered } = await start(definition, async () => ({ ok: true }));

  await ended(client, (await begin(client, arn, 'one')).executionArn);

  expect(entered).toEqual(['one', 'one']);
});

test('fails an execution whose function returns more than 256 KiB, whatever its Catch says', async () => {
  const catchAll = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
  const definition = machine({ Big: invoke('big', { Catch: catchAll, End: true }), Caught: { Type: 'Succeed' } });
  const { client, arn } = await start(definition, async () => 'x'.repeat(262_144));

  const execution = await ended(client, (await begin(client, arn, 'one')).executionArn);

  expect(execution).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
});

test('resumes what ran before a restart, keeps ended names taken, and follows a definition that has changed', async () => {
  const directory = await directoryForTest();
  const before = gate();
  const first = await serveStepFunctions({ directory, definition: gated, invokeFunction: before.invokeFunction });
  const client = connect(first.endpoint);
  const { arn } = first;
  const { executionArn } = await begin(client, arn, 'parked', { id: 7 });
  const oldToken = await before.nextToken();
  const done = await begin(client, arn, 'done');
  await client.send(new SendTaskSuccessCommand({ taskToken: await before.nextToken(), output: '{}' }));
  await ended(client, done.executionArn);
  await first.stop();

  const after = gate();
  const changed = machine({ Gate: waitForToken({ ResultPath: '$.late', End: true }) });
  const second = await start(changed, after.invokeFunction, { directory });
  const resumed = second.resume();
  const stale = second.client.send(new SendTaskSuccessCommand({ taskToken: oldToken, output: '{}' }));
  await expect(stale).rejects.toMatchObject({ name: 'TaskTimedOut' });
  await second.client.send(new SendTaskSuccessCommand({ taskToken: await after.nextToken(), output: 'true' }));

  expect(resumed).toBe(1);
  expect(await outputOf(second.client, executionArn)).toEqual({ id: 7, late: true });
  await expect(begin(second.client, arn, 'done')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
});

describe('after a restart with many executions that wait for an answer', () => {
  /** A directory whose last process left these executions waiting at a gate, the first of them at work otherwise. */
  const leftWaiting = async (names: readonly string[]) => {
    const directory = await directoryForTest();
    const before = gate();
    const first = await serveStepFunctions({ directory, definition: gated, invokeFunction: before.invokeFunction });
    const client = connect(first.endpoint);
    const { arn } = first;
    const tokens = new Map<string, string>();
    for (const name of names) {
      await begin(client, arn, name, { name });
      tokens.set(name, await before.nextToken());
    }
    await first.stop();
    changeRecords(directory, (records) => {
      for (const record of [...records.values()].slice(1)) records.set(record.name, { ...record, parked: true });
    });
    const order: string[] = [];
    const all = Promise.withResolvers<void>();
    const takeDown: InvokeFunction = async (_name, payload) => {
      order.push((payload as { input: { name: string } }).input.name); // The payload our own definition above has just built.
      if (order.length === names.length) all.resolve();
    };
    const second = await start(gated, takeDown, { directory });
    return { ...second, tokens, order, all: all.promise, directory, arn };
  };

  test('those at work go on at once, the others in their turn', async () => {
    const { resume, order, all } = await leftWaiting(['at-work', 'one', 'two', 'three']);

    const resumed = resume();

    expect(resumed).toBe(4);
    await expect.poll(() => order.length, { interval: 5 }).toBeGreaterThan(0);
    expect(order.length).toBeLessThan(4);
    await all;
    expect(order).toEqual(['at-work', 'one', 'two', 'three']);
  });

  test('an answer to a token of the former process wakes its execution, whose step is repeated', async () => {
    const names = ['at-work', ...Array.from({ length: 20 }, (_, index) => `waiting-${index}`)];
    const { client, resume, order, all, tokens } = await leftWaiting(names);
    resume();

    await client.send(new SendTaskSuccessCommand({ taskToken: tokens.get('waiting-19'), output: '{}' }));

    expect(order.indexOf('waiting-19')).toBeLessThan(10);
    await all;
    expect(order).toHaveLength(names.length);
  });

  test('one that is stopped does not begin again', async () => {
    const names = ['at-work', ...Array.from({ length: 10 }, (_, index) => `waiting-${index}`)];
    const { client, resume, order, all, stop, directory, arn } = await leftWaiting(names);
    resume();
    const executionArn = `${arn.replace(':stateMachine:', ':execution:')}:waiting-9`;
    await client.send(new StopExecutionCommand({ executionArn }));
    await begin(client, arn, 'new', { name: 'new' });

    await all;

    expect(new Set(order)).toEqual(new Set([...names.slice(0, -1), 'new']));
    await stop();
    changeRecords(directory, (records) => expect(records.get('waiting-9')?.status).toBe('ABORTED'));
  });
});

test('notes which executions wait, and that one no longer does', async () => {
  const { invokeFunction, nextToken } = gate();
  const definition = machine({ Gate: waitForToken({ Next: 'Again' }), Again: waitForToken() });
  const store = openStore(':memory:');
  const stepFunctions = openStepFunctions({
    store,
    stateMachineName: 'campaign',
    definition: JSON.stringify(definition),
    invokeFunction,
  });
  cleanups.push(() => stepFunctions.stop());
  const { stateMachineArn } = stepFunctions;
  const isParked = () => store.collection('executions', executionRecordSchema).get('one')?.parked ?? false;

  await stepFunctions.operations['StartExecution']?.({ stateMachineArn, name: 'one', input: '{}' });
  const taskToken = await nextToken();
  expect(isParked()).toBe(false);
  await expect.poll(isParked, { timeout: 20_000 }).toBe(true);
  await stepFunctions.operations['SendTaskSuccess']?.({ taskToken, output: '{}' });
  await nextToken();

  expect(isParked()).toBe(false);
});

test('resumes every confirmed execution of a process that was killed', async () => {
  const directory = await directoryForTest();
  const definition = machine({ Work: invoke('work') });
  const { child, served } = await serveInOwnProcess<{ arn: string }>(
    'stepfunctions',
    directory,
    JSON.stringify(definition),
  );
  cleanups.push(async () => child.kill('SIGKILL'));
  const doomed = connect(served.endpoint);
  const exited = once(child, 'exit');
  const confirmed: string[] = [];
  const names = Array.from({ length: 100 }, (_, index) => `campaign-${index}`);
  const starts = names.map(async (name) => {
    await begin(doomed, served.arn, name, { name });
    if (confirmed.push(name) === 30) child.kill('SIGKILL');
  });
  await Promise.allSettled(starts);
  await exited;

  const { client, resume, arn } = await start(definition, async (_name, payload) => payload, { directory });
  const resumed = resume();

  expect(resumed).toBeGreaterThanOrEqual(confirmed.length);
  for (const name of confirmed) {
    const output = await outputOf(client, `${arn.replace(':stateMachine:', ':execution:')}:${name}`);
    expect(output.Payload).toEqual({ name });
  }
});

test('holds 200 executions of 11 waiting items at once and finishes them all', async () => {
  const tokens: string[] = [];
  const allWait = Promise.withResolvers<void>();
  const { client, arn } = await start(gatedMap(), async (_name, payload) => {
    if (tokens.push(tokenOf(payload)) === 2200) allWait.resolve();
  });
  const phases = Array.from({ length: 11 }, (_, index) => `phase-${index}`);

  const names = Array.from({ length: 200 }, (_, index) => `campaign-${index}`);
  const started = await Promise.all(names.map((name) => begin(client, arn, name, { phases })));
  await allWait.promise;
  await Promise.all(tokens.map((taskToken) => client.send(new SendTaskSuccessCommand({ taskToken, output: '1' }))));

  for (const { executionArn } of started) expect(await outputOf(client, executionArn)).toHaveLength(11);
});

import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { checkJson, checkName } from './checks.ts';
import { type Executions, executionArn } from './executions.ts';
import type { ExecutionRecord } from './executions-journal.ts';
import { ServiceError } from './json-protocol-server.ts';
import { page } from './page.ts';
import type { StateMachineRecord, StateMachines } from './state-machines.ts';
import type { TaskTokens } from './task-tokens.ts';

/** Where the operations' state lies, and the region and account their ARNs name. */
export interface OperationsContext {
  readonly stateMachines: StateMachines;
  readonly executions: Executions;
  readonly tokens: TaskTokens;
  readonly region: string;
  readonly accountId: string;
}

type Operation = (context: OperationsContext, input: unknown) => object | undefined | Promise<object | undefined>;

const text = z.string();
const paging = { maxResults: z.number().int().min(0).max(1000).optional(), nextToken: text.optional() };

const checked = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ServiceError('ValidationException', `${issue?.path.join('.') || 'The request'}: ${issue?.message}`);
};

const operation =
  <Schema extends z.ZodType>(
    schema: Schema,
    answer: (context: OperationsContext, input: z.output<Schema>) => ReturnType<Operation>,
  ): Operation =>
  (context, input) =>
    answer(context, checked(schema, input));

const seconds = (milliseconds: number) => milliseconds / 1000;
const stateMachineInput = z.object({ stateMachineArn: text });
const executionInput = z.object({ executionArn: text });

/** The Step Functions operations this platform answers, by name. */
export const operations: Readonly<Record<string, Operation>> = {
  CreateStateMachine: operation(
    z.object({ name: text, definition: text, roleArn: text, type: text.optional() }),
    async (context, input) => {
      checkName(input.name);
      const arn = `arn:aws:states:${context.region}:${context.accountId}:stateMachine:${input.name}`;
      const existing = context.stateMachines.find(arn);
      if (existing) return createdAgain(existing, input);
      const now = Date.now();
      const { name, definition, roleArn, type = 'STANDARD' } = input;
      const record = {
        name,
        arn,
        definition,
        roleArn,
        type,
        creationDate: now,
        updateDate: now,
        revisionId: randomUUID(),
      };
      await context.stateMachines.save(record);
      return { stateMachineArn: arn, creationDate: seconds(now) };
    },
  ),

  UpdateStateMachine: operation(
    stateMachineInput.extend({ definition: text.optional(), roleArn: text.optional() }),
    async ({ stateMachines }, { stateMachineArn, definition, roleArn }) => {
      const record = stateMachines.get(stateMachineArn);
      const changed: StateMachineRecord = {
        ...record,
        definition: definition ?? record.definition,
        roleArn: roleArn ?? record.roleArn,
        updateDate: Date.now(),
        revisionId: randomUUID(),
      };
      await stateMachines.save(changed);
      return { updateDate: seconds(changed.updateDate), revisionId: changed.revisionId };
    },
  ),

  DescribeStateMachine: operation(stateMachineInput, ({ stateMachines }, { stateMachineArn }) => {
    const { name, definition, roleArn, type, creationDate, revisionId } = stateMachines.get(stateMachineArn);
    return {
      stateMachineArn,
      name,
      status: 'ACTIVE',
      definition,
      roleArn,
      type,
      creationDate: seconds(creationDate),
      revisionId,
    };
  }),

  StartExecution: operation(
    stateMachineInput.extend({ name: text.optional(), input: text.default('{}') }),
    async ({ stateMachines, executions }, { stateMachineArn, name = randomUUID(), input }) => {
      const definition = stateMachines.prepared(stateMachineArn);
      checkName(name);
      checkJson(input, 'InvalidExecutionInput');
      const execution = await executions.start(stateMachineArn, name, input, definition);
      return { executionArn: executionArn(execution), startDate: seconds(execution.startDate) };
    },
  ),

  DescribeExecution: operation(executionInput, (context, input) => {
    const execution = findExecution(context, input.executionArn);
    const { name, stateMachineArn, status, startDate, stopDate, error, cause } = execution;
    return {
      executionArn: input.executionArn,
      name,
      stateMachineArn,
      status,
      startDate: seconds(startDate),
      ...(stopDate === undefined ? {} : { stopDate: seconds(stopDate) }),
      input: execution.input,
      inputDetails: { included: execution.input !== undefined },
      ...(status === 'SUCCEEDED'
        ? { output: execution.output, outputDetails: { included: execution.output !== undefined } }
        : {}),
      error,
      cause,
    };
  }),

  StopExecution: operation(
    executionInput.extend({ error: text.optional(), cause: text.optional() }),
    async (context, input) => {
      const execution = findExecution(context, input.executionArn);
      return { stopDate: seconds(await context.executions.abort(execution, input.error, input.cause)) };
    },
  ),

  /** An answer to a parked execution of a former process wakes it: its steps are repeated, and find in the table what was decided. */
  SendTaskSuccess: operation(
    z.object({ taskToken: text, output: text }),
    ({ tokens, executions }, { taskToken, output }) => {
      const result = checkJson(output, 'InvalidOutput');
      if (!executions.wake(taskToken)) tokens.find(taskToken).succeed(result);
      return undefined;
    },
  ),

  SendTaskFailure: operation(
    z.object({ taskToken: text, error: text.optional(), cause: text.optional() }),
    ({ tokens }, { taskToken, error = 'States.TaskFailed', cause = '' }) => {
      tokens.find(taskToken).fail(error, cause);
      return undefined;
    },
  ),

  GetExecutionHistory: operation(
    executionInput.extend({ ...paging, reverseOrder: z.boolean().optional() }),
    (context, input) => {
      const execution = findExecution(context, input.executionArn);
      const events = context.executions.history(execution)?.list() ?? [];
      const { items, nextToken } = page(input.reverseOrder ? events.reverse() : events, input, 100);
      return { events: items, nextToken };
    },
  ),
};

/** Creating a state machine again, just as it is, is no error. */
const createdAgain = (existing: StateMachineRecord, wanted: { definition: string; roleArn: string }) => {
  if (existing.definition === wanted.definition && existing.roleArn === wanted.roleArn) {
    return { stateMachineArn: existing.arn, creationDate: seconds(existing.creationDate) };
  }
  throw new ServiceError('StateMachineAlreadyExists', `State Machine Already Exists: '${existing.arn}'`);
};

const findExecution = ({ executions }: OperationsContext, arn: string): ExecutionRecord => {
  const parts = /^(arn:aws[\w-]*:states:[^:]*:\d*:)execution:([^:]+):([^:]+)$/.exec(arn);
  if (!parts) throw new ServiceError('InvalidArn', `Invalid Arn: '${arn}'`);
  const execution = executions.find(`${parts[1]}stateMachine:${parts[2]}`, String(parts[3]));
  if (execution) return execution;
  throw new ServiceError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
};

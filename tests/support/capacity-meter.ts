// Counts the read and write units that every function of a platform consumes, by operation. It asks the real client for them, so
// that no function has to know that it is being measured.
import { AsyncLocalStorage } from 'node:async_hooks';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { HandlerModules } from '../../local/lambda/lambda-runtime.ts';
import { wrappedFunctions } from './wrapped-functions.ts';

export interface OperationUnits {
  readonly operation: string;
  readonly calls: number;
  readonly requests: number;
  readonly readUnits: number;
  readonly writeUnits: number;
}

export type CapacityMeter = ReturnType<typeof startCapacityMeter>;

interface Tally {
  calls: number;
  requests: number;
  readUnits: number;
  writeUnits: number;
}

const isRead = (commandName: string) => /^(Get|Query|BatchGet|TransactGet)Command$/.test(commandName);
/** Begins to count in this process; `stop` gives the client back as it was. */
export function startCapacityMeter() {
  const scope = new AsyncLocalStorage<string>();
  const tallies = new Map<string, Tally>();
  /** Functions at work, and who waits for that to change. */
  let atWork = 0;
  /** Calls that have ended, by operation. */
  const ended = new Map<string, number>();
  const waiting = new Set<() => void>();
  const tallyOf = (operation: string): Tally => {
    const tally = tallies.get(operation) ?? { calls: 0, requests: 0, readUnits: 0, writeUnits: 0 };
    tallies.set(operation, tally);
    return tally;
  };
  const count = (commandName: string, units: number) => {
    const tally = tallyOf(scope.getStore() ?? 'outside of any function');
    tally.requests += 1;
    tally[isRead(commandName) ? 'readUnits' : 'writeUnits'] += units;
  };

  const original = DynamoDBDocumentClient.prototype.send;
  // The method has four overloads; what passes through here is forwarded as it came.
  DynamoDBDocumentClient.prototype.send = async function measured(this: DynamoDBDocumentClient, command: never) {
    const { input } = command as { input: object };
    const commandName = Object.getPrototypeOf(command).constructor.name;
    Object.assign(input, { ReturnConsumedCapacity: 'TOTAL' });
    try {
      const answer: unknown = await Reflect.apply(original, this, [command]);
      count(commandName, unitsIn(answer));
      return answer;
    } catch (error) {
      // A write whose condition does not hold is charged too; its answer does not say how much. Small items: one unit.
      if (error instanceof ConditionalCheckFailedException) count(commandName, 1);
      throw error;
    }
  } as typeof original;

  const until = (test: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!test()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });

  async function observed<Answer>(operation: string, call: () => Promise<Answer>): Promise<Answer> {
    tallyOf(operation).calls += 1;
    atWork += 1;
    try {
      return await scope.run(operation, call);
    } finally {
      atWork -= 1;
      ended.set(operation, (ended.get(operation) ?? 0) + 1);
      for (const look of waiting) look();
    }
  }

  return {
    /** The project's own functions, each counting what it consumes; `replacements` stand in for some of them. */
    functions: (replacements: HandlerModules = {}): HandlerModules => wrappedFunctions(observed, replacements),

    /** Resolves once so many calls of an operation have ended, since the beginning. */
    ended: (operation: string, count: () => number): Promise<void> =>
      until(() => (ended.get(operation) ?? 0) >= count()),

    /** Resolves once no function is at work, and an operation was called since units were last taken, where one is named. */
    idle: (operation?: string): Promise<void> =>
      until(() => atWork === 0 && (operation === undefined || (tallies.get(operation)?.calls ?? 0) > 0)),

    /** What was consumed since the last call, dearest write first. */
    take(): OperationUnits[] {
      const taken = [...tallies].map(([operation, tally]) => ({ operation, ...tally }));
      tallies.clear();
      return taken.sort((one, other) => other.writeUnits - one.writeUnits || other.readUnits - one.readUnits);
    },

    stop(): void {
      DynamoDBDocumentClient.prototype.send = original;
    },
  };
}

/** Units of an answer; batches and transactions answer with one figure per table. */
function unitsIn(answer: unknown): number {
  const consumed: unknown =
    typeof answer === 'object' && answer !== null && 'ConsumedCapacity' in answer ? answer.ConsumedCapacity : undefined;
  if (consumed === undefined)
    throw new Error('DynamoDB did not say what a request consumed, so nothing can be counted');
  return [consumed]
    .flat()
    .reduce((total: number, part) => total + ((part as { CapacityUnits?: number }).CapacityUnits ?? 0), 0);
}

export const totalOf = (units: readonly OperationUnits[]) => ({
  writeUnits: units.reduce((total, { writeUnits }) => total + writeUnits, 0),
  readUnits: units.reduce((total, { readUnits }) => total + readUnits, 0),
});

/** The figures as a Markdown table, as docs/TABLE.md shows them. */
export function unitsTable(units: readonly OperationUnits[]): string {
  const figure = (value: number) => (Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '–');
  const { writeUnits, readUnits } = totalOf(units);
  return [
    '| operation | calls | requests | write units | per call | read units | per call |',
    '|---|---|---|---|---|---|---|',
    ...units.map(
      ({ operation, calls, requests, writeUnits, readUnits }) =>
        `| ${operation} | ${calls} | ${requests} | ${figure(writeUnits)} | ${figure(writeUnits / calls)} | ${figure(readUnits)} | ${figure(readUnits / calls)} |`,
    ),
    `| **whole** | | | **${figure(writeUnits)}** | | **${figure(readUnits)}** | |`,
  ].join('\n');
}

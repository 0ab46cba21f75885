import { createHash } from 'node:crypto';
import * as z from 'zod';
import { ServiceError } from '../stepfunctions/json-protocol-server.ts';
import { type ActionName, type Item, isEngineError, rangeOf, runAction, validateRequest } from './dynalite-engine.ts';
import { type ConsumedCapacity, isConsumedCapacity, type Requests, validationError } from './requests.ts';
import type { StagedStore } from './staged-store.ts';

const attributes = z.record(z.string(), z.record(z.string(), z.unknown()));
const target = z.looseObject({ TableName: z.string() });
const keyed = target.extend({ Key: attributes });
const actionSchema = z.union([
  z.object({ Put: target.extend({ Item: attributes }) }),
  z.object({ Update: keyed.extend({ UpdateExpression: z.string() }) }),
  z.object({ Delete: keyed }),
  z.object({ ConditionCheck: keyed.extend({ ConditionExpression: z.string() }) }),
]);
const writeSchema = z.object({
  TransactItems: z.array(actionSchema).min(1).max(100),
  ClientRequestToken: z.string().max(36).optional(),
  ReturnConsumedCapacity: z.enum(['INDEXES', 'TOTAL', 'NONE']).optional(),
});
type TransactAction = z.output<typeof actionSchema>;

interface PlannedAction {
  readonly name: ActionName;
  /** A condition check runs as a deletion that is thrown away. */
  readonly keepsNothing: boolean;
  readonly request: Readonly<Record<string, unknown>> & { readonly TableName: string };
  readonly keySource: Item;
}

interface CancellationReason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
}

/** DynamoDB remembers a client request token for ten minutes. */
const tokenMilliseconds = 10 * 60 * 1000;
const tokenPrefix = 'transaction-token~';
const tokenSchema = z.object({ digest: z.string(), expiresAt: z.number() });

/** Transactional writes, which dynalite does not have. A transaction is one LevelDB batch: all or nothing. */
export class Transactions {
  readonly #requests: Requests;
  readonly #now: () => number;

  constructor(requests: Requests, now: () => number = Date.now) {
    this.#requests = requests;
    this.#now = now;
  }

  /** TransactWriteItems. Throws TransactionCanceledException with a reason for each action. */
  write(input: unknown): Promise<object> {
    const { TransactItems, ClientRequestToken, ReturnConsumedCapacity } = checked(writeSchema, input);
    const plan = TransactItems.map((action) => planned(action, ReturnConsumedCapacity));
    const validated = plan.map((action) => ({
      ...action,
      request: validateRequest(action.name, action.request, this.#requests.store),
    }));
    return this.#requests.exclusive(async () => {
      await this.#refuseDuplicates(plan);
      const staged = this.#requests.stage();
      if (ClientRequestToken !== undefined) {
        const digest = createHash('sha256').update(JSON.stringify(TransactItems)).digest('base64');
        if (await this.#isKnownToken(ClientRequestToken, digest)) return {};
        staged.stageValue(tokenPrefix + ClientRequestToken, { digest, expiresAt: this.#now() + tokenMilliseconds });
      }
      const capacities = await this.#runAll(validated, staged);
      await staged.commit();
      return { ConsumedCapacity: summed(capacities) };
    });
  }

  /** Forgets the client request tokens that have expired. */
  async sweepTokens(): Promise<void> {
    for await (const [key, value] of this.#requests.store.db.iterator(rangeOf(tokenPrefix))) {
      const token = tokenSchema.safeParse(value);
      if (!token.success || token.data.expiresAt < this.#now()) await this.#requests.store.db.del(key);
    }
  }

  async #runAll(
    plan: (Omit<PlannedAction, 'request'> & { request: object })[],
    staged: StagedStore,
  ): Promise<unknown[]> {
    const reasons: CancellationReason[] = [];
    const capacities: unknown[] = [];
    for (const { name, keepsNothing, request } of plan) {
      try {
        const response = await runAction(name, request, keepsNothing ? this.#requests.stage() : staged);
        reasons.push({ Code: 'None' });
        if ('ConsumedCapacity' in response) capacities.push(response.ConsumedCapacity);
      } catch (error) {
        reasons.push(cancellationReason(error));
      }
    }
    if (reasons.every(({ Code }) => Code === 'None')) return capacities;
    const codes = reasons.map(({ Code }) => Code).join(', ');
    throw new ServiceError(
      'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      { details: { CancellationReasons: reasons } },
    );
  }

  async #isKnownToken(token: string, digest: string): Promise<boolean> {
    const known = tokenSchema.safeParse(await this.#requests.store.db.get(tokenPrefix + token));
    if (!known.success || known.data.expiresAt < this.#now()) return false;
    if (known.data.digest === digest) return true;
    throw new ServiceError(
      'com.amazonaws.dynamodb.v20120810#IdempotentParameterMismatchException',
      'The client request token was used with other parameters in the last ten minutes.',
    );
  }

  async #refuseDuplicates(plan: PlannedAction[]): Promise<void> {
    const seen = new Set<string>();
    for (const { request, keySource } of plan) {
      const { TableName, KeySchema } = await this.#requests.table(request.TableName);
      const identity = JSON.stringify([TableName, ...KeySchema.map(({ AttributeName }) => keySource[AttributeName])]);
      if (seen.has(identity)) {
        throw validationError('Transaction request cannot include multiple operations on one item');
      }
      seen.add(identity);
    }
  }
}

const planned = (action: TransactAction, ReturnConsumedCapacity: string | undefined): PlannedAction => {
  const shared = { keepsNothing: false };
  if ('Put' in action) {
    return {
      ...shared,
      name: 'putItem',
      request: { ...action.Put, ReturnConsumedCapacity },
      keySource: action.Put.Item,
    };
  }
  if ('Update' in action) {
    return {
      ...shared,
      name: 'updateItem',
      request: { ...action.Update, ReturnConsumedCapacity },
      keySource: action.Update.Key,
    };
  }
  const [request, keepsNothing] = 'Delete' in action ? [action.Delete, false] : [action.ConditionCheck, true];
  return { name: 'deleteItem', keepsNothing, request: { ...request, ReturnConsumedCapacity }, keySource: request.Key };
};

/** Why one action cancels the transaction. Rethrows what is no caller's mistake. */
const cancellationReason = (error: unknown): CancellationReason => {
  if (!isEngineError(error)) throw error;
  const type = error.body.__type.split('#').at(-1);
  if (type === 'ConditionalCheckFailedException') {
    const { Item } = error.body;
    return { Code: 'ConditionalCheckFailed', Message: error.message, ...(Item ? { Item } : {}) };
  }
  if (type === 'ValidationException') return { Code: 'ValidationError', Message: error.message };
  throw error;
};

/** The capacity of all actions by table; a transaction costs twice what its actions would. */
const summed = (capacities: readonly unknown[]): ConsumedCapacity[] | undefined => {
  const tables = new Map<string, ConsumedCapacity>();
  for (const { TableName, CapacityUnits, Table } of capacities.filter(isConsumedCapacity)) {
    const units = (tables.get(TableName)?.CapacityUnits ?? 0) + 2 * CapacityUnits;
    tables.set(TableName, { TableName, CapacityUnits: units, ...(Table ? { Table: { CapacityUnits: units } } : {}) });
  }
  return tables.size > 0 ? [...tables.values()] : undefined;
};

const checked = <Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw validationError(`${issue?.path.join('.') || 'The request'}: ${issue?.message}`);
};

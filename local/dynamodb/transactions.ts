import { createHash } from 'node:crypto';
import * as z from 'zod';
import { tableShape } from '../../shared/contracts/resources.ts';
import { checked, ServiceError } from '../edge/service.ts';
import { type ActionName, type Item, isEngineError, rangeOf, runAction, validateRequest } from './dynalite-engine.ts';
import type { Requests } from './requests.ts';
import type { StagedStore } from './staged-store.ts';

const attributes = z.record(z.string(), z.record(z.string(), z.unknown()));
const keyed = z.looseObject({ TableName: z.string(), Key: attributes });
const actionSchema = z.union([
  z.object({ Put: z.looseObject({ TableName: z.string(), Item: attributes }) }),
  z.object({ Update: keyed }),
  z.object({ Delete: keyed }),
  z.object({ ConditionCheck: keyed }),
]);
const writeSchema = z.object({
  TransactItems: z.array(actionSchema).min(1).max(100),
  ClientRequestToken: z.string().max(36).optional(),
  ReturnConsumedCapacity: z.enum(['INDEXES', 'TOTAL', 'NONE']).optional(),
});

interface PlannedAction {
  readonly name: ActionName;
  /** A condition check runs as a deletion that is thrown away. */
  readonly keepsNothing: boolean;
  readonly request: object;
  /** Which item it is about. */
  readonly identity: string;
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
    const plan = TransactItems.map((action) => this.#planned(action, ReturnConsumedCapacity));
    if (new Set(plan.map(({ identity }) => identity)).size < plan.length)
      throw new ServiceError(
        'ValidationException',
        'Transaction request cannot include multiple operations on one item',
      );
    return this.#requests.exclusive(async () => {
      const staged = this.#requests.stage();
      if (ClientRequestToken !== undefined) {
        const digest = createHash('sha256').update(JSON.stringify(TransactItems)).digest('base64');
        if (await this.#isKnownToken(ClientRequestToken, digest)) return {};
        staged.stageValue(tokenPrefix + ClientRequestToken, { digest, expiresAt: this.#now() + tokenMilliseconds });
      }
      const ConsumedCapacity = summed(await this.#runAll(plan, staged));
      await staged.commit();
      return { ConsumedCapacity };
    });
  }

  /** Forgets the client request tokens that have expired. */
  async sweepTokens(): Promise<void> {
    const { db } = this.#requests.store;
    for await (const [key, value] of db.iterator(rangeOf(tokenPrefix)))
      if (tokenSchema.parse(value).expiresAt < this.#now()) await db.del(key);
  }

  #planned(action: z.output<typeof actionSchema>, ReturnConsumedCapacity: string | undefined): PlannedAction {
    const plan = (name: ActionName, part: { TableName: string }, keySource: Item, keepsNothing = false) => ({
      name,
      keepsNothing,
      request: validateRequest(name, { ...part, ReturnConsumedCapacity }, this.#requests.store),
      identity: JSON.stringify([part.TableName, keySource[tableShape.partitionKey], keySource[tableShape.sortKey]]),
    });
    if ('Put' in action) return plan('PutItem', action.Put, action.Put.Item);
    if ('Update' in action) return plan('UpdateItem', action.Update, action.Update.Key);
    if ('Delete' in action) return plan('DeleteItem', action.Delete, action.Delete.Key);
    return plan('DeleteItem', action.ConditionCheck, action.ConditionCheck.Key, true);
  }

  async #runAll(plan: readonly PlannedAction[], staged: StagedStore): Promise<unknown[]> {
    const reasons: { Code: string; Message?: string }[] = [];
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
      'TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      { details: { CancellationReasons: reasons } },
    );
  }

  async #isKnownToken(token: string, digest: string): Promise<boolean> {
    const known = tokenSchema.safeParse(await this.#requests.store.db.get(tokenPrefix + token));
    if (!known.success || known.data.expiresAt < this.#now()) return false;
    if (known.data.digest === digest) return true;
    throw new ServiceError(
      'IdempotentParameterMismatchException',
      'The client request token was used with other parameters in the last ten minutes.',
    );
  }
}

/** Why one action cancels the transaction. Rethrows what is no caller's mistake. */
const cancellationReason = (error: unknown): { Code: string; Message: string } => {
  if (!isEngineError(error)) throw error;
  const type = error.body.__type.split('#').at(-1);
  if (type === 'ConditionalCheckFailedException') return { Code: 'ConditionalCheckFailed', Message: error.message };
  if (type === 'ValidationException') return { Code: 'ValidationError', Message: error.message };
  throw error;
};

/** Nothing where nobody asked for it. */
const consumedSchema = z.object({ TableName: z.string(), CapacityUnits: z.number() }).optional();

/** The capacity of all actions by table; a transaction costs twice what its actions would. */
const summed = (capacities: readonly unknown[]): object[] | undefined => {
  const units = new Map<string, number>();
  for (const consumed of z.array(consumedSchema).parse(capacities))
    if (consumed) units.set(consumed.TableName, (units.get(consumed.TableName) ?? 0) + 2 * consumed.CapacityUnits);
  return units.size > 0 ? [...units].map(([TableName, CapacityUnits]) => ({ TableName, CapacityUnits })) : undefined;
};

// Transactional writes, which dynalite does not have.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { tableShape } from '../../shared/contracts/resources.ts';
import { checked, ServiceError } from '../endpoint/service.ts';
import { type ActionName, asServiceError, run, type Store, validated } from './dynalite.ts';
import type { Item, Items } from './items.ts';

const attributes = z.record(z.string(), z.record(z.string(), z.unknown()));
const placed = z.looseObject({ TableName: z.string(), Item: attributes });
const keyed = z.looseObject({ TableName: z.string(), Key: attributes });
const planned = (name: ActionName, part: object, key: Item, onlyChecks = false) => ({ name, part, key, onlyChecks });
const actionSchema = z.union([
  z.object({ Put: placed }).transform(({ Put }) => planned('PutItem', Put, Put.Item)),
  z.object({ Update: keyed }).transform(({ Update }) => planned('UpdateItem', Update, Update.Key)),
  z.object({ Delete: keyed }).transform(({ Delete }) => planned('DeleteItem', Delete, Delete.Key)),
  // It runs as a deletion that deletes nothing.
  z
    .object({ ConditionCheck: keyed })
    .transform(({ ConditionCheck: check }) => planned('DeleteItem', check, check.Key, true)),
]);
const writeSchema = z.object({
  TransactItems: z.array(actionSchema).min(1).max(100),
  ClientRequestToken: z.string().max(36),
  ReturnConsumedCapacity: z.literal('TOTAL').optional(),
});

/** DynamoDB remembers a client request token for ten minutes. Who would send it again ends with this process at the latest. */
const tokenSeconds = 10 * 60;

/** TransactWriteItems: all or nothing. Throws TransactionCanceledException with a reason for each action. */
export function transactionWriter(items: Items, store: Store, tableName: string, nowSeconds: () => number) {
  const done = new Map<string, { readonly digest: string; readonly until: number }>();
  const checking: Store = {
    ...store,
    getItemDb: () => ({ ...store.getItemDb(), del: (_key, callback) => callback(null) }),
  };

  /** Whether this was done under the token before. Throws when it was something else. */
  const isDone = (token: string, digest: string): boolean => {
    for (const [oldest, { until }] of done) {
      if (until > nowSeconds()) break;
      done.delete(oldest);
    }
    const before = done.get(token);
    if (before === undefined || before.digest === digest) return before !== undefined;
    throw new ServiceError(
      'IdempotentParameterMismatchException',
      'The client request token was used with other parameters in the last ten minutes.',
    );
  };

  return (input: unknown): object => {
    const { TransactItems: plan, ClientRequestToken: token, ReturnConsumedCapacity } = checked(writeSchema, input);
    const { partitionKey, sortKey } = tableShape;
    if (new Set(plan.map(({ key }) => JSON.stringify([key[partitionKey], key[sortKey]]))).size < plan.length)
      throw new ServiceError(
        'ValidationException',
        'Transaction request cannot include multiple operations on one item',
      );
    const requests = plan.map(({ name, part, onlyChecks }) => ({
      name,
      request: validated(name, { ...part, ReturnConsumedCapacity }, store),
      on: onlyChecks ? checking : store,
    }));
    const digest = createHash('sha256').update(JSON.stringify(plan)).digest('base64');
    if (isDone(token, digest)) return {};
    const outcomes = items.transaction(() => {
      const all = requests.map(({ name, request, on }) => outcomeOf(() => run(name, request, on)));
      checkAllDone(all.map(({ reason }) => reason));
      return all;
    });
    done.set(token, { digest, until: nowSeconds() + tokenSeconds });
    // A transaction costs twice what its actions would.
    const CapacityUnits = outcomes.reduce((sum, { units }) => sum + 2 * units, 0);
    return ReturnConsumedCapacity ? { ConsumedCapacity: [{ TableName: tableName, CapacityUnits }] } : {};
  };
}

interface Reason {
  readonly Code: string;
  readonly Message?: string;
}

const codes: Readonly<Record<string, string>> = {
  ConditionalCheckFailedException: 'ConditionalCheckFailed',
  ValidationException: 'ValidationError',
};

/** What an action costs, and why it cancels the transaction if it does. Rethrows what is no caller's mistake. */
function outcomeOf(act: () => ReturnType<typeof run>): { reason: Reason; units: number } {
  try {
    return { reason: { Code: 'None' }, units: act().ConsumedCapacity?.CapacityUnits ?? 0 };
  } catch (error) {
    const refusal = asServiceError(error);
    const Code = refusal instanceof ServiceError && codes[refusal.type.split('#').at(-1) ?? ''];
    if (!Code) throw error;
    return { reason: { Code, Message: refusal.message }, units: 0 };
  }
}

function checkAllDone(reasons: readonly Reason[]): void {
  if (reasons.every(({ Code }) => Code === 'None')) return;
  throw new ServiceError(
    'TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
    { details: { CancellationReasons: reasons } },
  );
}

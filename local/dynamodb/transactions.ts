// Transactional writes, which dynalite does not have.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { tableShape } from '../../shared/contracts/resources.ts';
import { checked, ServiceError } from '../endpoint/service.ts';
import { type ActionName, asServiceError, type Item, runNow, type Store, validated } from './dynalite.ts';
import type { Items } from './items.ts';

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
  readonly part: { readonly TableName: string };
  readonly key: Item;
  /** A condition check runs as a deletion that deletes nothing. */
  readonly onlyChecks?: true;
}

function planned(action: z.output<typeof actionSchema>): PlannedAction {
  if ('Put' in action) return { name: 'PutItem', part: action.Put, key: action.Put.Item };
  if ('Update' in action) return { name: 'UpdateItem', part: action.Update, key: action.Update.Key };
  if ('Delete' in action) return { name: 'DeleteItem', part: action.Delete, key: action.Delete.Key };
  return { name: 'DeleteItem', part: action.ConditionCheck, key: action.ConditionCheck.Key, onlyChecks: true };
}

/** TransactWriteItems: all or nothing. Throws TransactionCanceledException with a reason for each action. */
export function writeTransaction(input: unknown, items: Items, store: Store, nowSeconds: number): object {
  const { TransactItems, ClientRequestToken: token, ReturnConsumedCapacity } = checked(writeSchema, input);
  const checking: Store = {
    ...store,
    getItemDb: () => ({ ...store.getItemDb(), del: (_key, callback) => callback(null) }),
  };
  const digest = token && createHash('sha256').update(JSON.stringify(TransactItems)).digest('base64');
  const plan = TransactItems.map(planned);
  const { partitionKey, sortKey } = tableShape;
  const names = plan.map(({ key }) => JSON.stringify([key[partitionKey], key[sortKey]]));
  if (new Set(names).size < names.length)
    throw new ServiceError('ValidationException', 'Transaction request cannot include multiple operations on one item');
  const requests = plan.map(({ name, part, onlyChecks }) => ({
    name,
    request: validated(name, { ...part, ReturnConsumedCapacity }, store),
    on: onlyChecks ? checking : store,
  }));
  return items.transaction(() => {
    if (token && digest) {
      const known = items.digestOf(token, nowSeconds);
      if (known === digest) return {};
      if (known !== undefined)
        throw new ServiceError(
          'IdempotentParameterMismatchException',
          'The client request token was used with other parameters in the last ten minutes.',
        );
      items.remember(token, digest, nowSeconds);
    }
    const outcomes = requests.map(({ name, request, on }) => outcomeOf(() => runNow(name, request, on)));
    const reasons = outcomes.map(({ reason }) => reason);
    if (reasons.every(({ Code }) => Code === 'None'))
      return { ConsumedCapacity: summed(outcomes.map(({ answer }) => answer)) };
    throw new ServiceError(
      'TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(', ')}]`,
      { details: { CancellationReasons: reasons } },
    );
  });
}

const codes: Readonly<Record<string, string>> = {
  ConditionalCheckFailedException: 'ConditionalCheckFailed',
  ValidationException: 'ValidationError',
};

/** What an action answers, or why it cancels the transaction. Rethrows what is no caller's mistake. */
function outcomeOf(run: () => object): { reason: { Code: string; Message?: string }; answer?: object } {
  try {
    return { reason: { Code: 'None' }, answer: run() };
  } catch (error) {
    const refusal = asServiceError(error);
    const Code = refusal instanceof ServiceError && codes[refusal.type.split('#').at(-1) ?? ''];
    if (!Code) throw error;
    return { reason: { Code, Message: refusal.message } };
  }
}

/** Nothing where nobody asked for it. */
const consumedSchema = z.object({
  ConsumedCapacity: z.object({ TableName: z.string(), CapacityUnits: z.number() }).optional(),
});

/** The capacity of all actions on the one table; a transaction costs twice what its actions would. */
function summed(answers: readonly unknown[]): object[] | undefined {
  const consumed = z
    .array(consumedSchema)
    .parse(answers)
    .flatMap(({ ConsumedCapacity }) => ConsumedCapacity ?? []);
  const units = consumed.reduce((sum, { CapacityUnits }) => sum + 2 * CapacityUnits, 0);
  return consumed[0] && [{ TableName: consumed[0].TableName, CapacityUnits: units }];
}

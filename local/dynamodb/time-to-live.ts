import { type Item, isEngineError, itemPrefix, rangeOf } from './dynalite-engine.ts';
import type { Requests } from './requests.ts';
import type { AllTableSettings } from './table-settings.ts';

/** DynamoDB leaves items alone whose expiry lies more than five years back. */
const oldestExpirySeconds = 5 * 365 * 24 * 60 * 60;

/**
 * Deletes the items whose time to live has passed, table by table, while other requests go on. An item changed since it
 * was read is left for the next sweep. Gives the number deleted.
 */
export const sweepExpiredItems = async (
  requests: Requests,
  settings: AllTableSettings,
  nowSeconds: number,
): Promise<number> => {
  let deleted = 0;
  for (const { table, attributeName } of settings.tablesWithTimeToLive()) {
    for await (const [, value] of requests.store.db.iterator(rangeOf(itemPrefix(table)))) {
      const item = value as Item; // dynalite keeps nothing but items under this prefix.
      if (!hasExpired(item[attributeName], nowSeconds)) continue;
      if (await deleteIfUnchanged(requests, table, attributeName, item)) deleted += 1;
    }
  }
  return deleted;
};

const hasExpired = (attribute: Item[string] | undefined, nowSeconds: number): boolean => {
  const expiresAt = Number(attribute?.N);
  return expiresAt <= nowSeconds && expiresAt > nowSeconds - oldestExpirySeconds;
};

const deleteIfUnchanged = async (
  requests: Requests,
  table: string,
  attributeName: string,
  item: Item,
): Promise<boolean> => {
  const { KeySchema } = await requests.table(table);
  try {
    await requests.write('deleteItem', {
      TableName: table,
      Key: Object.fromEntries(KeySchema.map(({ AttributeName }) => [AttributeName, item[AttributeName]])),
      ConditionExpression: '#expiry = :seen',
      ExpressionAttributeNames: { '#expiry': attributeName },
      ExpressionAttributeValues: { ':seen': item[attributeName] },
    });
    return true;
  } catch (error) {
    if (isEngineError(error) && error.body.__type.endsWith('ConditionalCheckFailedException')) return false;
    throw error;
  }
};

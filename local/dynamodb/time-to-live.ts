import { tableShape } from '../../shared/contracts/resources.ts';
import { type Item, isEngineError, itemPrefix, rangeOf } from './dynalite-engine.ts';
import type { Requests } from './requests.ts';

const { partitionKey, sortKey, expiryAttribute } = tableShape;

/** DynamoDB leaves items alone whose expiry lies more than five years back. */
const oldestExpirySeconds = 5 * 365 * 24 * 60 * 60;

/** Deletes the items whose time to live has passed, while other requests go on. An item changed since it was read is left for the next sweep. */
export async function sweepExpiredItems(requests: Requests, table: string, nowSeconds: number): Promise<void> {
  for await (const [, value] of requests.store.db.iterator(rangeOf(itemPrefix(table)))) {
    const item = value as Item; // dynalite keeps nothing but items under this prefix.
    const expiresAt = Number(item[expiryAttribute]?.['N']);
    if (expiresAt <= nowSeconds && expiresAt > nowSeconds - oldestExpirySeconds)
      await deleteIfUnchanged(requests, table, item);
  }
}

async function deleteIfUnchanged(requests: Requests, TableName: string, item: Item): Promise<void> {
  try {
    await requests.write('DeleteItem', {
      TableName,
      Key: { [partitionKey]: item[partitionKey], [sortKey]: item[sortKey] },
      ConditionExpression: '#expiry = :seen',
      ExpressionAttributeNames: { '#expiry': expiryAttribute },
      ExpressionAttributeValues: { ':seen': item[expiryAttribute] },
    });
  } catch (error) {
    if (!isEngineError(error) || !error.body.__type.endsWith('ConditionalCheckFailedException')) throw error;
  }
}

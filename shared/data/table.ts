// The one table as a small set of typed operations. It parses every item it reads, so a repository never sees a wrong shape.
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient, TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { z } from 'zod';
import { tolerant } from '../contracts/tolerant.ts';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '../runtime/clients/documents/document-commands.ts';
import {
  amongOthers,
  beginning,
  type Change,
  type Condition,
  existing,
  type Item,
  onlyIf,
  updateOf,
} from './expressions.ts';
import { gatherReads } from './gather-reads.ts';
import { requireKnownVersion, versionOf } from './item-versions.ts';
import type { Key } from './keys.ts';

/** One of several writes that go together. An update may begin an item that is not there yet. */
export type Write =
  | { readonly put: Item & Key; readonly condition?: Condition }
  | { readonly update: Key; readonly change: Change };

export interface Page<Row> {
  readonly rows: Row[];
  /** Sort key to go on after; absent on the last page. */
  readonly lastSortKey?: string;
}

export interface QueryOptions {
  readonly pk: string;
  readonly prefix: string;
  /** First and last sort key, both included; instead of the prefix. */
  readonly between?: readonly [first: string, last: string];
  readonly limit?: number;
  readonly newestFirst?: boolean;
  readonly after?: string;
  readonly consistent?: boolean;
  /** Attributes to answer with; all of them without it. Costs the same units, but far less work to read. */
  readonly only?: readonly string[];
}

/** A stored item does not have the shape this version expects: a bug or a hand-edited table, never a client's mistake. */
export class CorruptItem extends Error {
  override readonly name = 'CorruptItem';
}

export type Table = ReturnType<typeof createTable>;

/** Binds the operations to a table. `onUnits` receives the capacity each call consumed; without it none is asked for. */
export function createTable(
  client: DynamoDBDocumentClient,
  name: string,
  onUnits?: (operation: string, units: number) => void,
) {
  const consumed = onUnits ? { ReturnConsumedCapacity: 'TOTAL' as const } : {};
  const common = { TableName: name, ...consumed };
  const count = (operation: string, units: { CapacityUnits?: number | undefined } | undefined) =>
    onUnits?.(operation, units?.CapacityUnits ?? 0);

  const write = <Row>(key: Key, change: Change, schema: z.ZodType<Row>): Promise<Row | undefined> =>
    unlessConditionFailed(async () => {
      const answer = await client.send(
        new UpdateCommand({
          ...common,
          Key: key,
          ...updateOf(change),
          ReturnValues: 'ALL_NEW',
        }),
      );
      count('update', answer.ConsumedCapacity);
      return parse(schema, answer.Attributes ?? {});
    }, undefined);

  const readItem = gatherReads({
    async one(key, consistent) {
      const answer = await client.send(new GetCommand({ ...common, Key: key, ConsistentRead: consistent }));
      count('get', answer.ConsumedCapacity);
      return answer.Item;
    },
    async many(all, consistent) {
      const asked = { [name]: { Keys: all.map(({ pk, sk }) => ({ pk, sk })), ConsistentRead: consistent } };
      const answer = await client.send(new BatchGetCommand({ ...consumed, RequestItems: asked }));
      for (const each of answer.ConsumedCapacity ?? []) count('batchGet', each);
      // They are keys of this table, as they were sent.
      const unprocessed = (answer.UnprocessedKeys?.[name]?.Keys ?? []) as unknown as Key[];
      return { items: answer.Responses?.[name] ?? [], unprocessed };
    },
  });

  const table = {
    /** Reads one item; strongly consistent unless told otherwise. Items that are asked for in the same moment are one request. */
    async get<Row>(key: Key, schema: z.ZodType<Row>, consistent = true): Promise<Row | undefined> {
      const item = await readItem(key, consistent);
      return item === undefined ? undefined : parse(schema, item);
    },

    /** Writes one item; with a condition, answers false when it did not hold. */
    async put(key: Key, item: Item, condition?: Condition): Promise<boolean> {
      return unlessConditionFailed(async () => {
        const answer = await client.send(
          new PutCommand({
            ...common,
            Item: itemOf({ ...item, ...key }),
            ...onlyIf(condition),
          }),
        );
        count('put', answer.ConsumedCapacity);
        return true;
      }, false);
    },

    /** Changes one existing item and answers with it as it is now, or undefined when the condition did not hold. */
    update: <Row>(key: Key, change: Change, schema: z.ZodType<Row>): Promise<Row | undefined> =>
      write(key, existing(change), schema),

    /** The same for an item that need not exist yet: counters begin with their first change, whose expression begins with SET. */
    upsert: <Row>(key: Key, change: Change, schema: z.ZodType<Row>): Promise<Row | undefined> =>
      write(key, beginning(key, change), schema),

    /** Deletes one item, if it is there; with a condition, answers false when it did not hold. */
    async delete(key: Key, condition?: Condition): Promise<boolean> {
      return unlessConditionFailed(async () => {
        const answer = await client.send(
          new DeleteCommand({
            ...common,
            Key: key,
            ...onlyIf(condition),
          }),
        );
        count('delete', answer.ConsumedCapacity);
        return true;
      }, false);
    },

    /** One page of items whose sort key begins with the prefix. */
    async queryPage<Row>(options: QueryOptions, schema: z.ZodType<Row>): Promise<Page<Row>> {
      const answer = await client.send(new QueryCommand({ ...common, ...queryInput(options) }));
      count('query', answer.ConsumedCapacity);
      const last = answer.LastEvaluatedKey?.['sk'];
      return {
        rows: (answer.Items ?? []).map((item) => parse(schema, item)),
        ...(typeof last === 'string' ? { lastSortKey: last } : {}),
      };
    },

    /** Every item whose sort key begins with the prefix, in order, however many pages that takes. */
    async queryAll<Row>(options: Omit<QueryOptions, 'limit'>, schema: z.ZodType<Row>): Promise<Row[]> {
      const rows: Row[] = [];
      let after = options.after;
      do {
        const page = await table.queryPage({ ...options, ...(after ? { after } : {}) }, schema);
        rows.push(...page.rows);
        after = page.lastSortKey;
      } while (after);
      return rows;
    },

    /** Writes many items, each on its own: not atomic. Unprocessed items are sent again. */
    async putMany(items: readonly (Item & Key)[]): Promise<void> {
      await writeMany(items.map((item) => ({ PutRequest: { Item: itemOf(item) } })));
    },

    async deleteMany(all: readonly Key[]): Promise<void> {
      await writeMany(all.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })));
    },

    /** Changes one existing item and writes others, all or nothing; answers false when the change's condition did not hold. */
    updateWith: (key: Key, change: Change, items: readonly (Item & Key)[]): Promise<boolean> =>
      table.together([{ update: key, change: existing(change) }, ...items.map((item) => ({ put: item }))]),

    /** Writes new items together or not at all; answers false when any of them exists already. */
    putAllNew: (items: readonly (Item & Key)[]): Promise<boolean> =>
      table.together(items.map((item) => ({ put: item, condition: { expression: 'attribute_not_exists(pk)' } }))),

    /** Several writes, all or nothing, at twice the units; answers false when a condition did not hold. */
    together: (writes: readonly Write[]): Promise<boolean> =>
      transact(
        writes.map((write) =>
          'put' in write
            ? {
                Put: {
                  TableName: name,
                  Item: itemOf(write.put),
                  ...onlyIf(write.condition),
                },
              }
            : { Update: { TableName: name, Key: write.update, ...updateOf(amongOthers(write.update, write.change)) } },
        ),
      ),
  };

  /** False when a condition did not hold. */
  async function transact(writes: TransactWriteCommandInput['TransactItems']): Promise<boolean> {
    try {
      const answer = await client.send(
        new TransactWriteCommand({
          ...consumed,
          TransactItems: writes,
        }),
      );
      for (const each of answer.ConsumedCapacity ?? []) count('transactWrite', each);
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'TransactionCanceledException' && isConditionFailure(error))
        return false;
      throw error;
    }
  }

  async function writeMany(requests: readonly object[]): Promise<void> {
    const batchSize = 25; // the most BatchWriteItem takes
    let waiting = [...requests];
    for (let round = 0; waiting.length > 0; round += 1) {
      if (round > 1000)
        throw new Error('The table keeps refusing part of a batch: its capacity is exhausted. Try again later.');
      const batch = waiting.slice(0, batchSize);
      const answer = await client.send(
        new BatchWriteCommand({
          ...consumed,
          RequestItems: { [name]: batch },
        }),
      );
      for (const each of answer.ConsumedCapacity ?? []) count('batchWrite', each);
      waiting = [...waiting.slice(batchSize), ...(answer.UnprocessedItems?.[name] ?? [])];
    }
  }

  return table;

  function queryInput({ pk, prefix, between, limit, newestFirst, after, consistent, only }: QueryOptions) {
    // By key and version it is known whether the item can be read.
    const read = [...new Set([...(only ?? []), 'pk', 'sk', 'v'])];
    return {
      ...(only
        ? {
            ProjectionExpression: read.map((name) => `#${name}`).join(', '),
            ExpressionAttributeNames: Object.fromEntries(read.map((name) => [`#${name}`, name])),
          }
        : {}),
      ...(between
        ? {
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
            ExpressionAttributeValues: { ':pk': pk, ':first': between[0], ':last': between[1] },
          }
        : {
            KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
            ExpressionAttributeValues: { ':pk': pk, ...(prefix ? { ':prefix': prefix } : {}) },
          }),
      ScanIndexForward: !newestFirst,
      ConsistentRead: consistent ?? false,
      ...(limit ? { Limit: limit } : {}),
      ...(after ? { ExclusiveStartKey: { pk, sk: after } } : {}),
    };
  }
}

function parse<Row>(schema: z.ZodType<Row>, item: Item): Row {
  requireKnownVersion(item);
  const result = tolerant(schema).safeParse(item);
  if (result.success) return result.data;
  const where = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new CorruptItem(
    `Item ${String(item['pk'])} / ${String(item['sk'])} does not have the expected shape: ${where}`,
  );
}

async function unlessConditionFailed<Result>(send: () => Promise<Result>, otherwise: Result): Promise<Result> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return otherwise;
    throw error;
  }
}

const isConditionFailure = (error: Error & { CancellationReasons?: { Code?: string }[] }): boolean =>
  (error.CancellationReasons ?? []).some((reason) => reason.Code === 'ConditionalCheckFailed');

/** What is stored: with the version of its shape. The client leaves out what is undefined. */
const itemOf = (item: Item & Key): Item => ({ ...item, v: versionOf(item) });

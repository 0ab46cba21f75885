import { expect, test } from 'vitest';
import { createStore } from './dynalite-engine.ts';
import { Requests } from './requests.ts';

const query = {
  TableName: 'items',
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': { S: 'a' } },
};

test.each([
  ['query to its end', 'Query', query],
  ['query up to its limit', 'Query', { ...query, Limit: 2 }],
  ['scan', 'Scan', { TableName: 'items' }],
] as const)('closes the iterator of a %s: an open one holds memory for ever', async (_title, action, request) => {
  const store = createStore(undefined, 'items');
  await store.db.open();
  const requests = new Requests(store);
  for (const sk of ['1', '2', '3'])
    await requests.write('PutItem', { TableName: 'items', Item: { pk: { S: 'a' }, sk: { S: sk } } });
  const closed: Promise<void>[] = [];
  const { values } = store.db;
  store.db.values = (range) => {
    const iterator = values(range);
    const { close } = iterator;
    const closing = Promise.withResolvers<void>();
    closed.push(closing.promise);
    iterator.close = async () => {
      await close.call(iterator);
      closing.resolve();
    };
    return iterator;
  };

  await requests.read(action, structuredClone(request));

  expect(closed).toHaveLength(1);
  await Promise.all(closed);
  await store.db.close();
});

import { expect, test } from 'vitest';
import { createStore } from './dynalite-engine.ts';
import { Requests } from './requests.ts';

const table = {
  TableName: 'items',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
};
const query = {
  TableName: 'items',
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': { S: 'a' } },
};

test.each([
  ['query to its end', 'query', query],
  ['query up to its limit', 'query', { ...query, Limit: 2 }],
  ['scan', 'scan', { TableName: 'items' }],
] as const)('closes the iterator of a %s: an open one holds memory for ever', async (_title, action, request) => {
  const store = createStore(undefined);
  await store.db.open();
  const requests = new Requests(store);
  await requests.changeTable('createTable', structuredClone(table));
  for (const sk of ['1', '2', '3'])
    await requests.write('putItem', { TableName: 'items', Item: { pk: { S: 'a' }, sk: { S: sk } } });
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

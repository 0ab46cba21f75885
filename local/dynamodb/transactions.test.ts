import { expect, test, vi } from 'vitest';
import { createStore } from './dynalite-engine.ts';
import { Requests } from './requests.ts';
import { Transactions } from './transactions.ts';

const TableName = 'campaigns';

const withTable = async () => {
  const store = createStore(undefined);
  await store.db.open();
  const requests = new Requests(store);
  await requests.changeTable('createTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    AttributeDefinitions: ['pk', 'status'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    GlobalSecondaryIndexes: [
      {
        IndexName: 'byStatus',
        KeySchema: [{ AttributeName: 'status', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'ALL' },
      },
    ],
  });
  return { store, requests };
};

test('commits items, index entries and the request token in one write of the database', async () => {
  const { store, requests } = await withTable();
  const batch = vi.spyOn(store.db, 'batch');
  const put = vi.spyOn(store.db, 'put');

  await new Transactions(requests).write({
    ClientRequestToken: 'once',
    TransactItems: [
      { Put: { TableName, Item: { pk: { S: 'a' }, status: { S: 'DRAFT' } } } },
      { Put: { TableName, Item: { pk: { S: 'b' } } } },
    ],
  });

  const kinds = batch.mock.calls.map(([operations]) => operations.map(({ key }) => key.split('~')[0]).toSorted());
  expect(kinds).toEqual([['index-global', 'item-campaigns', 'item-campaigns', 'transaction-token']]);
  expect(put).not.toHaveBeenCalled();
  await store.db.close();
});

test('forgets request tokens after ten minutes', async () => {
  const { store, requests } = await withTable();
  let now = 0;
  const transactions = new Transactions(requests, () => now);
  const add = () =>
    transactions.write({
      ClientRequestToken: 'once',
      TransactItems: [
        {
          Update: {
            TableName,
            Key: { pk: { S: 'a' } },
            UpdateExpression: 'ADD used :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
      ],
    });
  await add();
  now = 9 * 60_000;
  await transactions.sweepTokens();
  await add();
  now = 11 * 60_000;
  await transactions.sweepTokens();
  await add();

  const read = await requests.read('getItem', { TableName, Key: { pk: { S: 'a' } } });
  expect(read).toMatchObject({ Item: { used: { N: '2' } } });
  await store.db.close();
});

import { expect, test, vi } from 'vitest';
import { createStore } from './dynalite-engine.ts';
import { Requests } from './requests.ts';
import { Transactions } from './transactions.ts';

const TableName = 'campaigns';

const withTable = async () => {
  const store = createStore(undefined, TableName);
  await store.db.open();
  return { store, requests: new Requests(store) };
};
const keyed = (name: string) => ({ pk: { S: name }, sk: { S: 'x' } });

test('commits items and the request token in one write of the database', async () => {
  const { store, requests } = await withTable();
  const batch = vi.spyOn(store.db, 'batch');

  await new Transactions(requests).write({
    ClientRequestToken: 'once',
    TransactItems: [{ Put: { TableName, Item: keyed('a') } }, { Put: { TableName, Item: keyed('b') } }],
  });

  const kinds = batch.mock.calls.map(([operations]) => operations.map(({ key }) => key.split('~')[0]).toSorted());
  expect(kinds).toEqual([['item-campaigns', 'item-campaigns', 'transaction-token']]);
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
            Key: keyed('a'),
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

  const read = await requests.read('GetItem', { TableName, Key: keyed('a') });
  expect(read).toMatchObject({ Item: { used: { N: '2' } } });
  await store.db.close();
});

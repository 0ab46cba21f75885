import type { Context, SQSRecord } from 'aws-lambda';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { logger } from '../../shared/runtime/logger.ts';
import { type MessageOutcome, queueFunction } from './queue-function.ts';

const handled: unknown[][] = [];
const postponed: unknown[][] = [];
let outcome: (message: { text: string }) => Promise<MessageOutcome>;
const handler = queueFunction({
  schema: z.strictObject({ text: z.string() }),
  handle: (message, receipts) => {
    handled.push([message, receipts]);
    return outcome(message);
  },
  postpone: async (...asked) => void postponed.push(asked),
});
const record = (messageId: string, body: string, receipts = '1') =>
  ({
    messageId,
    body,
    receiptHandle: `handle-${messageId}`,
    attributes: { ApproximateReceiveCount: receipts },
  }) as SQSRecord;
const receive = (...Records: SQSRecord[]) => handler({ Records }, { awsRequestId: 'request-1' } as Context);

beforeEach(() => {
  handled.length = 0;
  postponed.length = 0;
  outcome = async () => ({ state: 'done' });
});
afterEach(() => void vi.restoreAllMocks());

it('deletes what is done, and says how often a message has come', async () => {
  expect(await receive(record('one', '{"text":"a"}', '3'))).toEqual({ batchItemFailures: [] });
  expect(handled).toEqual([[{ text: 'a' }, 3]]);
  expect(postponed).toEqual([]);
});

it('keeps what is to come again, hidden until then', async () => {
  outcome = async () => ({ state: 'again', seconds: 90 });
  expect(await receive(record('one', '{"text":"a"}'))).toEqual({ batchItemFailures: [{ itemIdentifier: 'one' }] });
  expect(postponed).toEqual([['handle-one', 90]]);
});

it('lets a message that fails come again by itself, without the others, and logs nothing of its body', async () => {
  const logged = vi.spyOn(logger, 'error').mockImplementation(() => {});
  outcome = async ({ text }) => {
    if (text === 'bad') throw new Error('it broke');
    return { state: 'done' };
  };
  const answer = await receive(
    record('good', '{"text":"secret words"}'),
    record('bad', '{"text":"bad"}'),
    record('odd', '{"other":"secret words"}'),
    record('no JSON', '{'),
  );
  expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['bad', 'odd', 'no JSON']);
  expect(postponed).toEqual([]);
  expect(logged.mock.calls.map(([text, more]) => [text, (more as { messageId: string }).messageId])).toEqual(
    expect.arrayContaining(['bad', 'odd', 'no JSON'].map((id) => ['A message could not be handled', id])),
  );
  expect(JSON.stringify(logged.mock.calls)).not.toContain('secret words');
});

it('names the invocation on every line, and nothing of an earlier one', async () => {
  const [reset, append] = [vi.spyOn(logger, 'resetKeys'), vi.spyOn(logger, 'appendKeys')];
  await receive(record('one', '{"text":"a"}'));
  expect(reset).toHaveBeenCalledOnce();
  expect(append).toHaveBeenCalledExactlyOnceWith({ requestId: 'request-1' });
});

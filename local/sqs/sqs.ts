import { mkdir } from 'node:fs/promises';
import * as z from 'zod';
import {
  webhookAttempts,
  webhookDeadLetterRetentionSeconds,
  webhookRetentionSeconds,
  webhookVisibilitySeconds,
} from '../../shared/contracts/webhook-retries.ts';
import { type Operation, type Service, ServiceError } from '../edge/service.ts';
import { operationNames } from '../operations.ts';
import { CorruptStateError } from '../state/corrupt-state-error.ts';
import { loadAction, openQueues, type Queue } from './fauxqs.ts';

/** The embedded SQS with the queue of webhooks and its dead-letter queue. */
export interface Sqs extends Service {
  /** The queue's address, below that of the edge. */
  readonly queuePath: string;
  readonly queueArn: string;
  readonly deadLetterQueuePath: string;
  stop(): Promise<void>;
}

/**
 * Opens the queues of a directory on fauxqs; fauxqs.ts tells what it lacks. Every message and every receipt is in a file before it is answered: a
 * killed process loses none. Throws CorruptStateError for files it cannot read.
 */
export async function openSqs(directory: string): Promise<Sqs> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const { store, close } = opened(directory);
  const queueOf = (name: string, settings: Record<string, string>): Queue => {
    const path = `/000000000000/${name}`;
    const queue =
      store.getQueueByName(name) ?? store.createQueue(name, path, `arn:aws:sqs:us-east-1:000000000000:${name}`);
    queue.setAttributes(settings);
    return queue;
  };
  const deadLetters = queueOf('astromedia-webhooks-failed', {
    MessageRetentionPeriod: String(webhookDeadLetterRetentionSeconds),
  });
  const queue = queueOf('astromedia-webhooks', {
    VisibilityTimeout: String(webhookVisibilitySeconds),
    MessageRetentionPeriod: String(webhookRetentionSeconds),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: webhookAttempts }),
  });
  const atWork = new Set<Promise<object>>();
  const operationOf = async (name: string): Promise<[string, Operation]> => {
    const action = await loadAction(name);
    const operation: Operation = (input) => {
      const answer = answered(() => action(input, store));
      atWork.add(answer);
      return answer.finally(() => atWork.delete(answer));
    };
    return [name, operation];
  };
  return {
    target: 'AmazonSQS',
    operations: Object.fromEntries(await Promise.all(operationNames('client-sqs').map(operationOf))),
    // A message has 1 MB at most; JSON may write each byte as six.
    maximumBodyBytes: 8 * 1024 * 1024,
    queuePath: `/000000000000/${queue.name}`,
    queueArn: queue.arn,
    deadLetterQueuePath: `/000000000000/${deadLetters.name}`,
    stop: () => close(atWork),
  };
}

const refusalSchema = z.object({ code: z.string(), message: z.string(), statusCode: z.int() });

async function answered(act: () => object | Promise<object>): Promise<object> {
  try {
    return await act();
  } catch (error) {
    const refusal = refusalSchema.safeParse(error);
    if (!refusal.success) throw error;
    const { code, message, statusCode: status } = refusal.data;
    throw new ServiceError(code, message, { status });
  }
}

const opened = (directory: string) => {
  try {
    return openQueues(directory);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CorruptStateError(directory, `the queues cannot be read (${detail})`, { cause });
  }
};

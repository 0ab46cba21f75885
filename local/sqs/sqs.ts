import { CorruptStateError } from '../state/corrupt-state-error.ts';
import { createQueueApplication, openQueues } from './fauxqs-queues.ts';

/** How the embedded SQS runs. */
export interface SqsOptions {
  /** Where queues and messages lie; undefined keeps them in memory. */
  directory?: string | undefined;
  /** 0 or undefined takes any free port. */
  port?: number;
}

/** The embedded SQS, listening. */
export interface RunningSqs {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const loopbackHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/**
 * Starts SQS on fauxqs; fauxqs-queues.ts tells what it lacks. Every message and every receipt is in a file before it is answered: a
 * killed process loses none. Listens on 127.0.0.1 and answers the JSON protocol of SQS only, to requests that carry an AWS signature
 * (not verified: whoever reaches loopback is trusted) and a loopback Host. Throws CorruptStateError for files it cannot read.
 */
export const startSqs = async ({ directory, port = 0 }: SqsOptions = {}): Promise<RunningSqs> => {
  const { store, close } = opened(directory);
  const application = createQueueApplication(store);
  application.addHook('onRequest', async ({ method, headers }, reply) => {
    const isSqs = method === 'POST' && String(headers['x-amz-target']).startsWith('AmazonSQS.');
    const isTrusted = loopbackHost.test(headers.host ?? '') && headers.authorization?.startsWith('AWS4-');
    if (isSqs && isTrusted) return undefined;
    return reply.code(isSqs ? 403 : 400).send({ __type: isSqs ? 'AccessDenied' : 'UnknownOperationException' });
  });
  await application.listen({ host: '127.0.0.1', port });
  const address = application.server.address();
  let stopping: Promise<void> | undefined;
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    stop() {
      stopping ??= application.close().then(close);
      return stopping;
    },
  };
};

const opened = (directory: string | undefined) => {
  try {
    return openQueues(directory);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CorruptStateError(directory ?? 'memory', `the queues cannot be read (${detail})`, { cause });
  }
};

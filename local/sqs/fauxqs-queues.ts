import { buildApp } from 'fauxqs';

/**
 * The boundary to the queues of fauxqs 2.4.1, as s3/fauxqs-engine.ts is to its objects: a new version must be checked against it.
 * Gaps closed here:
 * - its URLs name hosts such as sqs.us-east-1.localhost, which Node cannot resolve: ours name the host of the request;
 * - each write waits for the disk: here only a power cut, which the other services do not survive whole either, can lose the last ones;
 * - making a message visible at once writes a null that its database refuses: the former deadline stays written instead;
 * - while anybody waits for a message it looks at all of them 50 times a second: here 4 times, and a new one wakes at once.
 * Not closed: messages never become too old; MessageGroupId is taken and means nothing.
 */
type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>;

export type QueueStore = Stores['sqsStore'];
type Queue = ReturnType<QueueStore['createQueue']>;
type Persistence = NonNullable<QueueStore['persistence']>;

const inner = async <Module>(path: string): Promise<Module> =>
  import(new URL(path, import.meta.resolve('fauxqs')).href);

const { S3Store } = await inner<{ S3Store: new () => Stores['s3Store'] }>('./s3/s3Store.js');
const { SqsStore } = await inner<{ SqsStore: new () => QueueStore }>('./sqs/sqsStore.js');
const { SnsStore } = await inner<{ SnsStore: new () => Stores['snsStore'] }>('./sns/snsStore.js');
const { PersistenceManager } = await inner<{ PersistenceManager: new (directory: string) => Persistence }>(
  './persistence.js',
);

const lookMilliseconds = 250;

class PatientQueueStore extends SqsStore {
  override createQueue(...settings: Parameters<QueueStore['createQueue']>): Queue {
    const queue = super.createQueue(...settings);
    // The timer is a private matter of the library; it stops and clears it by this name.
    const timed = queue as unknown as { pollTimer?: NodeJS.Timeout };
    return Object.assign(queue, {
      startPollTimerIfNeeded() {
        timed.pollTimer ??= setInterval(() => queue.processTimers(), lookMilliseconds);
      },
    });
  }

  override buildQueueUrl(name: string, _port: string, requestHost: string): string {
    return `http://${requestHost}/000000000000/${name}`;
  }
}

class ForgivingPersistence extends PersistenceManager {
  constructor(directory: string) {
    super(directory);
    // The database is a private matter of the library, under this name. In its write-ahead log a commit outlives the process in this
    // mode too, at a tenth of the time.
    const { db } = this as unknown as { db: { exec(statement: string): void } };
    db.exec('PRAGMA synchronous = NORMAL');
  }

  override updateMessageReady(): void {}
}

/** Opens the queues kept in a directory, in memory without one. Throws when they cannot be read. */
export function openQueues(directory: string | undefined): { store: QueueStore; close(): void } {
  const store = new PatientQueueStore();
  if (directory === undefined) return { store, close: () => store.shutdown() };
  const persistence = new ForgivingPersistence(directory);
  // Loaded before the store may write: the library replaces the row of each queue, and the messages go with the former row.
  persistence.loadSqsAndSns(store, new SnsStore());
  store.persistence = persistence;
  for (const queue of store.allQueues()) queue.persistence = persistence;
  return {
    store,
    close() {
      store.shutdown();
      persistence.close();
    },
  };
}

/** The library's web application over the queues, not listening yet. */
export const createQueueApplication = (sqsStore: QueueStore): ReturnType<typeof buildApp> =>
  buildApp({ logger: false, stores: { s3Store: new S3Store(), sqsStore, snsStore: new SnsStore() } });

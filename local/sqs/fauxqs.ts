/**
 * The boundary to the queues of fauxqs 2.4.1, whose parts are not exported: only this file names its inner modules, and a new version must be
 * checked against it. Its server, which listens on every interface, is left out. Gaps closed here:
 * - each write waits for the disk: here only a power cut, which the other services do not survive whole either, can lose the last ones;
 * - making a message visible at once writes a null that its database refuses: the former deadline stays written instead;
 * - while anybody waits for a message it looks at all of them 50 times a second: here 4 times, and a new one wakes at once.
 * Not closed: messages never become too old; MessageGroupId is taken and means nothing.
 */
import type { buildApp } from 'fauxqs';

type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>;
export type QueueStore = Stores['sqsStore'];
export type Queue = ReturnType<QueueStore['createQueue']>;
type Persistence = NonNullable<QueueStore['persistence']>;
type Action = (request: unknown, store: QueueStore) => object | Promise<object>;

const inner = async <Module>(path: string): Promise<Module> =>
  import(new URL(path, import.meta.resolve('fauxqs')).href);
const { SqsStore } = await inner<{ SqsStore: new () => QueueStore }>('./sqs/sqsStore.js');
const { SnsStore } = await inner<{ SnsStore: new () => Stores['snsStore'] }>('./sns/snsStore.js');
const { PersistenceManager } = await inner<{ PersistenceManager: new (directory: string) => Persistence }>(
  './persistence.js',
);

/** The library's operation of this name. */
export const loadAction = async (name: string): Promise<Action> => {
  const file = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const module = await inner<Record<string, Action>>(`./sqs/actions/${file}.js`);
  const action = module[file];
  if (!action) throw new Error(`fauxqs has no operation ${name}`);
  return action;
};

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

/**
 * Opens the queues kept in a directory. Throws when they cannot be read. `close` wakes whoever waits for a message and lets all that are at work
 * end first: a message may have arrived for them in that moment.
 */
export function openQueues(directory: string): {
  store: QueueStore;
  close(atWork: Iterable<Promise<unknown>>): Promise<void>;
} {
  const store = new PatientQueueStore();
  const persistence = new ForgivingPersistence(directory);
  // Loaded before the store may write: the library replaces the row of each queue, and the messages go with the former row.
  persistence.loadSqsAndSns(store, new SnsStore());
  store.persistence = persistence;
  for (const queue of store.allQueues()) queue.persistence = persistence;
  let isOpen = true;
  return {
    store,
    async close(atWork) {
      if (!isOpen) return;
      isOpen = false;
      store.shutdown();
      await Promise.allSettled(atWork);
      persistence.close();
    },
  };
}

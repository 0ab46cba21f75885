import { buildApp } from 'fauxqs';

/**
 * The boundary to fauxqs 2.4.1, whose stores are not exported: only this file names its inner modules, and a new version
 * must be checked against it. Never use its own `startFauxqs`, which listens on every interface. Gaps closed here:
 * - bodies above 11 MiB are refused: lifted in s3.ts; no CORS, no authentication: cors.ts, signature.ts;
 * - unknown sub-resources fall through (PutObjectTagging overwrites the object): refused by request-rules.ts;
 * - keys escape the directory, and a crash tears files: atomic-file-persistence.ts;
 * - lists are sorted by the rules of a language but paged by code units, which loses keys: ordered-object-store.ts.
 * Not closed: ListParts, ListMultipartUploads, versions, tags, ACLs (all answered 501); checksums are stored, not verified.
 */

type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>;

/** The library's index of buckets and objects. `headObject` throws for a missing one. */
export type ObjectStore = Stores['s3Store'];

type Persistence = NonNullable<ObjectStore['persistence']>;

/** An object as the library keeps it. */
export type StoredObject = Parameters<Persistence['upsertObject']>[1];

/** Its file persistence, with the one private field we build on. */
export type FilePersistence = Persistence & { readonly bucketsDir: string };

const inner = async <Module>(path: string): Promise<Module> =>
  import(new URL(path, import.meta.resolve('fauxqs')).href);

const { S3Store } = await inner<{ S3Store: new () => ObjectStore }>('./s3/s3Store.js');
const { FileS3Persistence } = await inner<{ FileS3Persistence: new (directory: string) => FilePersistence }>(
  './s3/fileS3Persistence.js',
);
const { SqsStore } = await inner<{ SqsStore: new () => Stores['sqsStore'] }>('./sqs/sqsStore.js');
const { SnsStore } = await inner<{ SnsStore: new () => Stores['snsStore'] }>('./sns/snsStore.js');

export { FileS3Persistence, S3Store };

/** The library's web application over our object store, not listening yet. */
export const createApplication = (s3Store: ObjectStore): ReturnType<typeof buildApp> =>
  buildApp({ logger: false, stores: { s3Store, sqsStore: new SqsStore(), snsStore: new SnsStore() } });

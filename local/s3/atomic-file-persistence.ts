import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { FileS3Persistence, type ObjectStore, type StoredObject } from './fauxqs-engine.ts';

type BucketType = NonNullable<ReturnType<ObjectStore['getBucketType']>>;

const bodyReferenceSchema = z.object({ bodyFile: z.string() });

/**
 * Keeps buckets and objects in files so that a killed process leaves each object as it was or as it became: the body
 * goes to a file of its own, and replacing the small description that names it is the one step that counts. File names
 * are hashes of keys: no key can escape the directory, clash on a case-blind disk or be too long. An upload in parts
 * that a restart interrupts must begin again. A body that a crash left without a description is never read; it stays
 * on the disk until its bucket is deleted.
 */
export class AtomicFilePersistence extends FileS3Persistence {
  override insertBucket(name: string, creationDate: Date, type: BucketType): void {
    const directory = join(this.bucketsDir, name);
    mkdirSync(join(directory, 'objects'), { recursive: true });
    const description = { name, creationDate: creationDate.toISOString(), type };
    replaceFile(join(directory, '.bucket.json'), JSON.stringify(description));
  }

  override upsertObject(bucket: string, object: StoredObject): void {
    const path = this.#descriptionPath(bucket, object.key);
    const former = readReference(path);
    const bodyFile = `${randomUUID()}.body`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(join(dirname(path), bodyFile), object.body);
    const { body: _body, ...description } = object;
    replaceFile(path, JSON.stringify({ ...description, bodyFile }));
    if (former) rmSync(join(dirname(path), former), { force: true });
  }

  override readBody(bucket: string, key: string): Buffer {
    const path = this.#descriptionPath(bucket, key);
    const bodyFile = readReference(path);
    if (bodyFile === undefined) throw new Error(`The description of ${bucket}/${key} is gone from ${path}.`);
    return readFileSync(join(dirname(path), bodyFile));
  }

  override deleteObject(bucket: string, key: string): void {
    const path = this.#descriptionPath(bucket, key);
    const bodyFile = readReference(path);
    rmSync(path, { force: true });
    if (bodyFile) rmSync(join(dirname(path), bodyFile), { force: true });
  }

  #descriptionPath(bucket: string, key: string): string {
    const name = createHash('sha256').update(key).digest('hex');
    return join(this.bucketsDir, bucket, 'objects', name.slice(0, 2), `${name}.meta.json`);
  }
}

/** The body file a description names; undefined when there is no description. */
const readReference = (path: string): string | undefined => {
  try {
    return bodyReferenceSchema.parse(JSON.parse(readFileSync(path, 'utf8'))).bodyFile;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/** In one step; the library calls its persistence synchronously. */
const replaceFile = (path: string, content: string): void => {
  const temporaryPath = `${path}.${randomUUID()}.tmp`;
  writeFileSync(temporaryPath, content, { mode: 0o600 });
  renameSync(temporaryPath, path);
};

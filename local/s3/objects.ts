// The objects of the one bucket: their contents in files of their own, and what describes them in the store. Keeping the description is the one step
// that counts: a killed process leaves each object as it was or as it became. Content that a crash left without a description is never read.
import { createHash, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdir, open, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Store } from '../state/store.ts';

const objectSchema = z.object({
  contentType: z.string(),
  contentLength: z.number(),
  /** With its quotes. */
  etag: z.string(),
  lastModified: z.iso.datetime(),
  file: z.string(),
});
export type StoredObject = z.output<typeof objectSchema>;

export type Objects = Awaited<ReturnType<typeof openObjects>>;

/** Opens the objects of a store whose contents lie in the directory. Throws CorruptStateError. */
export async function openObjects(directory: string, store: Store) {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const objects = store.collection('objects', objectSchema);
  const notices = await forgetDamaged(objects, directory);
  const fileOf = ({ file }: StoredObject) => join(directory, file);

  return {
    /** What could not be found any more, a sentence each. */
    notices,

    find: (key: string): StoredObject | undefined => objects.get(key),

    /** Those whose keys begin with the prefix and come after another, in the order of their characters (UTF-16 code units). */
    list: (prefix: string, after: string): [key: string, object: StoredObject][] =>
      [...objects]
        .filter(([key]) => key.startsWith(prefix) && key > after)
        .sort(([one], [other]) => (one < other ? -1 : 1)),

    async put(key: string, content: Buffer, contentType: string): Promise<StoredObject> {
      const object = {
        contentType,
        contentLength: content.byteLength,
        etag: `"${createHash('md5').update(content).digest('hex')}"`,
        lastModified: new Date().toISOString(),
        file: `${randomUUID()}.body`,
      };
      await writeFile(fileOf(object), content, { mode: 0o600 });
      const former = objects.get(key);
      objects.set(key, object);
      if (former) rmSync(fileOf(former), { force: true });
      return object;
    },

    /** The bytes from the first to the last, both included. */
    async read(object: StoredObject, first: number, last: number): Promise<Buffer> {
      const file = await open(fileOf(object));
      try {
        const content = Buffer.alloc(last - first + 1);
        await file.read(content, 0, content.byteLength, first);
        return content;
      } finally {
        await file.close();
      }
    },

    delete(key: string): void {
      const object = objects.get(key);
      objects.delete(key);
      if (object) rmSync(fileOf(object), { force: true });
    },
  };
}

/** Forgets the objects whose content is missing or is not whole, and says which. */
async function forgetDamaged(objects: Map<string, StoredObject>, directory: string): Promise<string[]> {
  const notices: string[] = [];
  const check = async ([key, { file, contentLength }]: [string, StoredObject]) => {
    const found = await stat(join(directory, file)).catch(() => undefined);
    if (found?.size === contentLength) return;
    objects.delete(key);
    const fault = found ? `has ${found.size} bytes instead of ${contentLength}` : 'is missing';
    notices.push(`${file} ${fault}. It holds the file ${key}, which cannot be opened any more; everything else can.`);
  };
  await Promise.all([...objects].map(check));
  return notices;
}

// The objects of the one bucket, in files. The content goes to a file of its own, and replacing the small description that names it is the one
// step that counts: a killed process leaves each object as it was or as it became. File names are hashes of keys: no key can escape the directory,
// clash on a case-blind disk or be too long. Content that a crash left without a description is never read.
import { createHash, randomUUID } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { CorruptStateError } from '../state/corrupt-state-error.ts';

/** What earlier versions kept beside it is left alone. */
const objectSchema = z.object({
  key: z.string(),
  contentType: z.string(),
  contentLength: z.number(),
  /** With its quotes. */
  etag: z.string(),
  lastModified: z.iso.datetime(),
  bodyFile: z.string(),
});
export type StoredObject = z.output<typeof objectSchema>;

export type Objects = Awaited<ReturnType<typeof openObjects>>;

/** Opens a directory of objects. Throws CorruptStateError for a description that cannot be read. */
export async function openObjects(directory: string) {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const objects = new Map<string, StoredObject>();
  for (const object of await readAll(directory)) objects.set(object.key, object);
  const descriptionOf = (key: string): string => {
    const name = createHash('sha256').update(key).digest('hex');
    return join(directory, name.slice(0, 2), `${name}.meta.json`);
  };
  const bodyOf = ({ key, bodyFile }: StoredObject) => join(dirname(descriptionOf(key)), bodyFile);

  return {
    find: (key: string): StoredObject | undefined => objects.get(key),

    /** Those whose keys begin with the prefix and come after another, in the order of their characters (UTF-16 code units). */
    list: (prefix: string, after: string): StoredObject[] =>
      [...objects.values()]
        .filter(({ key }) => key.startsWith(prefix) && key > after)
        .sort((one, other) => (one.key < other.key ? -1 : 1)),

    async put(key: string, content: Buffer, contentType: string): Promise<StoredObject> {
      const object = {
        key,
        contentType,
        contentLength: content.byteLength,
        etag: `"${createHash('md5').update(content).digest('hex')}"`,
        lastModified: new Date().toISOString(),
        bodyFile: `${randomUUID()}.body`,
      };
      const path = descriptionOf(key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(bodyOf(object), content, { mode: 0o600 });
      // Without a pause, so that of two writers of a key the same one is last here and on the disk.
      replaceFile(path, JSON.stringify(object));
      const former = objects.get(key);
      objects.set(key, object);
      if (former) rmSync(bodyOf(former), { force: true });
      return object;
    },

    /** The bytes from the first to the last, both included. */
    async read(object: StoredObject, first: number, last: number): Promise<Buffer> {
      const file = await open(bodyOf(object));
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
      if (!object) return;
      objects.delete(key);
      rmSync(descriptionOf(key), { force: true });
      rmSync(bodyOf(object), { force: true });
    },
  };
}

async function readAll(directory: string): Promise<StoredObject[]> {
  const names = await readdir(directory, { recursive: true });
  return Promise.all(
    names
      .filter((name) => name.endsWith('.meta.json'))
      .map(async (name) => {
        try {
          return objectSchema.parse(JSON.parse(await readFile(join(directory, name), 'utf8')));
        } catch (cause) {
          throw new CorruptStateError(join(directory, name), 'it describes no object', { directory, cause });
        }
      }),
  );
}

function replaceFile(path: string, content: string): void {
  const temporaryPath = `${path}.${randomUUID()}.tmp`;
  writeFileSync(temporaryPath, content, { mode: 0o600 });
  renameSync(temporaryPath, path);
}

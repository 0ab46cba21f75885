import { readFile } from 'node:fs/promises';
import { CorruptStateError } from './corrupt-state-error.ts';
import { isFileError } from './read-json-file.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** What a file holds that is made once and then kept, such as a key. Throws CorruptStateError for one that `parse` refuses. */
export async function keptFile<Value>(
  path: string,
  directory: string,
  create: () => string | Uint8Array | Promise<string | Uint8Array>,
  parse: (content: Buffer) => Value,
): Promise<Value> {
  const kept = await readFile(path).catch((error: unknown) => {
    if (isFileError(error, 'ENOENT')) return undefined;
    throw error;
  });
  const content = kept ?? Buffer.from(await create());
  if (!kept) await writeFileAtomically(path, content);
  try {
    return parse(content);
  } catch (cause) {
    throw new CorruptStateError(path, cause instanceof Error ? cause.message : String(cause), { directory, cause });
  }
}

import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Replaces a file in one step: a reader, or a process killed half-way, sees the old content or the new, never a part.
 * The content is flushed to the disk before the rename unless `flush` is false (then only a power cut can lose it).
 */
export const writeFileAtomically = async (
  path: string,
  content: string | Uint8Array,
  { flush = true, mode = 0o600 }: { flush?: boolean; mode?: number } = {},
): Promise<void> => {
  const temporaryPath = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporaryPath, 'wx', mode);
    try {
      await file.writeFile(content);
      if (flush) await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporaryPath, path);
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw error;
  }
};

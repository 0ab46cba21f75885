import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ExportFile } from '../shared/export/export-files.ts';

/** Writes an export into its folder in one step: an older one is replaced whole, a half-written one never shows. */
export const writeExport = async (folder: string, files: readonly ExportFile[]): Promise<string> => {
  const path = resolve(folder);
  const partial = `${path}.partial`;
  await rm(partial, { recursive: true, force: true });
  for (const file of files) {
    await mkdir(dirname(join(partial, file.path)), { recursive: true });
    await writeFile(join(partial, file.path), file.bytes);
  }
  await rm(path, { recursive: true, force: true });
  await rename(partial, path);
  return path;
};

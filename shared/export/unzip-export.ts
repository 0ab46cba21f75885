// Takes an export apart again and believes nothing it says: names stay in their folder, and every file is what SHA256SUMS says.
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { ExportFile } from './export-files.ts';
import { exportFileName } from './file-names.ts';

/** The archive is not an export, or not whole. Exporting and downloading again helps when the connection was cut. */
export class ExportDamaged extends Error {
  override readonly name = 'ExportDamaged';
}

/** Most bytes one file may unpack to: far above any film of a campaign, far below what would fill a disk. */
const largestFileBytes = 1_000_000_000;

/** The files of an export. Throws ExportDamaged, and then none of them is to be used. */
export function unzipExport(archive: Uint8Array): ExportFile[] {
  const files = unpack(archive);
  const sums = files.find(({ path }) => path === 'SHA256SUMS');
  if (!sums) throw new ExportDamaged('The archive has no SHA256SUMS.');
  const expected = new Map(
    new TextDecoder()
      .decode(sums.bytes)
      .split('\n')
      .filter(Boolean)
      .map((line): [string, string] => [line.slice(66), line.slice(0, 64)]),
  );
  for (const { path, bytes } of files.filter((file) => file !== sums)) {
    const sum = expected.get(path);
    if (sum !== createHash('sha256').update(bytes).digest('hex'))
      throw new ExportDamaged(`${path} is not what SHA256SUMS says.`);
    expected.delete(path);
  }
  const [missing] = expected.keys();
  if (missing !== undefined) throw new ExportDamaged(`${missing} is missing from the archive.`);
  return files;
}

function unpack(archive: Uint8Array): ExportFile[] {
  try {
    const entries = unzipSync(archive, {
      filter: ({ name, originalSize }) => {
        if (!isSafe(name))
          throw new ExportDamaged(`The archive holds ${JSON.stringify(name)}, which is no file of an export.`);
        if (originalSize > largestFileBytes) throw new ExportDamaged(`${name} is larger than any file of an export.`);
        return true;
      },
    });
    return Object.entries(entries).map(([path, bytes]) => ({ path, bytes }));
  } catch (error) {
    if (error instanceof ExportDamaged) throw error;
    throw new ExportDamaged(`The archive cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** A file of the export, or one in its folders of assets and of tables for publishing tools: a name that every system takes as it is. */
const isSafe = (name: string): boolean => {
  const fileName = name.replace(/^(assets|schedulers)\//, '');
  return fileName !== '' && exportFileName(fileName) === fileName;
};

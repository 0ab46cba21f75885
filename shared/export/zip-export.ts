// The export as one ZIP: the same files give the same bytes, whenever and wherever they are packed.
import { type Zippable, zipSync } from 'fflate';
import type { ExportFile } from './export-files.ts';

/** Pictures and films are compressed already: trying again takes time and gains nothing. */
const isCompressed = (path: string): boolean => /\.(png|jpe?g|webp|mp4)$/i.test(path);

/** Packs the files in their order. Every one bears the day the campaign was created, which does not change with the export. */
export function zipExport(files: readonly ExportFile[], createdAt: string): Uint8Array {
  const mtime = noonOf(createdAt);
  const entries: Zippable = Object.fromEntries(
    files.map(({ path, bytes }) => [path, [bytes, { mtime, level: isCompressed(path) ? 0 : 6 }]]),
  );
  return zipSync(entries);
}

/** ZIP keeps local time without its zone: made of the UTC day, and read back by the packer, it is the same in every zone. */
function noonOf(instant: string): Date {
  const day = new Date(instant);
  return new Date(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), 12);
}

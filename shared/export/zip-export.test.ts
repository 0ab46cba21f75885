import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportFiles } from './export-files.ts';
import { sampleExportData } from './testing/sample-export-data.ts';
import { ExportDamaged, unzipExport } from './unzip-export.ts';
import { zipExport } from './zip-export.ts';

const files = exportFiles(sampleExportData());
const createdAt = '2026-11-23T23:30:00.000Z';
const archive = zipExport(files, createdAt);
const text = (content: string) => new TextEncoder().encode(content);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** An archive of these files whose SHA256SUMS is right. */
const archiveOf = (contents: Record<string, string>) => {
  const sums = Object.entries(contents).map(([path, content]) => `${sha256(text(content))}  ${path}\n`);
  return zipSync({
    ...Object.fromEntries(Object.entries(contents).map(([path, content]) => [path, text(content)])),
    SHA256SUMS: text(sums.join('')),
  });
};

describe('the archive of an export', () => {
  it('holds every file as it is', () => {
    expect(unzipExport(archive)).toEqual(files.map(({ path, bytes }) => ({ path, bytes: new Uint8Array(bytes) })));
  });

  it('stores pictures and films as they are, and packs what is text', () => {
    const sizes = new Map<string, [number, number]>();
    unzipSync(archive, {
      filter: ({ name, size, originalSize, compression }) => {
        sizes.set(name, [compression, size - originalSize]);
        return false;
      },
    });
    expect(sizes.get('assets/visuals-a-artistic.png')).toEqual([0, 0]);
    expect(sizes.get('assets/video-a-narrative.mp4')).toEqual([0, 0]);
    const [compression, saved] = sizes.get('report.html') ?? [];
    expect([compression, (saved ?? 0) < 0]).toEqual([8, true]);
  });

  it('has the same bytes each time, in every time zone', () => {
    expect(sha256(zipExport(files, createdAt))).toBe(sha256(archive));
    const module = fileURLToPath(new URL('./zip-export.ts', import.meta.url));
    const program = `import { createHash } from 'node:crypto'; const { zipExport } = await import(${JSON.stringify(module)});
      console.log(createHash('sha256').update(zipExport([{ path: 'a.txt', bytes: new Uint8Array([1, 2, 3]) }], '${createdAt}')).digest('hex'));`;
    const sums = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((zone) =>
      execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
        env: { ...process.env, TZ: zone },
      }).toString(),
    );
    expect(new Set(sums).size).toBe(1);
  });
});

describe('an archive that is not to be trusted', () => {
  it.each(['../evil.sh', '/etc/passwd', 'assets/../../evil', 'C:\\evil', 'a/b.txt', 'assets/a/b.png', 'con', '.ssh'])(
    'with the file %s is refused whole',
    (path) => {
      expect(() => unzipExport(archiveOf({ 'report.html': 'fine', [path]: 'evil' }))).toThrow(
        'which is no file of an export',
      );
    },
  );

  it('is refused when a file was changed, added or left out', () => {
    const unpacked = unzipSync(archive);
    expect(() => unzipExport(zipSync({ ...unpacked, 'posts.csv': text('other') }))).toThrow(
      'posts.csv is not what SHA256SUMS says',
    );
    expect(() => unzipExport(zipSync({ ...unpacked, 'extra.txt': text('new') }))).toThrow(
      'extra.txt is not what SHA256SUMS says',
    );
    const { 'costs.csv': _left, ...rest } = unpacked;
    expect(() => unzipExport(zipSync(rest))).toThrow('costs.csv is missing');
    const { SHA256SUMS: _sums, ...without } = unpacked;
    expect(() => unzipExport(zipSync(without))).toThrow('has no SHA256SUMS');
  });

  it('is refused when it was cut off, or is no archive', () => {
    for (const bytes of [archive.slice(0, archive.length / 2), text('<html>'), new Uint8Array()])
      expect(() => unzipExport(bytes)).toThrow(ExportDamaged);
  });
});

// What a person has who opens the export that the page gave them.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { unzipExport } from '../../shared/export/unzip-export.ts';
import { campaignMinutes, type Visit } from './visitor.ts';

interface OpenedExport {
  /** Name under which the browser keeps it. */
  readonly fileName: string;
  /** Of its files, in the order of their names. */
  readonly paths: readonly string[];
  /** The report as the browser shows it, from the folder that the archive was unpacked into. */
  readonly report: Page;
  textOf(path: string): string;
}

/** Presses the button, waits for the archive, and opens it. Throws when a file of it is not what SHA256SUMS says. */
export async function downloadExport({ page, context }: Visit, button: Locator): Promise<OpenedExport> {
  const arriving = page.waitForEvent('download', { timeout: campaignMinutes });
  await button.click();
  const download = await arriving;
  const files = unzipExport(await readFile(await download.path()));
  const folder = await mkdtemp(join(tmpdir(), 'astromedia-export-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  const report = await context.newPage();
  await report.goto(pathToFileURL(join(folder, 'report.html')).href);
  return {
    fileName: download.suggestedFilename(),
    paths: files.map(({ path }) => path).sort(),
    report,
    textOf: (path) => new TextDecoder().decode(files.find((file) => file.path === path)?.bytes),
  };
}

/** The files that somebody who publishes by hand or by a tool looks for; and every picture of the report is there. */
export async function isWholeExport({ paths, report, textOf }: OpenedExport, posts: number): Promise<void> {
  expect(paths).toEqual(
    expect.arrayContaining(['SHA256SUMS', 'calendar.ics', 'campaign.json', 'posts.csv', 'provenance.json']),
  );
  expect(paths.filter((path) => /^assets\/.+\.png$/.test(path)).length).toBeGreaterThan(1);
  expect(paths.filter((path) => /^assets\/.+\.mp4$/.test(path)).length).toBeGreaterThan(1);
  expect(textOf('calendar.ics').match(/^BEGIN:VEVENT/gm)).toHaveLength(posts);
  const pictures = report.locator('img');
  expect(await pictures.count()).toBeGreaterThan(1);
  const missing = await pictures.evaluateAll((all) =>
    (all as HTMLImageElement[]).filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src),
  );
  expect(missing).toEqual([]);
}

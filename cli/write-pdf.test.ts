import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandFailed, UsageError } from './command-errors.ts';
import { findBrowser, writePdf } from './write-pdf.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'pdf-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** A program in the place of a browser. */
const program = async (name: string, script: string): Promise<string> => {
  const path = join(directory, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
};

describe('the browser that prints', () => {
  it('is the one that is named, before any other', async () => {
    const own = await program('my-browser', 'exit 0');
    await program('chromium', 'exit 0');

    expect(await findBrowser({ CHROME_PATH: own, PATH: directory })).toBe(own);
  });

  it('is otherwise found in the path', async () => {
    const found = await program('google-chrome', 'exit 0');

    expect(await findBrowser({ PATH: `/nowhere:${directory}` })).toBe(found);
  });

  it('that is named and not there is refused by its name', async () => {
    await expect(findBrowser({ CHROME_PATH: '/nowhere/chrome', PATH: directory })).rejects.toThrow(
      new UsageError('CHROME_PATH names /nowhere/chrome, which is no program. Correct it, or leave --pdf out.'),
    );
  });
});

describe('printing', () => {
  it('asks for the report of the folder and puts the PDF beside it', async () => {
    const browser = await program(
      'chromium',
      'for a in "$@"; do case "$a" in --print-to-pdf=*) echo "$@" > "$(echo "$a" | cut -d= -f2)";; esac; done',
    );

    await writePdf(directory, browser);

    expect(await readFile(join(directory, 'report.pdf'), 'utf8')).toContain(`file://${directory}/report.html`);
  });

  it('that fails says where the report is all the same', async () => {
    const browser = await program('chromium', 'echo no display >&2; exit 3');

    await expect(writePdf(directory, browser)).rejects.toThrow(CommandFailed);
    await expect(writePdf(directory, browser)).rejects.toThrow(`The report is in ${directory}, but ${browser}`);
  });
});

// Prints the report to report.pdf with a browser of this machine. Nothing is installed for it: without a browser there is no PDF.
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { CommandFailed, UsageError } from './command-errors.ts';

const execute = promisify(execFile);

/** Browsers that print without a window, by the names and places their installers give them. */
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const longestMilliseconds = 120_000;

type Variables = Readonly<Record<string, string | undefined>>;

/** The browser to print with: the one CHROME_PATH names, or the first that is found. Throws UsageError when there is none. */
export const findBrowser = async (environment: Variables): Promise<string> => {
  const { CHROME_PATH: named, PATH = '' } = environment;
  const inPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  for (const candidate of named ? [named] : [...inPath, ...places]) if (await isProgram(candidate)) return candidate;
  throw new UsageError(
    named
      ? `CHROME_PATH names ${named}, which is no program. Correct it, or leave --pdf out.`
      : '--pdf prints with Chromium, Chrome or Edge, and none of them is here. Install one, set CHROME_PATH to it, or leave --pdf out: report.html prints from any browser.',
  );
};

const isProgram = async (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Prints `report.html` of an export beside it. Throws CommandFailed with the browser's last words. */
export const writePdf = async (folder: string, browser: string): Promise<void> => {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []; // Chromium refuses root its sandbox
  const what = ['--no-pdf-header-footer', `--print-to-pdf=${join(folder, 'report.pdf')}`];
  const args = ['--headless', '--disable-gpu', ...asRoot, ...what, pathToFileURL(join(folder, 'report.html')).href];
  try {
    await execute(browser, args, { timeout: longestMilliseconds });
  } catch (error) {
    const words = error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error);
    throw new CommandFailed(`The report is in ${folder}, but ${browser} could not print it: ${words}`);
  }
};

// Debian's chromium, driven by playwright, and what every journey does with it.
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const candidates = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Path of a browser of this machine; undefined where there is none. */
export const findBrowser = (): string | undefined => candidates.find((path) => path && existsSync(path));

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** What a page complains about: errors of its scripts, and whatever its console calls an error. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is an answer that the page shows, and the browser logs each of them.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  return complaints;
}

export const password = 'a long enough password';

/** Registers a new person by the form and waits for their campaigns. */
export async function register(page: Page, siteUrl: string): Promise<string> {
  const email = `${crypto.randomUUID()}@example.com`;
  await page.goto(`${siteUrl}/register`);
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(`${siteUrl}/`);
  return email;
}

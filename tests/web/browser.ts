// Debian's chromium, driven by playwright, and what every journey does with it.
import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';

const candidates = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Path of a browser of this machine; undefined where there is none. */
export const findBrowser = (): string | undefined => candidates.find((path) => path && existsSync(path));

export function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('There is no chromium here. Install it, or name its path in CHROMIUM.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

/** What a page complains about: errors of its scripts, and whatever its console calls an error. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // A refused request is an answer that the page shows; the browser logs each of them, and React each that a page is replaced by.
    const isRefusal = /^(Failed to load resource|ApiProblem|ApiUnreachable)/.test(message.text());
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  return complaints;
}

/** What appears has appeared: half there, it has half its contrast. What turns for as long as something is on its way is not waited for. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const passing = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(passing.map(({ finished }) => finished));
  });

/** What axe finds wrong with the page as it stands, a line each. */
export async function barriersOn(page: Page): Promise<string[]> {
  await settled(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** How many pixels the page is wider than its window, once what is measured by scripts has been drawn in it. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
    return document.documentElement.scrollWidth - innerWidth;
  });

/** Of everybody who registers here. */
export const password = 'a long enough password';

/** Signs in who is registered, by the form, and waits for their campaigns. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL('/');
}

/** Registers a new person by the form and waits for their campaigns. The page's context knows where the site is. */
export async function register(page: Page): Promise<string> {
  const email = `${crypto.randomUUID()}@example.com`;
  await page.goto('/register');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL('/');
  return email;
}

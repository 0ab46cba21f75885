// Makes a picture of every page: 1440 and 390 pixels wide, light and dark. Those in docs/ are the ones that the README shows; all others are
// for the eyes of whoever changes the application, in the folder that is named.

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import type { Browser, Page } from 'playwright-core';
import { startPlatform } from '../cli/platform-process.ts';
import { programOptions } from '../cli/program-options.ts';
import { openBrowser, register } from '../tests/web/browser.ts';

const usage = 'Usage: npm run screenshots [-- FOLDER]\n\n  FOLDER  where the pictures go (out/screenshots)';
const [folder = 'out/screenshots'] = programOptions({ allowPositionals: true }, usage).positionals;
const campaignMilliseconds = 180_000;
const looks = [
  { name: 'light-1440', colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { name: 'dark-1440', colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  { name: 'light-390', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'dark-390', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

/** Pages of nobody, then those of a person with a finished campaign and one that waits. */
async function photograph(browser: Browser, siteUrl: string): Promise<void> {
  const context = await browser.newContext({ baseURL: siteUrl, locale: 'en-GB', viewport: looks[0].viewport });
  const page = await context.newPage();
  await take(page, siteUrl, ['sign-in', 'register', 'forgot', 'design']);
  await register(page);
  await page.getByText('No campaign yet').waitFor();
  await take(page, siteUrl, [['', 'home-empty']]);
  const finished = await launch(page, siteUrl, 'Automatic');
  await page.getByText('The campaign is finished').waitFor({ timeout: campaignMilliseconds });
  const waiting = await launch(page, siteUrl, 'Semi-automatic');
  await page.getByRole('button', { name: 'Review Strategy' }).waitFor({ timeout: campaignMilliseconds });
  await page.goto(`${siteUrl}/campaigns/new?start=sample`);
  await page.getByText(/^Draft saved/).waitFor();
  const draft = new URL(page.url()).searchParams.get('draft');
  await take(page, siteUrl, [['', 'home']]);
  for (const step of ['company', 'goal', 'brand', 'channels', 'review'])
    await take(page, siteUrl, [[`campaigns/new?draft=${draft}&step=${step}`, `brief-${step}`]]);
  for (const view of ['graph', 'timeline', 'log'])
    await take(page, siteUrl, [[`campaigns/${waiting}?phase=strategy&view=${view}`, `run-${view}`]]);
  for (const phase of [
    'research',
    'scriptwriting',
    'seo',
    'copy',
    'content',
    'visuals',
    'video',
    'distribution',
    'analytics',
  ])
    await take(page, siteUrl, [[`campaigns/${finished}?phase=${phase}`, `output-${phase}`]]);
  for (const tab of ['provenance', 'history', 'inputs'])
    await take(page, siteUrl, [[`campaigns/${finished}?phase=visuals&tab=${tab}`, `detail-${tab}`]]);
  const { searchParams } = new URL(await firstPlan(page, siteUrl));
  const day = searchParams.get('day') ?? '';
  await take(page, siteUrl, [
    ['approvals', 'approvals'],
    ...['month', 'week', 'list'].map((view) => [`calendar?view=${view}&day=${day}`, `calendar-${view}`] as const),
    ['assets', 'assets'],
    ['costs', 'costs'],
    ['settings', 'settings-account'],
    ['settings?section=keys', 'settings-keys'],
    ['settings?section=webhooks', 'settings-webhooks'],
  ]);
  await context.close();
}

/** The address of the calendar where posts are planned: in one of the coming months. */
async function firstPlan(page: Page, siteUrl: string): Promise<string> {
  await page.goto(`${siteUrl}/calendar?view=list`);
  for (let months = 0; months < 6; months += 1) {
    await page.waitForLoadState('networkidle');
    if ((await page.locator('.day-card').count()) > 0) break;
    await page.getByRole('button', { name: 'After' }).click();
  }
  return page.url();
}

async function launch(page: Page, siteUrl: string, mode: string): Promise<string> {
  await page.goto(`${siteUrl}/campaigns/new?start=sample&step=review`);
  await page.getByText(mode, { exact: true }).click();
  await page.getByText('What was understood').waitFor();
  await page.getByRole('button', { name: 'Launch' }).click();
  await page.waitForURL(/\/campaigns\/cmp_/);
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

type Shot = string | readonly [path: string, name: string];

async function take(page: Page, siteUrl: string, shots: readonly Shot[]): Promise<void> {
  for (const shot of shots) {
    const [path, name] = typeof shot === 'string' ? [shot, shot] : shot;
    await page.goto(`${siteUrl}/${path}`);
    for (const look of looks) {
      await page.setViewportSize(look.viewport);
      await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
      await page.waitForFunction((theme) => document.documentElement.dataset['theme'] === theme, look.colorScheme);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() =>
        Promise.all(
          document
            .getAnimations()
            .map((animation) =>
              animation.playState === 'running' && animation.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY
                ? animation.finish()
                : undefined,
            ),
        ),
      );
      await page.screenshot({ path: join(folder, `${name}-${look.name}.png`) });
    }
  }
}

const directory = await mkdtemp(join(tmpdir(), 'astromedia-screenshots-'));
const platform = await startPlatform({ directory, pagePort: await getPort() });
const browser = await openBrowser();
try {
  await mkdir(folder, { recursive: true });
  await photograph(browser, platform.uiUrl ?? '');
  console.log(`Look at them: ${folder}`);
} finally {
  await browser.close();
  await platform.stop();
  await rm(directory, { recursive: true, force: true });
}

// How fast the application is in Debian's chromium, on an embedded platform of its own: first views, answers to a press, a run that streams, long lists.
// `npm run bench:web`; `-- stream inbox` for some of the parts only. See tests/bench/README.md.
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { CampaignDetail } from '../../shared/contracts/campaign.ts';
import { briefOf, registerUser, type User } from '../support/campaign-driver.ts';
import { openBrowser } from '../web/browser.ts';
import { startAccountPlatform } from './start-account-platform.ts';
import { fakeSocket, fortyPhases, streamOf } from './streamed-run.ts';
import { frames, longestAnswer, type Watched, watchPage } from './watch-page.ts';

const parts = process.argv.slice(2);
const wanted = (part: string) => parts.length === 0 || parts.includes(part);
const rounds = 5;
const platform = await startAccountPlatform();
await fetch(platform.uiUrl); // builds the application
const browser = await openBrowser();

const median = (values: readonly number[]) => [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
const ms = (value: number) => value.toFixed(0);

async function newWindow(): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    baseURL: platform.uiUrl,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
  });
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return { context, page };
}

/** A person of the platform, signed in to the browser by the form. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill('password123');
  await page.locator('button[type=submit]').click();
  await page.locator('.rail').waitFor();
}

async function registered(): Promise<{ user: User; email: string }> {
  const user = await registerUser(platform);
  const { email } = await user.client.call('getProfile');
  return { user, email };
}

/** Until a selector is drawn, from the navigation on: as the page itself sees it. */
async function firstView(page: Page, path: string, usable: string): Promise<Watched> {
  await page.goto(path);
  await page.locator(usable).first().waitFor();
  return page.evaluate(async (selector) => {
    await new Promise((resolve) => setTimeout(resolve, 300)); // the last paint is reported late
    return window.watched.firstView(selector);
  }, usable);
}

async function measureFirstViews(email: string, campaignId: string) {
  const pages = [
    ['sign-in', '/sign-in', 'button[type=submit]', false],
    ['home', '/', '.campaign-row', true],
    ['run', `/campaigns/${campaignId}`, '.graph-node', true],
  ] as const;
  console.log(
    '| first view | cold: first · largest paint, usable, ms | warm: the same | scripts, KB as they are served |',
  );
  console.log('|---|---|---|---:|');
  for (const [name, path, usable, signedIn] of pages) {
    const cold: Watched[] = [];
    const warm: Watched[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { context, page } = await newWindow();
      if (signedIn) {
        // The cookie and the mark of a session, and nothing else of the application.
        await signIn(page, email);
        const state = await context.storageState();
        const fresh = await browser.newContext({
          baseURL: platform.uiUrl,
          locale: 'en-GB',
          viewport: { width: 1440, height: 900 },
          storageState: state,
        });
        await context.close();
        await fresh.addInitScript(watchPage);
        const own = await fresh.newPage();
        cold.push(await firstView(own, path, usable));
        warm.push(await firstView(own, path, usable));
        await fresh.close();
      } else {
        cold.push(await firstView(page, path, usable));
        warm.push(await firstView(page, path, usable));
        await context.close();
      }
    }
    const line = (views: Watched[]) =>
      `${ms(median(views.map(({ first }) => first)))} · ${ms(median(views.map(({ largest }) => largest)))}, ${ms(median(views.map(({ usable: at }) => at)))}`;
    const scripts = median(cold.map(({ scriptBytes }) => scriptBytes)) / 1024;
    console.log(`| ${name} | ${line(cold)} | ${line(warm)} | ${scripts.toFixed(0)} |`);
  }
  console.log('');
}

/** The longest time from a press to the next paint, each action several times. */
async function measureAnswers(page: Page, campaignId: string) {
  const actions: Record<string, (round: number) => Promise<void>> = {
    'open a phase': async (round) =>
      page
        .locator('.phase-row')
        .nth(round % 4)
        .click(),
    'timeline and back': async (round) => page.getByRole('tab', { name: round % 2 ? 'Graph' : 'Timeline' }).click(),
    'next phase by key': async () => page.keyboard.press('j'),
    'a tab of the phase': async (round) =>
      page
        .locator('.run-detail')
        .getByRole('tab')
        .nth(round % 4)
        .click(),
    'open the palette': async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type('cost');
      await page.keyboard.press('Escape');
    },
  };
  console.log('| action | longest from press to paint, ms |');
  console.log('|---|---:|');
  await page.goto(`/campaigns/${campaignId}`);
  await page.locator('.graph-node').first().waitFor();
  for (const [name, act] of Object.entries(actions)) {
    await act(0); // what is loaded with the first use is not the answer to a press
    await page.waitForTimeout(500);
    await page.evaluate(() => window.watched.forget());
    for (let round = 1; round <= 6; round += 1) {
      await act(round);
      await page.waitForTimeout(250);
    }
    console.log(`| ${name} | ${ms(await longestAnswer(page))} |`);
  }
  await page.goto('/campaigns/new?start=sample');
  const field = page.locator('main input').first();
  await field.waitFor();
  await page.evaluate(() => window.watched.forget());
  await field.pressSequentially(' and some more words', { delay: 40 });
  await page.waitForTimeout(300);
  console.log(`| type in the wizard | ${ms(await longestAnswer(page))} |`);
  await page.goto(`/campaigns/${campaignId}`);
  const approve = page.getByRole('button', { name: 'Approve', exact: true });
  await approve.waitFor();
  await page.evaluate(() => window.watched.forget());
  await approve.click();
  await page.waitForTimeout(500);
  console.log(`| approve | ${ms(await longestAnswer(page))} |\n`);
}

async function measureStream(page: Page, campaignId: string) {
  const perSecond = 20;
  const seconds = 10;
  let detail: CampaignDetail | undefined;
  await page.route(new RegExp(`/campaigns/${campaignId}$`), async (route) => {
    if (route.request().resourceType() === 'document') return route.fallback();
    const response = await route.fetch();
    if (route.request().method() !== 'GET') return route.fulfill({ response });
    detail = fortyPhases((await response.json()) as CampaignDetail);
    return route.fulfill({ response, json: detail });
  });
  const socket = await fakeSocket(page);
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  console.log(
    `| run with 40 phases, ${perSecond} events a second | frames a second | longest frame, ms | long tasks | commits a second | busy |`,
  );
  console.log('|---|---:|---:|---:|---:|---:|');
  for (const view of ['graph', 'timeline', 'log']) {
    await page.goto(`/campaigns/${campaignId}?view=${view}`);
    await page.locator('.phase-row').nth(39).waitFor();
    await socket.subscribed();
    if (!detail) throw new Error('The campaign was not read.');
    const events = streamOf(detail, perSecond * seconds);
    const metric = async (name: string) =>
      (await client.send('Performance.getMetrics')).metrics.find((entry) => entry.name === name)?.value ?? 0;
    const before = { task: await metric('TaskDuration'), layouts: await metric('LayoutCount') };
    const measured = frames(page, seconds);
    for (const event of events) {
      socket.send(event);
      await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
    }
    const { perSecond: shown, longest, longTasks, commits } = await measured;
    const busy = ((await metric('TaskDuration')) - before.task) / seconds;
    console.log(
      `| ${view} | ${shown.toFixed(1)} | ${ms(longest)} | ${longTasks} | ${commits.toFixed(1)} | ${(busy * 100).toFixed(0)} % |`,
    );
  }
  console.log('');
}

/** Processor time of a page's main thread in seconds, which other work on the machine does not lengthen: all of it, scripts, and style with layout. */
async function mainThreadOf(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    const value = (wantedName: string) => metrics.find(({ name }) => name === wantedName)?.value ?? 0;
    return {
      all: value('TaskDuration'),
      scripts: value('ScriptDuration'),
      layout: value('LayoutDuration') + value('RecalcStyleDuration'),
    };
  };
}

async function measureHome(page: Page, count: number) {
  await page.goto('/');
  await page.locator('.campaign-row').first().waitFor();
  const used = await mainThreadOf(page);
  const before = await used();
  const begun = performance.now();
  const measured = frames(page, 5);
  const rows = await page.evaluate(async (wantedRows) => {
    const seen = () => Number(document.querySelector('.campaign-rows > :last-child')?.getAttribute('aria-posinset'));
    const until = performance.now() + 90_000;
    while (seen() < wantedRows && performance.now() < until) {
      window.scrollTo(0, document.documentElement.scrollHeight);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return {
      reached: seen(),
      drawn: document.querySelectorAll('.campaign-row').length,
      elements: document.querySelectorAll('*').length,
    };
  }, count);
  const seconds = (performance.now() - begun) / 1000;
  const { perSecond, longest } = await measured;
  const after = await used();
  const spent = (part: keyof typeof after) => (after[part] - before[part]).toFixed(2);
  console.log(
    `| ${count} campaigns scrolled to the end | rows reached | rows drawn | elements | seconds | frames a second | longest frame, ms | processor seconds of the page: all · scripts · style and layout |`,
  );
  console.log('|---|---:|---:|---:|---:|---:|---:|---:|');
  console.log(
    `| home | ${rows.reached} | ${rows.drawn} | ${rows.elements} | ${seconds.toFixed(1)} | ${perSecond.toFixed(1)} | ${ms(longest)} | ${spent('all')} · ${spent('scripts')} · ${spent('layout')} |\n`,
  );
}

async function measureInbox(page: Page) {
  await page.route(/\/approvals\?/, async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as {
      approvals: Record<'campaign' | 'phase', { id: string }>[];
      total: number;
    };
    const [one] = answer.approvals;
    if (!one) return route.fulfill({ response });
    const many = Array.from({ length: 99 }, (_, place) => ({
      ...one,
      phase: { ...one.phase, id: `${one.phase.id}-${place}` },
    }));
    return route.fulfill({ response, json: { approvals: [...answer.approvals, ...many], total: 100 } });
  });
  await page.goto('/approvals');
  await page.locator('.inbox-row').nth(99).waitFor();
  await page.evaluate(() => window.watched.forget());
  const measured = frames(page, 5);
  await page.evaluate(async () => {
    const list = document.querySelector('.inbox-rows')?.closest('section');
    for (let step = 0; step < 60; step += 1) {
      list?.scrollBy(0, 120);
      window.scrollBy(0, 120);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  const { perSecond, longest } = await measured;
  console.log('| inbox with 100 entries | frames a second | longest frame, ms |');
  console.log('|---|---:|---:|');
  console.log(`| scrolled | ${perSecond.toFixed(1)} | ${ms(longest)} |\n`);
}

async function main(browser: Browser) {
  const { user, email } = await registered();
  const body = briefOf({ governanceMode: 'GUIDED' });
  const { id } = await user.client.call('createCampaign', { body });
  for (;;) {
    const { approvals } = await user.client.call('listApprovals', { query: {} });
    if (approvals.length > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const loads = (await import('node:os')).loadavg()[0]?.toFixed(1);
  console.log(`Chromium ${browser.version()}, Node ${process.version}, load ${loads} before it began\n`);
  if (wanted('first')) await measureFirstViews(email, id);
  const { page } = await newWindow();
  await signIn(page, email);
  if (wanted('inbox')) {
    const { page: other, context } = await newWindow();
    await signIn(other, email);
    await measureInbox(other);
    await context.close();
  }
  if (wanted('stream')) {
    const { page: other, context } = await newWindow();
    await signIn(other, email);
    await measureStream(other, id);
    await context.close();
  }
  if (wanted('answers')) await measureAnswers(page, id);
  if (wanted('home')) {
    const count = 5000;
    await platform.ask({ give: { workspaceId: user.workspaceId, userId: user.id, count } });
    await measureHome(page, count + 1);
  }
}
try {
  await main(browser);
} finally {
  await browser.close();
  await platform.stop();
}

// Every page in every state that it can be in: waiting for its data, without any, refused, with texts as long as they may be, and in French;
// each in light and dark and from 360 to 2560 pixels.
import type { Page, Route } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { createApiClient } from '../../shared/client/api-client.ts';
import { openedSession } from '../../shared/client/opened-session.ts';
import { briefOf } from '../support/campaign-driver.ts';
import { barriersOn, findBrowser, overflowOf, password, signIn } from './browser.ts';
import { heading, launch, reached, useVisits } from './visitor.ts';

const looks = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 390 },
] as const;
const widths = [360, 390, 768, 1440, 2560];

/** The page as it is now: no wider than any window, and with no barrier in one of the looks, another one for each page. */
async function isSoundEverywhere(page: Page, place = 0): Promise<void> {
  const { colorScheme, width: own } = place % 2 === 0 ? looks[0] : looks[1];
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.waitForFunction((theme) => document.documentElement.dataset['theme'] === theme, colorScheme);
  const wider: Record<string, number> = {};
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await overflowOf(page);
    if (overflow > 0) wider[`${new URL(page.url()).pathname} at ${width}`] = overflow;
  }
  await page.setViewportSize({ width: own, height: 900 });
  const address = new URL(page.url()).pathname;
  expect({ address, wider, barriers: await barriersOn(page) }).toEqual({ address, wider: {}, barriers: [] });
}

const isOfSession = (route: Route) => route.request().url().includes('/auth/');
const wholeApi = '**/api/v1/**';

/** Answers as the API does when something in it breaks. */
const refuse = (route: Route) =>
  isOfSession(route) || route.request().method() === 'OPTIONS'
    ? route.continue()
    : route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        headers: {
          'access-control-allow-origin': new URL(inject('site').url).origin,
          'access-control-allow-credentials': 'true',
        },
        json: {
          type: 'about:blank',
          code: 'internal',
          status: 500,
          title: 'Something went wrong on our side',
          detail: 'Try again in a moment.',
          instance: '/',
          requestId: '3f0e8a52-7f5b-4d0e-9f53-3d2a5a8c0c11',
        },
      });

/** As long as names may be, with words that no line holds. */
const longName = `${'Donaudampfschifffahrtsgesellschaftskapitänsmützen'.repeat(2)} für alle`.slice(0, 80);

const pages = (campaignId: string, draftId: string) =>
  [
    ['campaigns', '/'],
    ['the inbox', '/approvals'],
    ['the calendar', '/calendar'],
    ['the assets', '/assets'],
    ['the costs', '/costs'],
    ['the account', '/settings'],
    ['the keys', '/settings?section=keys'],
    ['the webhooks', '/settings?section=webhooks'],
    ['a draft', `/campaigns/new?draft=${draftId}&step=review`],
    ['a run, its graph', `/campaigns/${campaignId}?phase=research`],
    ['a run, its timeline', `/campaigns/${campaignId}?view=timeline&phase=research&tab=inputs`],
    ['a run, its log', `/campaigns/${campaignId}?view=log&phase=research&tab=provenance`],
  ] as const;

describe.skipIf(!findBrowser())('every page', () => {
  const visit = useVisits();
  const email = `${crypto.randomUUID()}@example.com`;
  let all: ReturnType<typeof pages>;
  beforeAll(async () => {
    const { apiUrl } = inject('site');
    const answer = await createApiClient({ baseUrl: apiUrl }).call('register', { body: { email, password } });
    const { token } = openedSession(answer);
    const client = createApiClient({ baseUrl: apiUrl, token: () => token });
    const campaignId = await launch(client, { name: longName, governanceMode: 'GUIDED' });
    const { id: draftId } = await client.call('createCampaign', {
      body: { ...briefOf({ name: longName, governanceMode: 'GUIDED' }), launch: false },
    });
    await client.call('createApiKey', { body: { name: longName, expiresInDays: 1, scopes: ['campaigns:read'] } });
    await client.call('createWebhook', {
      body: { url: `http://127.0.0.1:9/${'a'.repeat(200)}`, events: ['campaign:completed'] },
    });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    all = pages(campaignId, draftId);
  });

  it.each([
    ['with names as long as they may be', 'en-GB'],
    ['with long names in French', 'fr-FR'],
  ])('%s every page is whole', async (_state, locale) => {
    const { page, complaints } = await visit({ locale });
    await signIn(page, email);
    for (const [place, [, address]] of all.entries()) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await isSoundEverywhere(page, place);
    }
    expect(complaints).toEqual([]);
  });

  it('waiting for its data shows where that will be', async () => {
    const { page, complaints } = await visit();
    await signIn(page, email);
    for (const [place, [name, address]] of all.entries()) {
      const held: Route[] = [];
      await page.route(wholeApi, (route) => (isOfSession(route) ? route.continue() : void held.push(route)));
      await page.goto(address);
      if (name !== 'the account') await page.locator('.skeletons').first().waitFor();
      await isSoundEverywhere(page, place);
      for (const route of held.splice(0)) await route.abort();
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
    expect(complaints).toEqual([]);
  });

  it('that the server cannot answer says so with the number of the request, and what stands around it works', async () => {
    const { page, complaints } = await visit();
    await signIn(page, email);
    await page.route(wholeApi, refuse);
    for (const [place, [name, address]] of all.entries()) {
      await page.goto(address);
      if (name !== 'the account')
        await page.getByText('Request 3f0e8a52-7f5b-4d0e-9f53-3d2a5a8c0c11').first().waitFor();
      await page.getByRole('navigation', { name: 'Navigation' }).waitFor();
      // The notice may come before the parts that are loaded beside it.
      await page.waitForLoadState('networkidle');
      await isSoundEverywhere(page, place);
    }
    // A fault of a page is noted in its console, too.
    expect(complaints.filter((words) => !words.includes('Something went wrong on our side'))).toEqual([]);
  });

  it('of somebody new says what will stand there', async () => {
    const { page, complaints } = await visit({ locale: 'fr-FR' });
    await page.goto('/register');
    await page.locator('input[type=email]').fill(`${crypto.randomUUID()}@example.com`);
    await page.locator('input[type=password]').fill(password);
    await page.locator('button[type=submit]').click();
    await page.waitForURL('/');
    for (const [place, [name, address]] of all.entries()) {
      if (/^a /.test(name)) continue;
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await isSoundEverywhere(page, place);
    }
    expect(complaints).toEqual([]);
  });

  it('takes what an address asks for and nobody understands as if it had not been asked', async () => {
    const { page, complaints } = await visit();
    await signIn(page, email);
    const nonsense = ['day', 'view', 'kind', 'status', 'section', 'month', 'by', 'tab', 'phase', 'campaign', 'step']
      .map((field) => `${field}=${field === 'day' ? '' : 'nonsense'}`)
      .join('&');
    for (const [, address] of all) {
      await page.goto(`${address.split('?')[0]}?${nonsense}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      expect([address, await page.getByText('This part could not be shown').count()]).toEqual([address, 0]);
    }
    await page.goto('/calendar?day=2026-02-31');
    await page.getByRole('heading', { level: 1, name: 'Calendar' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('before signing in is whole in both languages, as is the design that all are built of', async () => {
    for (const [locale, title] of [
      ['en-GB', 'Colours'],
      ['fr-FR', 'Couleurs'],
    ] as const) {
      const { page, complaints } = await visit({ locale });
      for (const address of ['/sign-in', '/register', '/confirm', '/forgot']) {
        await page.goto(address);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await isSoundEverywhere(page);
      }
      await page.goto('/design');
      await heading(page, title).waitFor();
      await isSoundEverywhere(page);
      expect(complaints).toEqual([]);
    }
  });
});

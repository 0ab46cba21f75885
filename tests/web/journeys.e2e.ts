// Somebody who has never seen the application goes from registering to the export, in both languages and on a small screen.
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { createApiClient } from '../../shared/client/api-client.ts';
import { barriersOn, complaintsOf, findBrowser, openBrowser, overflowOf, register } from './browser.ts';

const campaignMinutes = 3 * 60_000;

describe.skipIf(!findBrowser())('the application', () => {
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    browser = await openBrowser();
    url = inject('site').url;
  });
  afterAll(() => browser?.close());

  async function visit(options: BrowserContextOptions): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return { page, complaints: complaintsOf(page) };
  }

  /** The page as a whole: nobody is shut out, nothing is cut off, nothing complained. */
  async function isSound(page: Page): Promise<void> {
    expect(await barriersOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  it('takes a new person from a brief through an edit, a rejection and a choice to the export', async () => {
    const { page, complaints } = await visit({ locale: 'en-GB', acceptDownloads: true });
    await register(page, url);
    await button(page, 'Use the sample brief').click();
    await page.getByText(/^Draft saved/).waitFor();
    for (const step of ['Goal and audience', 'Brand voice', 'Channels and dates', 'Control and launch']) {
      await button(page, 'Continue').click();
      await page.getByRole('heading', { level: 2, name: step }).waitFor();
      await isSound(page);
    }
    await page.getByText('Semi-automatic', { exact: true }).click();
    await page.getByText('Strategy, A/B visuals, A/B videos and Distribution').waitFor();
    await button(page, 'Launch').click();

    await button(page, 'Review Strategy').click({ timeout: campaignMinutes });
    await button(page, 'Edit').click();
    await page.getByLabel('Summary').fill('One brioche, baked at midnight.');
    await page.getByText('1 change').waitFor();
    await isSound(page);
    await button(page, 'Approve with my changes').click();

    await button(page, 'Review A/B visuals').click({ timeout: campaignMinutes });
    await button(page, 'Request changes').click();
    await button(page, 'Send back').click();
    await page.getByText('Say what shall change').waitFor();
    await page.getByLabel('What shall change?').fill('Warmer colours, please');
    await button(page, 'Send back').click();
    await page.locator('.detail-head').getByText('attempt 2').waitFor();
    await page.getByText('Which one is used?').waitFor({ timeout: campaignMinutes });
    await page.getByText('Variant A', { exact: true }).last().click();
    await button(page, 'Approve variant A').click();

    await button(page, 'Review A/B videos').click({ timeout: campaignMinutes });
    await button(page, /^Approve variant/).click();
    await button(page, 'Review Distribution').click({ timeout: campaignMinutes });
    await isSound(page);
    await button(page, /^Approve$/).click();

    await page.getByText('The campaign is finished').waitFor({ timeout: campaignMinutes });
    await page.locator('.phase-row', { hasText: 'Strategy' }).click();
    await page.getByText('One brioche, baked at midnight.').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('You approved attempt 1').waitFor();
    await page.locator('.phase-row', { hasText: 'A/B visuals' }).click();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Warmer colours, please').waitFor();

    const arriving = page.waitForEvent('download', { timeout: campaignMinutes });
    await button(page, 'Download the export').click();
    const archive = await readFile(await (await arriving).path());
    expect(archive.subarray(0, 2).toString()).toBe('PK');
    expect(complaints).toEqual([]);
  });

  it('lets somebody look around with the demo account where the platform has one', async () => {
    const { page, complaints } = await visit({ locale: 'en-GB' });
    await page.goto(`${url}/sign-in`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await button(page, 'Look around with it').count()).toBe(0);
    const demo = { email: `${crypto.randomUUID()}@example.com`, password: 'demo-0123456789' };
    await createApiClient({ baseUrl: inject('site').apiUrl }).call('register', { body: demo });
    await page.route('**/settings.json', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), demo } });
    });
    await page.reload();
    await button(page, 'Look around with it').waitFor();
    await isSound(page);

    await button(page, 'Look around with it').click();

    await page.waitForURL(`${url}/`);
    expect(complaints).toEqual([]);
  });

  it('speaks French on a small dark screen, and comes back to what it showed after the page is loaded again', async () => {
    const { page, complaints } = await visit({
      locale: 'fr-FR',
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.goto(`${url}/sign-in`);
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    await isSound(page);
    await register(page, url);
    await page.getByText('Aucune campagne pour l’instant').waitFor();
    await isSound(page);
    await page.goto(`${url}/campaigns/new`);
    await button(page, 'Continuer').click();
    await page.getByText('Il manque 3 éléments').waitFor();
    await isSound(page);
    await button(page, 'Remplir avec l’exemple').click();
    await page.getByText(/^Brouillon enregistré/).waitFor();
    await page.getByRole('link', { name: /Contrôle et lancement/ }).click();
    await page.getByText('Ce qui a été compris').waitFor();
    await page.getByText('Guidé', { exact: true }).click();
    await isSound(page);
    await button(page, 'Lancer').click();
    await button(page, /^Examiner : Étude de marché/).click({ timeout: campaignMinutes });
    await page.getByRole('heading', { name: 'Forces', exact: true }).waitFor();
    await isSound(page);

    await page.reload();
    await page.getByRole('heading', { name: 'Forces', exact: true }).waitFor();
    await button(page, 'Toutes les phases').click();
    await button(page, 'Autres actions').click();
    await page.getByRole('menuitem', { name: 'Annuler la campagne' }).click();
    await isSound(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler la campagne' }).click();
    await page.locator('.run-title').getByText('Annulé').waitFor();
    await page.goto(url);
    await page.getByRole('link', { name: 'Lancement Brioche de Minuit' }).waitFor();
    await isSound(page);
    expect(complaints).toEqual([]);
  });

  it('loses nothing that was typed: not to a reload, not to a server that fails, and not to the next brief', async () => {
    const { page } = await visit({ locale: 'en-GB' });
    await register(page, url);
    await page.goto(`${url}/campaigns/new`);
    await page.getByLabel('Name of the campaign').fill('Half a brief');
    await page.reload();
    expect(await page.getByLabel('Name of the campaign').inputValue()).toBe('Half a brief');

    await page.goto(`${url}/campaigns/new?start=sample`);
    await page.getByText(/^Draft saved/).waitFor();
    await page.route('**/api/v1/campaigns/cmp_*', (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await page.getByLabel('Company or brand').fill('Changed while the server was away');
    await page.getByText('The draft could not be saved; it is kept in this browser').waitFor();
    await page.unroute('**/api/v1/campaigns/cmp_*');
    await page.reload();
    await page.getByText(/^Draft saved/).waitFor();
    expect(await page.getByLabel('Company or brand').inputValue()).toBe('Changed while the server was away');

    await page.getByRole('link', { name: 'New campaign' }).click();
    await page.getByRole('heading', { level: 1, name: /New campaign|Half a brief/ }).waitFor();
    expect(await page.getByLabel('Company or brand').inputValue()).toBe('');
  });

  it('says who was faster when somebody else has decided', async () => {
    const { page } = await visit({ locale: 'en-GB' });
    await register(page, url);
    await page.goto(`${url}/campaigns/new?start=sample&step=review`);
    await page.getByText('Semi-automatic', { exact: true }).click();
    await button(page, 'Launch').click();
    await button(page, 'Review Strategy').click({ timeout: campaignMinutes });
    await button(page, 'Request changes').click();
    await page.getByLabel('What shall change?').fill('Say it shorter');
    const campaignId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    // The same person in another window, whose news do not arrive here in time.
    const token = await page.evaluate(
      async (apiUrl) => {
        const answer = await fetch(`${apiUrl}/api/v1/auth/refresh`, {
          method: 'POST',
          credentials: 'include',
          headers: { 'content-type': 'application/json' },
          body: '{}',
        });
        return (await answer.json()).token as string;
      },
      inject('site').apiUrl.replace('127.0.0.1', 'localhost'),
    );
    await page.route('**/reject', async (route) => {
      const client = createApiClient({ baseUrl: inject('site').apiUrl, token: () => token });
      await client.call('approvePhase', { params: { campaignId, phaseId: 'strategy' }, body: {} });
      await route.continue();
    });

    await button(page, 'Send back').click();

    await page.getByText('Somebody was faster').waitFor();
    await page.getByText(/You · approved/).waitFor();
    await isSound(page);
  });

  it('sends who is not signed in to the sign-in, and back to where they were going', async () => {
    const { page } = await visit({ locale: 'en-GB' });
    await page.goto(`${url}/campaigns/new?step=goal`);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('link', { name: 'Create account' }).click();
    await page.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.com`);
    await page.getByLabel('Password').fill('short');
    await button(page, 'Create account').click();
    await page.getByText('Take at least 8 characters').waitFor();
    await isSound(page);
    await page.getByLabel('Password').fill('a long enough password');
    await button(page, 'Create account').click();
    await page.getByRole('heading', { level: 2, name: 'Goal and audience' }).waitFor();
    await page.goto(`${url}/nowhere`);
    await page.getByText('There is nothing at this address').waitFor();
    await isSound(page);
    await page.goto(`${url}/campaigns/cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ`);
    await page.getByText('There is nothing here').waitFor();
  });

  it('shows every part of its design with no barrier, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, complaints } = await visit({ locale: 'en-GB', colorScheme });
      await page.goto(`${url}/design`);
      await page.getByRole('heading', { name: 'Colours' }).waitFor();
      await isSound(page);
      expect(complaints).toEqual([]);
    }
  });
});

// The pages across campaigns: what waits, what is planned, what was made, what it cost, and the person's own settings.
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest';
import { type ApiClient, createApiClient } from '../../shared/client/api-client.ts';
import type { GovernanceMode } from '../../shared/contracts/brief.ts';
import type { PhaseStatus } from '../../shared/contracts/phase.ts';
import type { ModelChoice } from '../../shared/contracts/routes/phases-routes.ts';
import { briefOf } from '../support/campaign-driver.ts';
import { barriersOn, complaintsOf, findBrowser, openBrowser, overflowOf, register } from './browser.ts';

const campaignMinutes = 3 * 60_000;

const modelChoice = (
  provider: string,
  id: string,
  [minimum, maximum]: readonly [number, number],
  { asked = false, fitsCap = true }: Partial<Pick<ModelChoice, 'asked' | 'fitsCap'>>,
): ModelChoice => ({ provider, id, costMicroUsd: { minimum, maximum }, asked, fitsCap });

describe.skipIf(!findBrowser())('across campaigns, the application', () => {
  let browser: Browser;
  let url: string;
  beforeAll(async () => {
    browser = await openBrowser();
    url = inject('site').url;
  });
  afterAll(() => browser?.close());

  async function visit(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 }, ...options });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return { page, complaints: complaintsOf(page) };
  }
  async function isSound(page: Page): Promise<void> {
    expect(await barriersOn(page)).toEqual([]);
    expect(await overflowOf(page)).toBe(0);
  }
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

  /** The same person as a program. */
  async function clientOf(page: Page): Promise<ApiClient> {
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
    return createApiClient({ baseUrl: inject('site').apiUrl, token: () => token });
  }
  async function launch(client: ApiClient, name: string, governanceMode: GovernanceMode): Promise<string> {
    return (await client.call('createCampaign', { body: briefOf({ name, governanceMode, language: 'en' }) })).id;
  }
  const reached = (client: ApiClient, campaignId: string, phaseId: string, status: PhaseStatus) =>
    expect
      .poll(
        async () =>
          (await client.call('getCampaign', { params: { campaignId } })).phases.find(({ id }) => id === phaseId)
            ?.status,
        { timeout: campaignMinutes, interval: 500 },
      )
      .toBe(status);

  it('counts what waits, and is gone through with the keyboard alone from one decision to the next', async () => {
    const { page, complaints } = await visit();
    await register(page, url);
    await page.goto(`${url}/approvals`);
    await page.getByText('Nothing waits for you').waitFor();
    await isSound(page);
    const client = await clientOf(page);
    const first = await launch(client, 'First of two', 'GUIDED');
    await reached(client, first, 'research', 'WAITING_VALIDATION');
    const second = await launch(client, 'Second of two', 'GUIDED');
    await reached(client, second, 'research', 'WAITING_VALIDATION');

    await page.getByRole('link', { name: /Approvals.*2.*wait/ }).waitFor();
    expect(await page.title()).toBe('(2) Approvals · AstroMedia');
    await page.getByRole('link', { name: 'First of two' }).waitFor();
    await isSound(page);
    await page.keyboard.press('j');
    await page.getByRole('link', { name: 'Second of two' }).waitFor();
    await page.keyboard.press('k');
    await page.getByRole('link', { name: 'First of two' }).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('link', { name: 'Second of two' }).waitFor();
    await page.getByText(/^Decided\./).waitFor({ state: 'attached' });
    await page.keyboard.press('c');
    await page.getByLabel('What shall change?').fill('Name the street');
    await isSound(page);
    await button(page, 'Send back').click();
    // The phase waits before it is sent back and again after it: only the decision tells the one from the other.
    await expect
      .poll(
        async () => (await client.call('getPhase', { params: { campaignId: second, phaseId: 'research' } })).approvals,
      )
      .toMatchObject([{ decision: 'REJECTED', feedback: 'Name the street' }]);
    await reached(client, second, 'research', 'WAITING_VALIDATION');

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${url}/approvals`);
    await button(page, /Second of two/).click();
    await button(page, 'All approvals').waitFor();
    await isSound(page);
    expect(complaints).toEqual([]);
  });

  it('keeps the words of a dialog when somebody else decides first', async () => {
    const { page } = await visit();
    await register(page, url);
    const client = await clientOf(page);
    const campaignId = await launch(client, 'Taken over', 'GUIDED');
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await page.goto(`${url}/approvals`);
    await button(page, 'Request changes').click();
    await page.getByLabel('What shall change?').fill('All these words');

    await client.call('approvePhase', { params: { campaignId, phaseId: 'research' }, body: {} });

    await page.getByText('This has been decided meanwhile').waitFor();
    expect(await page.getByLabel('What shall change?').inputValue()).toBe('All these words');
    await button(page, 'Copy my words').waitFor();
    await isSound(page);
  });

  it('lets a person write what an agent could not, field by field', async () => {
    const { page, complaints } = await visit();
    await register(page, url);
    const client = await clientOf(page);
    const campaignId = await launch(client, 'Mended', 'GUIDED');
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    // The offline studio does not fail: the page is told that it has.
    await page.route(`**/campaigns/${campaignId}`, async (route) => {
      const answer = await route.fetch();
      const campaign = await answer.json();
      for (const phase of campaign.phases)
        if (phase.id === 'research')
          Object.assign(phase, { status: 'FAILED', failure: { name: 'OutputInvalid', reason: 'It did not fit.' } });
      await route.fulfill({ response: answer, json: campaign });
    });
    await page.route('**/phases/research', async (route) => {
      const answer = await route.fetch();
      const { output: _output, ...phase } = await answer.json();
      await route.fulfill({
        response: answer,
        json: { ...phase, lastAnswer: { value: { title: 'Bread' }, faults: [] } },
      });
    });
    await page.goto(`${url}/campaigns/${campaignId}?phase=research`);
    await page.getByText('It did not fit.').waitFor();
    await button(page, 'Write it by hand').click();
    await page.getByText('the last answer of the model').waitFor();
    expect(await page.getByLabel('Title').first().inputValue()).toBe('Bread');
    await button(page, 'Use what I wrote').click();
    await page.getByText(/fields need another look/).waitFor();
    await isSound(page);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['a failed phase', 'FAILED', 'en'],
    ['a held one beside raising the cap and skipping', 'BUDGET_HOLD', 'en'],
    ['a held one in French', 'BUDGET_HOLD', 'fr'],
  ] as const)(
    'offers the models that could do %s, with their prices, for the next attempt',
    async (_what, status, language) => {
      const { page, complaints } = await visit();
      await register(page, url);
      const client = await clientOf(page);
      const isFrench = language === 'fr';
      if (isFrench) {
        await page.goto(`${url}/settings`);
        await page.getByText('Français', { exact: true }).click();
        await heading(page, 'Réglages').waitFor();
      }
      const campaignId = await launch(client, 'Another model', 'GUIDED');
      await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
      // The offline studio neither fails nor costs: the page is told otherwise.
      await page.route(`**/campaigns/${campaignId}`, async (route) => {
        const answer = await route.fetch();
        const campaign = await answer.json();
        for (const phase of campaign.phases ?? [])
          if (phase.id === 'research')
            Object.assign(phase, { status, failure: { name: 'Stopped', reason: 'It went no further.' } });
        await route.fulfill({ response: answer, json: campaign });
      });
      await page.route('**/phases/research', async (route) => {
        const answer = await route.fetch();
        const { output: _output, ...phase } = await answer.json();
        const models = [
          modelChoice('offline-studio', 'offline-studio-1', [0, 0], {}),
          modelChoice('gemini', 'little', [1_200, 42_000], {}),
          modelChoice('openrouter', 'great', [250_000, 1_500_000], { asked: true, fitsCap: false }),
        ];
        await route.fulfill({ response: answer, json: { ...phase, models } });
      });
      const asked: unknown[] = [];
      await page.route('**/phases/research/retry', async (route) => {
        asked.push(route.request().postDataJSON());
        const { phase } = await client.call('getPhase', { params: { campaignId, phaseId: 'research' } });
        const headers = {
          'access-control-allow-origin': new URL(page.url()).origin,
          'access-control-allow-credentials': 'true',
        };
        await route.fulfill({ status: 200, headers, json: { success: true, phase } });
      });
      await page.goto(`${url}/campaigns/${campaignId}?phase=research`);
      await page.getByText('It went no further.').waitFor();
      if (status === 'BUDGET_HOLD') {
        await button(page, isFrench ? 'Relever le plafond' : 'Raise the cap').waitFor();
        await button(page, isFrench ? 'Ignorer cette phase' : 'Skip this phase').waitFor();
        await isSound(page);
        await button(page, isFrench ? 'Prendre un modèle moins cher' : 'Take a cheaper model').click();
      } else await button(page, 'Try again').click();

      const dialog = page.getByRole('dialog');
      const names = isFrench
        ? [
            'Comme avant Choisi de la même façon que la première fois',
            'offline-studio-1 0,00 $ · Studio hors ligne, sans IA',
            'little de 0,0012 $ à 0,0420 $ · Google Gemini',
            'great de 0,25 $ à 1,50 $ · OpenRouter · déjà sollicité lors de cet essai · peut coûter plus que ce qui reste du plafond',
          ]
        : [
            'As before Chosen in the same way as the first time',
            'offline-studio-1 $0.00 · Offline studio, no AI',
            'little $0.0012 to $0.0420 · Google Gemini',
            'great $0.25 to $1.50 · OpenRouter · asked in this attempt · may cost more than the cap has left',
          ];
      for (const name of names) await dialog.getByRole('radio', { name, exact: true }).waitFor();
      expect(await dialog.getByRole('radio').count()).toBe(names.length);
      await isSound(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await isSound(page);
      await dialog.getByRole('radio', { name: /^little/ }).check();
      await dialog.getByRole('button', { name: isFrench ? 'Réessayer' : 'Try again' }).click();
      await expect.poll(() => asked).toEqual([{ attempt: 1, model: 'little' }]);
      await dialog.waitFor({ state: 'hidden' });
      if (status === 'BUDGET_HOLD') {
        await button(page, isFrench ? 'Relever le plafond' : 'Raise the cap').click();
        await page.getByLabel(isFrench ? 'Plafond en dollars' : 'Cap in US dollars').fill('50');
        await button(page, isFrench ? 'Enregistrer et continuer' : 'Save and go on').click();
        await expect.poll(() => asked.at(1)).toEqual({ attempt: 1 });
        const { aiCapMicroUsd } = await client.call('getCampaign', { params: { campaignId } });
        expect(aiCapMicroUsd).toBe(50_000_000);
      }
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      expect(complaints).toEqual([]);
    },
  );

  it('shows plans on their days, files with their state, and costs down to the call', async () => {
    const { page, complaints } = await visit();
    await register(page, url);
    for (const [path, words] of [
      ['calendar', 'Nothing is planned here'],
      ['assets', 'No pictures or films yet'],
      ['costs', 'Nothing was used in'],
    ] as const) {
      await page.goto(`${url}/${path}`);
      await page.getByText(words).waitFor();
      await isSound(page);
    }
    const client = await clientOf(page);
    const campaignId = await launch(client, 'Looked at from everywhere', 'AUTO');
    await reached(client, campaignId, 'analytics', 'COMPLETED');
    const { posts } = await client.call('listPosts');
    const day = posts[0]?.post.scheduledAt.slice(0, 10) ?? '';

    for (const view of ['month', 'week', 'list']) {
      await page.goto(`${url}/calendar?view=${view}&day=${day}`);
      await page.locator('.day-card').first().waitFor();
      await isSound(page);
    }
    await page.locator('.day-card').first().click();
    await heading(page, 'Looked at from everywhere').waitFor();
    await isSound(page);
    await page.getByRole('link', { name: 'Open the plan' }).click();
    await heading(page, 'Distribution').waitFor();

    await page.goto(`${url}/assets?kind=image`);
    await button(page, 'Variant A').click();
    await button(page, 'Approve').click();
    await page.getByRole('dialog').getByText('Approved').waitFor();
    await isSound(page);
    await page.keyboard.press('Escape');

    await page.goto(`${url}/costs`);
    await button(page, 'Looked at from everywhere').click();
    await page.getByText('Calls behind these figures').waitFor();
    await page.getByRole('link', { name: 'Looked at from everywhere' }).first().waitFor();
    await isSound(page);
    expect(new URL(page.url()).searchParams.get('campaignId')).toBe(campaignId);
    await page.setViewportSize({ width: 390, height: 844 });
    await isSound(page);
    expect(complaints).toEqual([]);
  });

  it('makes and revokes keys, sends webhooks and shows how that went, and finds everything by its name', async () => {
    const { page, complaints } = await visit();
    await register(page, url);
    await page.getByText('No campaign yet').waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('A campaign, a page, something to do').fill('sett');
    await isSound(page);
    await page.keyboard.press('Enter');
    await heading(page, 'Settings').waitFor();
    await page.getByLabel('Name').fill('Claire');
    await button(page, 'Save').click();
    await page.getByText('Saved').waitFor();
    await page.getByLabel('Current password').fill('not my password');
    await page.getByLabel('New password').fill('another long password');
    await button(page, 'Change the password').click();
    await page.getByText('This is not your password').waitFor();
    await isSound(page);
    await page.getByText('Français', { exact: true }).click();
    await heading(page, 'Réglages').waitFor();
    await isSound(page);
    await page.getByText('English', { exact: true }).click();

    await page.getByRole('tab', { name: 'API keys' }).click();
    await button(page, 'New API key').click();
    await button(page, 'Make the key').click();
    await page.getByText('Say what the key is for').waitFor();
    await page.getByLabel('What is it for?').fill('Shop');
    await button(page, 'Make the key').click();
    await page.getByText('It is shown only now').waitFor();
    await isSound(page);
    await button(page, 'I have kept it').click();
    await button(page, 'Revoke').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No API key yet').waitFor();

    await page.getByRole('tab', { name: 'Webhooks' }).click();
    await button(page, 'New webhook').click();
    await page.getByLabel('Address').fill('http://127.0.0.1:9/');
    await button(page, 'Add the webhook').click();
    await button(page, 'I have kept it').click();
    await button(page, 'Send a test').click();
    await page.getByText('webhook:test').waitFor();
    await isSound(page);
    await page.keyboard.press('?');
    await heading(page, 'Keyboard shortcuts').waitFor();
    await isSound(page);
    expect(complaints).toEqual([]);
  });
});

// What a person decides about a phase, and what becomes of their words when others are faster.
import { describe, expect, inject, it } from 'vitest';
import { createApiClient } from '../../shared/client/api-client.ts';
import type { ModelChoice } from '../../shared/contracts/routes/phases-routes.ts';
import { findBrowser, register, signIn } from './browser.ts';
import { button, campaignMinutes, clientOf, heading, isSound, launch, reached, useVisits } from './visitor.ts';

const modelChoice = (
  provider: string,
  id: string,
  [minimum, maximum]: readonly [number, number],
  { asked = false, fitsCap = true }: Partial<Pick<ModelChoice, 'asked' | 'fitsCap'>>,
): ModelChoice => ({ provider, id, costMicroUsd: { minimum, maximum }, asked, fitsCap });

describe.skipIf(!findBrowser())('a decision', () => {
  const visit = useVisits();

  it('says who was faster when somebody else has decided', async () => {
    const { page } = await visit();
    await register(page);
    await page.goto('/campaigns/new?start=sample&step=review');
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

  it('taken in two browsers at once counts once: the other is told who, when and how, and keeps the words', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const [one, other] = [await visit({ permissions }), await visit({ permissions })];
    const email = await register(one.page);
    await signIn(other.page, email);
    const client = await clientOf(one.page);
    const campaignId = await launch(client, { name: 'Decided twice', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    for (const [number, { page }] of [one, other].entries()) {
      await page.goto(`/campaigns/${campaignId}?phase=research`);
      await button(page, 'Request changes').click();
      await page.getByLabel('What shall change?').fill(`Words of browser ${number}`);
    }
    // Neither is let through to the server before both are on their way.
    const { promise: both, resolve: bothAsked } = Promise.withResolvers<void>();
    let asked = 0;
    for (const { page } of [one, other])
      await page.route('**/reject', async (route) => {
        asked += 1;
        if (asked === 2) bothAsked();
        await both;
        await route.continue();
      });
    const answers = [one, other].map(({ page }) =>
      page.waitForResponse((answer) => answer.url().endsWith('/reject') && answer.request().method() === 'POST'),
    );
    await Promise.all([one, other].map(({ page }) => button(page, 'Send back').click()));
    await Promise.all(answers);

    const { approvals } = await client.call('getPhase', { params: { campaignId, phaseId: 'research' } });
    expect(approvals).toHaveLength(1);
    const winner = approvals[0]?.feedback === 'Words of browser 0' ? 0 : 1;
    const [won, lost] = winner === 0 ? [one.page, other.page] : [other.page, one.page];
    await won.getByText('Sending Market research back').first().waitFor({ state: 'detached' });
    await lost.getByText('Somebody was faster').waitFor();
    await lost.getByText(/^You · asked for changes · /).waitFor();
    // The next attempt waits as the one before did: words about the one are not sent to the other.
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await lost.locator('.detail-head').getByText('attempt 2').waitFor();
    await button(lost, 'Copy my words').click();
    await button(lost, 'Copied').waitFor();
    expect(await lost.evaluate(() => navigator.clipboard.readText())).toBe(`Words of browser ${1 - winner}`);
    await isSound(lost);
    await button(lost, 'Request changes').click({ timeout: campaignMinutes });
    expect(await lost.getByLabel('What shall change?').inputValue()).toBe('');
    expect([...one.complaints, ...other.complaints]).toEqual([]);
  });

  it('keeps the words of a dialog when somebody else decides first', async () => {
    const { page } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Taken over', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await page.goto('/approvals');
    await button(page, 'Request changes').click();
    await page.getByLabel('What shall change?').fill('All these words');

    await client.call('approvePhase', { params: { campaignId, phaseId: 'research' }, body: {} });

    await page.getByText('This has been decided meanwhile').waitFor();
    expect(await page.getByLabel('What shall change?').inputValue()).toBe('All these words');
    await button(page, 'Copy my words').waitFor();
    await isSound(page);
  });

  it('on the page of a run is taken back with all that was edited for it, and taken again', async () => {
    const { page, complaints } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Edited and undone', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    const approvals = async () =>
      (await client.call('getPhase', { params: { campaignId, phaseId: 'research' } })).approvals;
    await page.goto(`/campaigns/${campaignId}?phase=research`);
    await button(page, 'Edit').click();
    const title = page.getByLabel('Title').first();
    await title.fill('What only I know');
    await button(page, 'Approve with my changes').click();
    await page.getByText('Approving Market research with your changes').first().waitFor();
    await page.getByText('Your decision is on its way').waitFor();

    await button(page, 'Undo').click();

    await page.getByText('Taken back. What you wrote is kept').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/campaigns/${campaignId}`);
    expect(await approvals()).toEqual([]);
    await button(page, 'Edit').click();
    expect(await title.inputValue()).toBe('What only I know');
    await page.getByText('1 change', { exact: true }).waitFor();
    await button(page, 'Approve with my changes').click();
    await button(page, 'Send now').click();
    await expect.poll(approvals).toMatchObject([{ decision: 'APPROVED', editedPaths: [expect.any(String)] }]);
    expect(complaints).toEqual([]);
  });

  it('lets a person write what an agent could not, field by field', async () => {
    const { page, complaints } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Mended', governanceMode: 'GUIDED' });
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
    await page.goto(`/campaigns/${campaignId}?phase=research`);
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
      await register(page);
      const client = await clientOf(page);
      const isFrench = language === 'fr';
      if (isFrench) {
        await page.goto('/settings');
        await page.getByText('Français', { exact: true }).click();
        await heading(page, 'Réglages').waitFor();
      }
      const campaignId = await launch(client, { name: 'Another model', governanceMode: 'GUIDED' });
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
      await page.goto(`/campaigns/${campaignId}?phase=research`);
      await page.getByText(isFrench ? /^Cette étape a échoué/ : 'It went no further.').waitFor();
      if (isFrench) {
        await page.getByText('Détails, en anglais').click();
        await page.getByText('It went no further.').waitFor();
      }
      if (status === 'BUDGET_HOLD') {
        await button(page, isFrench ? 'Relever le plafond' : 'Raise the cap').waitFor();
        await button(page, isFrench ? 'Ignorer cette phase' : 'Skip this phase').waitFor();
        await isSound(page);
        await button(page, isFrench ? 'Prendre un modèle moins cher' : 'Take a cheaper model').click();
      } else await button(page, 'Try again or change the model').click();

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
});

// Where somebody who has never seen the application hesitated: docs/decisions/2026-11-26-three-tasks-by-hand.md.
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { button, campaignMinutes, clientOf, heading, isSound, launch, reached, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('somebody who is here for the first time', () => {
  const visit = useVisits();

  it('sees first what was not understood, is led to the field that answers it, and back to the launch', async () => {
    const { page, complaints } = await visit();
    await register(page);
    await page.goto('/campaigns/new');
    await button(page, 'Fill in the sample brief').click();
    await page.getByLabel('Name of the campaign').fill('Neighbours');
    await button(page, 'Continue').click();
    await page.getByLabel('Goals, one a line').fill('Something nice for the neighbourhood');
    await page.getByRole('link', { name: 'Brand voice' }).click();
    await page.getByText('English', { exact: true }).click();
    await page.getByRole('link', { name: 'Channels and dates' }).click();
    await page.getByLabel('Media budget').fill('1,800 with the leaflets');
    await button(page, 'Continue').click();
    await page.getByRole('button', { name: /^Write the media budget in figures alone/ }).click();
    await page.getByLabel('Media budget').fill('1,800');
    await button(page, 'Continue').click();

    const question = page.getByText(/does not say; awareness was assumed/);
    await question.waitFor();
    const places = await page.getByRole('heading', { level: 3 }).allTextContents();
    expect(places.indexOf('What was understood')).toBeLessThan(places.indexOf('Estimate'));
    await button(page, 'Answer in “Goals, one a line”').first().click();
    await heading(page, 'Goal and audience').waitFor();
    const goals = page.getByLabel('Goals, one a line');
    await expect.poll(() => goals.evaluate((field) => field === document.activeElement)).toBe(true);
    await question.waitFor();
    await goals.fill('Sell 300 night brioches before 20 December');
    await isSound(page);
    await button(page, 'Back to the launch').click();
    await page.getByText('Buy: 300 night brioches', { exact: false }).waitFor();
    await question.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('sees which campaign stopped and why, and what a higher cap must hold', async () => {
    const { page, complaints } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Stopped short', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    // The offline studio costs nothing: the page is told otherwise.
    const reason = 'The next text call may cost $0.0400. Raise the cap to $0.05 or more and retry.';
    await page.route(`**/campaigns/${campaignId}`, async (route) => {
      const answer = await route.fetch();
      const campaign = await answer.json();
      for (const phase of campaign.phases ?? [])
        if (phase.id === 'research')
          Object.assign(phase, { status: 'BUDGET_HOLD', failure: { name: 'BudgetExceeded', reason } });
      await route.fulfill({ response: answer, json: { ...campaign, aiCapMicroUsd: 10_000 } });
    });
    await page.route('**/campaigns/estimate', async (route) => {
      const answer = await route.fetch();
      const estimate = await answer.json();
      await route.fulfill({
        response: answer,
        json: { ...estimate, costMicroUsd: { minimum: 120_000, maximum: 1_234_567 } },
      });
    });
    await page.goto('/');
    const row = page.getByRole('listitem').filter({ hasText: 'Stopped short' });
    await row.getByText('Your turn').waitFor();
    await row.getByText('At the cap: Market research').waitFor();
    await row.getByRole('link').click();
    await page.locator('.run-title').getByText('Your turn').waitFor();
    await button(page, 'Raise the cap').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(reason).waitFor();
    await dialog.getByText('The whole campaign is estimated at $0.12 to $1.23.').waitFor();
    expect(await dialog.getByLabel('Cap in US dollars').inputValue()).toBe('1.24');
    await isSound(page);
    expect(complaints).toEqual([]);
  });

  it('keeps what was decided before the eyes, with its heading in focus, and finds the costs of it by one choice after the other', async () => {
    const { page, complaints } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Stays put', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await page.goto(`/campaigns/${campaignId}`);
    await button(page, 'Approve').click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent), { timeout: campaignMinutes })
      .toBe('Market research');
    await reached(client, campaignId, 'strategy', 'WAITING_VALIDATION');
    await button(page, 'Review Strategy').waitFor();
    expect(await page.locator('.run-detail h2').textContent()).toBe('Market research');

    await page.goto('/costs');
    await page.getByRole('table').first().getByRole('button', { name: 'Stays put' }).click();
    await expect.poll(() => page.getByRole('radio', { name: 'Agent' }).isChecked()).toBe(true);
    await page.getByRole('table').first().getByRole('button', { name: 'Market analyst' }).waitFor();
    await page.getByRole('button', { name: /^Stays put/ }).waitFor();
    expect(complaints).toEqual([]);
  });
});

// A session that ends while somebody types: they sign in again above the page and go on where they were.
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findBrowser, password, register } from './browser.ts';
import { button, clientOf, isSound, launch, reached, useVisits } from './visitor.ts';

/** Two hours later: the access token has ended, and the cookie that would renew it is gone. */
async function expire(page: Page, context: BrowserContext): Promise<void> {
  const fresh = new Set<string>();
  // The server's own clock stands still: what was signed before is refused here as it would be there.
  await page.route('**/api/v1/**', async (route) => {
    if (route.request().url().endsWith('/auth/login') && route.request().method() === 'POST') {
      // Known here before the page has it: what it sends with it at once counts.
      const response = await route.fetch();
      if (response.ok()) fresh.add(`Bearer ${(await response.json()).token}`);
      return route.fulfill({ response });
    }
    const { authorization, origin = '' } = await route.request().allHeaders();
    if (!authorization || fresh.has(authorization)) return route.continue();
    const headers = { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' };
    return route.fulfill({ status: 401, headers, json: { message: 'Unauthorized' } });
  });
  await context.clearCookies();
  await page.clock.setFixedTime(Date.now() + 2 * 3_600_000);
}

const endedDialog = (page: Page) => page.getByRole('dialog', { name: 'Your session has ended' });

describe.skipIf(!findBrowser())('a session that ends', () => {
  const visit = useVisits();

  it('in the middle of a brief loses nothing of it, and the draft is saved once the person is back', async () => {
    const { page, context, complaints } = await visit();
    const email = await register(page);
    await page.goto('/campaigns/new?start=sample');
    await page.getByText(/^Draft saved/).waitFor();
    const address = page.url();
    await expire(page, context);
    await page.getByLabel('Company or brand').fill('Typed after the end');

    await endedDialog(page).getByText(email).waitFor();
    expect(await page.getByLabel('Company or brand').inputValue()).toBe('Typed after the end');
    await isSound(page);
    await page.keyboard.press('Escape');
    await button(endedDialog(page), 'Sign in').click();
    await page.getByText('Enter your password').waitFor();
    await page.getByLabel('Password').fill('not my password');
    await button(endedDialog(page), 'Sign in').click();
    await endedDialog(page).getByRole('alert').waitFor();
    await isSound(page);
    await page.getByLabel('Password').fill(password);
    await button(endedDialog(page), 'Sign in').click();

    await endedDialog(page).waitFor({ state: 'hidden' });
    const draftId = new URL(address).searchParams.get('draft') ?? '';
    const client = await clientOf(page);
    await expect
      .poll(
        async () => (await client.call('getCampaign', { params: { campaignId: draftId } })).briefData.companyInfo.name,
      )
      .toBe('Typed after the end');
    await page.getByText(/^Draft saved/).waitFor();
    expect(page.url()).toBe(address);
    expect(await page.getByLabel('Company or brand').inputValue()).toBe('Typed after the end');
    expect(complaints).toEqual([]);
  });

  it('in the middle of a decision keeps its words, which count once the person is back', async () => {
    const { page, context, complaints } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Interrupted', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    const approvals = async () =>
      (await client.call('getPhase', { params: { campaignId, phaseId: 'research' } })).approvals;
    await page.goto(`/campaigns/${campaignId}?phase=research`);
    await button(page, 'Request changes').click();
    await page.getByLabel('What shall change?').fill('Name the street');
    await expire(page, context);
    await button(page, 'Send back').click();
    await endedDialog(page).waitFor();
    expect(await approvals()).toEqual([]);

    await page.getByLabel('Password').fill(password);
    await isSound(page);
    await button(endedDialog(page), 'Sign in').click();
    await endedDialog(page).waitFor({ state: 'hidden' });
    // Nothing is pressed again: what was decided is sent by itself.
    await expect.poll(approvals).toMatchObject([{ decision: 'REJECTED', feedback: 'Name the street' }]);
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });

  it('of somebody who is gone leaves nothing of theirs on the page', async () => {
    const { page, context } = await visit();
    await register(page);
    await page.goto('/campaigns/new?start=sample');
    await page.getByText(/^Draft saved/).waitFor();
    await expire(page, context);
    await page.getByLabel('Company or brand').fill('Typed after the end');
    await button(endedDialog(page), 'I am somebody else').click();

    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.getByText('Typed after the end').count()).toBe(0);
    await register(page);
    await page.goto('/campaigns/new');
    expect(await page.getByLabel('Company or brand').inputValue()).toBe('');
  });
});

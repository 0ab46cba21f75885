// What waits for a person, of all campaigns.
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { button, campaignMinutes, clientOf, isSound, launch, reached, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('the inbox', () => {
  const visit = useVisits();

  it('counts what waits, and is gone through with the keyboard alone from one decision to the next', async () => {
    const { page, complaints } = await visit();
    await register(page);
    await page.goto('/approvals');
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    await isSound(page);
    const client = await clientOf(page);
    const first = await launch(client, { name: 'First of two', governanceMode: 'GUIDED' });
    await reached(client, first, 'research', 'WAITING_VALIDATION');
    const second = await launch(client, { name: 'Second of two', governanceMode: 'GUIDED' });
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
    await page.getByText('1 more waits.').waitFor({ state: 'attached' });
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
    await page.goto('/approvals');
    await button(page, /Second of two/).click();
    await button(page, 'All approvals').waitFor();
    await isSound(page);
    expect(complaints).toEqual([]);
  });

  it('takes a decision back before it is sent, puts another aside on every device, and shows what was decided', async () => {
    const { page, complaints } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Taken back', governanceMode: 'GUIDED' });
    const params = { campaignId, phaseId: 'research' };
    const decisions = async () => (await client.call('getPhase', { params })).approvals;
    await page.goto('/approvals');
    // Pushed: the page asks by itself only every two minutes.
    await page.getByRole('link', { name: 'Taken back' }).waitFor({ timeout: campaignMinutes });

    await button(page, 'Request changes').click();
    await page.getByLabel('What shall change?').fill('Name the street');
    await button(page, 'Send back').click();
    await page.getByText('Sending Market research back').first().waitFor();
    await page.keyboard.press('z');
    await page.getByText('Sending Market research back').first().waitFor({ state: 'detached' });
    expect(await decisions()).toEqual([]);
    await button(page, 'Request changes').click();
    expect(await page.getByLabel('What shall change?').inputValue()).toBe('Name the street');
    await page.keyboard.press('Escape');

    await button(page, 'Put aside').click();
    await isSound(page);
    await page.getByRole('menuitem', { name: /^Until tomorrow/ }).click();
    await page.getByRole('heading', { name: 'Nothing waits for you' }).waitFor();
    await expect.poll(async () => (await client.call('listApprovals')).approvals[0]?.snoozedUntil).toBeTruthy();
    expect(await page.title()).toBe('Approvals · AstroMedia');
    await page.getByRole('tab', { name: /^Later/ }).click();
    await button(page, /^Market research/).click();
    await isSound(page);
    await button(page, /^Take it up again/).click();
    await page.getByRole('link', { name: 'Taken back' }).waitFor();

    await button(page, /^Approve$/).click();
    await button(page, 'Send now').click();
    await expect.poll(decisions).toMatchObject([{ decision: 'APPROVED' }]);
    await page.getByRole('tab', { name: 'Decided' }).click();
    await page.getByText('You · approved it').click();
    await page.getByText('You approved attempt 1').waitFor();
    await isSound(page);
    expect(complaints).toEqual([]);
  });

  it('sends what is held when the page is left, and what a page that died has left behind', async () => {
    const { page } = await visit();
    await register(page);
    const client = await clientOf(page);
    const params = {
      campaignId: await launch(client, { name: 'Left', governanceMode: 'GUIDED' }),
      phaseId: 'research',
    };
    await reached(client, params.campaignId, 'research', 'WAITING_VALIDATION');
    await page.goto('/approvals');
    await button(page, /^Approve$/).click();
    await button(page, 'Undo').waitFor();
    await page.goto('about:blank');
    await expect
      .poll(async () => (await client.call('getPhase', { params })).approvals)
      .toMatchObject([{ decision: 'APPROVED', attempt: 1 }]);

    const died = { campaignId: await launch(client, { name: 'Died', governanceMode: 'GUIDED' }), phaseId: 'research' };
    await reached(client, died.campaignId, 'research', 'WAITING_VALIDATION');
    const profile = await client.call('getProfile');
    await page.goto('/');
    await page.evaluate((held) => localStorage.setItem('astromedia.held', JSON.stringify([held])), {
      ...died,
      userId: profile.id,
      attempt: 1,
      phaseName: { en: 'Market research', fr: 'Étude de marché' },
      answer: { kind: 'reject', feedback: 'Name the street' },
      sendAt: Date.now() - 60_000,
    });
    await page.reload();
    await expect
      .poll(async () => (await client.call('getPhase', { params: died })).approvals)
      .toMatchObject([{ decision: 'REJECTED', feedback: 'Name the street' }]);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('astromedia.held'))).toBeNull();
  });
});

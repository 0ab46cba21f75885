// What waits for a person, of all campaigns.
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { button, clientOf, isSound, launch, reached, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('the inbox', () => {
  const visit = useVisits();

  it('counts what waits, and is gone through with the keyboard alone from one decision to the next', async () => {
    const { page, complaints } = await visit();
    await register(page);
    await page.goto('/approvals');
    await page.getByText('Nothing waits for you').waitFor();
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
    await page.goto('/approvals');
    await button(page, /Second of two/).click();
    await button(page, 'All approvals').waitFor();
    await isSound(page);
    expect(complaints).toEqual([]);
  });
});

// A brief that comes as a mail: pasted, looked through, taken over, completed and launched.
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { button, clientOf, isSound, useVisits } from './visitor.ts';

const mail = `Launch of the night brioche

Hi team,
We're Maison Lumen and we bake in Bristol. We want 1,200 pre-orders of the night brioche at £12 before 20 December 2026 on maisonlumen.example.
We target food lovers who share what they find.
Spend around £1,800 on Instagram and Facebook ads.
It runs from 1 to 24 December 2026.
Thanks,
Claire`;

describe.skipIf(!findBrowser())('a pasted brief', () => {
  const visit = useVisits();

  it('fills the fields that somebody takes over, leaves what was typed, and becomes a campaign', async () => {
    const { page, complaints } = await visit();
    await register(page);
    await page.goto('/campaigns/new');
    await page.getByLabel('Company or brand').fill('Lumen & Sons');
    await button(page, 'Paste a brief').click();
    const dialog = page.getByRole('dialog', { name: 'Paste a brief' });
    await dialog.getByLabel('The brief as you have it').fill(mail);
    const tick = (field: RegExp) => dialog.getByRole('checkbox', { name: field });
    await tick(/^Company or brand/).waitFor();
    expect(await tick(/^Company or brand/).isChecked()).toBe(false);
    await dialog.getByText('You have written “Lumen & Sons”').waitFor();
    await dialog.getByText('from “Spend around £1,800 on Instagram and Facebook ads.”').first().waitFor();
    expect(await dialog.getByRole('listitem').last().textContent()).toBe('Claire');
    await isSound(page);
    await tick(/^Name of the campaign/).uncheck();
    await button(dialog, 'Take over 6 fields').click();
    await dialog.waitFor({ state: 'detached' });

    expect(await page.getByLabel('Name of the campaign').inputValue()).toBe('');
    expect(await page.getByLabel('Company or brand').inputValue()).toBe('Lumen & Sons');
    expect(await page.getByLabel('Website').inputValue()).toBe('https://maisonlumen.example');
    await page.getByLabel('Name of the campaign').fill('Night brioche');
    await page.getByLabel('Sector').fill('Artisan bakery');
    await page.getByRole('link', { name: /^Brand voice/ }).click();
    await page.getByLabel('Tone of voice').fill('warm');
    await page.getByRole('link', { name: /^Control and launch/ }).click();
    await page.getByText('What was understood').waitFor();
    await button(page, 'Launch').click();
    await page.waitForURL(/cmp_/);

    const client = await clientOf(page);
    const campaignId = /cmp_\w+/.exec(page.url())?.[0] ?? '';
    const { briefData, language } = await client.call('getCampaign', { params: { campaignId } });
    expect(language).toBe('en');
    expect(briefData.campaignGoals).toMatchObject({
      budget: { amount: 1800, currency: 'GBP' },
      duration: 'from 1 to 24 December 2026',
      targetAudience: 'food lovers who share what they find',
    });
    expect(briefData.campaignGoals.objectives).toContain(
      'We want 1,200 pre-orders of the night brioche at £12 before 20 December 2026 on maisonlumen.example.',
    );
    expect(briefData.brandIdentity.priorityChannels).toEqual(['instagram', 'facebook']);
    expect(complaints).toEqual([]);
  });
});

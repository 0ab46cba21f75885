// The person's own settings: keys, webhooks, language.
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { button, heading, isSound, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('the settings', () => {
  const visit = useVisits();

  it('makes and revokes keys, sends webhooks and shows how that went, and finds everything by its name', async () => {
    const { page, complaints } = await visit();
    await register(page);
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

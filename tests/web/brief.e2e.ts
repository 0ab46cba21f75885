// The brief while it is written.
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('the brief', () => {
  const visit = useVisits();

  it('loses nothing that was typed: not to a reload, not to a server that fails, and not to the next brief', async () => {
    const { page } = await visit();
    await register(page);
    await page.goto('/campaigns/new');
    await page.getByLabel('Name of the campaign').fill('Half a brief');
    await page.reload();
    expect(await page.getByLabel('Name of the campaign').inputValue()).toBe('Half a brief');

    await page.goto('/campaigns/new?start=sample');
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
});

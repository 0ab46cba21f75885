// Lists with more in them than anybody can see at once.
import { describe, expect, it } from 'vitest';
import { briefOf } from '../support/campaign-driver.ts';
import { findBrowser, register } from './browser.ts';
import { clientOf, isSound, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('long lists', () => {
  const visit = useVisits();

  it('draws the campaigns near the window, reads on before the end is reached, and is gone through with the keyboard', async () => {
    const { page, complaints } = await visit();
    await register(page);
    const client = await clientOf(page);
    const count = 120; // more than two pages
    for (let place = 0; place < count; place += 20)
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          client.call('createCampaign', { body: { ...briefOf({ name: `Plan ${place + index}` }), launch: false } }),
        ),
      );
    await page.goto('/');
    const rows = page.getByRole('list', { name: 'Campaigns' }).getByRole('listitem');
    await rows.first().waitFor();
    await expect.poll(() => rows.count()).toBeLessThan(45);
    await isSound(page);

    await expect
      .poll(async () => {
        await page.mouse.wheel(0, 4000);
        return rows.last().getAttribute('aria-posinset');
      })
      .toBe(String(count));
    expect(await rows.last().getAttribute('aria-setsize')).toBe(String(count));
    expect(await rows.count()).toBeLessThan(45);
    // The link that has the focus stays, though the list is scrolled away from it.
    const link = rows.last().getByRole('link');
    const name = await link.textContent();
    await link.focus();
    await page.mouse.wheel(0, -20_000);
    await expect.poll(() => rows.first().getAttribute('aria-posinset')).toBe('1');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name);
    expect(complaints).toEqual([]);
  });
});

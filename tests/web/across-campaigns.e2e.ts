// The pages across campaigns: what is planned, what was made, what it cost.
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { button, clientOf, heading, isSound, launch, localInput, reached, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('across campaigns, the application', () => {
  const visit = useVisits();

  it('shows plans on their days, files with their state, and costs down to the call', async () => {
    const { page, complaints } = await visit();
    await register(page);
    for (const [path, words] of [
      ['calendar', 'Nothing is planned here'],
      ['assets', 'No pictures or films yet'],
      ['costs', 'Nothing was used in'],
    ] as const) {
      await page.goto(`/${path}`);
      await page.getByText(words).waitFor();
      await isSound(page);
    }
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Looked at from everywhere', governanceMode: 'AUTO' });
    await reached(client, campaignId, 'analytics', 'COMPLETED');
    const { posts } = await client.call('listPosts');
    const day = posts[0]?.post.scheduledAt.slice(0, 10) ?? '';

    for (const view of ['month', 'week', 'list']) {
      await page.goto(`/calendar?view=${view}&day=${day}`);
      await page.locator('.day-card').first().waitFor();
      await isSound(page);
    }
    await page.locator('.day-card').first().click();
    await heading(page, 'Looked at from everywhere').waitFor();
    await isSound(page);
    await page.getByRole('link', { name: 'Open the plan' }).click();
    await heading(page, 'Distribution').waitFor();
    // Seven columns hold no word of a post there.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/calendar?view=week&day=${day}`);
    await page.locator('.days[data-view=list] .day-card-text').first().waitFor();
    await isSound(page);
    await page.setViewportSize({ width: 1440, height: 900 });

    const [{ post: first }] = posts as [(typeof posts)[number]];
    const timeOf = async () =>
      (await client.call('listPosts')).posts.find(({ post }) => post.id === first.id)?.post.scheduledAt;
    const dayAfter = new Date(Date.parse(first.scheduledAt) + 24 * 60 * 60 * 1000).toISOString();
    await page.goto(`/calendar?view=list&day=${day}&post=${campaignId}/${first.id}`);
    await page.getByLabel('Goes out').fill(await page.evaluate(localInput, dayAfter));
    await isSound(page);
    await button(page, 'Move it').click();
    await page.getByText(/post moved to/).waitFor();
    await expect.poll(timeOf).toBe(dayAfter);
    await isSound(page);
    await button(page, 'Put it back').click();
    await expect.poll(timeOf).toBe(first.scheduledAt);
    await page.goto(`/campaigns/${campaignId}?phase=distribution&tab=history`);
    await page
      .getByText(/^You moved a post/)
      .first()
      .waitFor();

    await page.goto('/assets?kind=image');
    await button(page, 'Variant A').click();
    await button(page, 'Approve').click();
    await page.getByRole('dialog').getByText('Approved').waitFor();
    await isSound(page);
    await page.keyboard.press('Escape');

    await page.goto('/costs');
    await button(page, 'Looked at from everywhere').click();
    await page.getByText('Calls behind these figures').waitFor();
    await page.getByRole('link', { name: 'Looked at from everywhere' }).first().waitFor();
    await isSound(page);
    expect(new URL(page.url()).searchParams.get('campaignId')).toBe(campaignId);
    await page.setViewportSize({ width: 390, height: 844 });
    await isSound(page);
    expect(complaints).toEqual([]);
  });
});

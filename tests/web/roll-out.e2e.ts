// A tab that stays open while another version is rolled out, and a part of a page that breaks: what can go on goes on.
import { readdir, readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { button, clientOf, heading, isSound, launch, reached, useVisits } from './visitor.ts';

/** The next request for the file is answered as a bucket does that has it no more. */
const isGone = (page: Page, file: string) =>
  page.route(`**/assets/${file}-*.js`, (route) => route.fulfill({ status: 404, body: 'There is nothing here.' }), {
    times: 1,
  });

describe.skipIf(!findBrowser())('an open tab', () => {
  const visit = useVisits();

  it('loads itself anew where a page that it goes to is gone since a roll-out', async () => {
    const { page } = await visit();
    await register(page);
    await isGone(page, 'costs-route');
    await page.getByRole('link', { name: 'Costs' }).click();
    await heading(page, 'Costs').waitFor();
    expect(new URL(page.url()).pathname).toBe('/costs');
  });

  it('offers to load the page again where a dialog is gone, and keeps the rest of the page', async () => {
    const { page } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Rolled out', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await page.goto(`/campaigns/${campaignId}?phase=research`);
    await isGone(page, 'feedback-dialog');
    await button(page, 'Request changes').click();
    await page.getByText('This part could not be loaded').waitFor();
    await heading(page, 'Rolled out').waitFor();
    await isSound(page);

    await button(page, 'Load the page again').click();
    await button(page, 'Request changes').click();
    await page.getByLabel('What shall change?').fill('It is there again');
  });

  it('still gets the files of the build that it was opened with', async () => {
    const builds = (await readdir('web/dist')).filter((name) => !name.includes('.'));
    const { url } = inject('site');
    for (const build of builds.slice(0, 3)) {
      const manifest = JSON.parse(await readFile(`web/dist/${build}/.vite/manifest.json`, 'utf8'));
      const answer = await fetch(`${url}/${manifest['app/routes/campaign-route.tsx'].file}`);
      expect(answer.status).toBe(200);
    }
  });

  it('keeps a part that breaks from breaking the page around it', async () => {
    const { page } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'With a broken part', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    const broken = 'const broken = () => { throw new Error("a fault in this part"); }; export { broken as default };';
    for (const part of ['phase-graph', 'phase-timeline', 'event-log'])
      await page.route(`**/assets/${part}-*.js`, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: broken }),
      );
    for (const view of ['Graph', 'Timeline', 'Log']) {
      await page.goto(`/campaigns/${campaignId}?phase=research&view=${view.toLowerCase()}`);
      await page.getByText('This part could not be shown').waitFor();
      await isSound(page);
      await page.getByText('a fault in this part').waitFor();
      await page.getByRole('tab', { name: 'History' }).click();
      await button(page, 'Approve').waitFor();
      await heading(page, 'With a broken part').waitFor();
    }
  });
});

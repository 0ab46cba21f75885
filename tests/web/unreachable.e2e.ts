// The server dies, the network goes, or it is slow: the page says so, keeps what was typed and goes on by itself.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Platform, startPlatform } from '../../cli/platform-process.ts';
import { readLock } from '../../local/state/directory-lock.ts';
import { findBrowser, register } from './browser.ts';
import { button, campaignMinutes, clientOf, heading, isSound, launch, reached, useVisits } from './visitor.ts';

const silent = /The server does not answer/;
const offline = /No connection/;

/** A platform that can be killed, and comes back at the same addresses. */
async function mortalSite() {
  const directory = await mkdtemp(join(tmpdir(), 'astromedia-mortal-'));
  const [port, pagePort] = [await getPort(), await getPort()];
  let platform: Platform;
  const start = async () => {
    platform = await startPlatform({ directory, port, pagePort, models: 'offline' });
    return platform;
  };
  const { uiUrl = '', apiUrl } = await start();
  await fetch(uiUrl); // builds the application
  onTestFinished(async () => {
    await platform.stop();
    await rm(directory, { recursive: true, force: true });
  });
  return {
    uiUrl,
    apiUrl,
    start,
    kill: async () => {
      const lock = await readLock(directory);
      process.kill(lock?.pid ?? Number.NaN, 'SIGKILL');
      await platform.ended;
    },
  };
}

/** A network of a train in the mountains. */
async function slow(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 1_500,
    downloadThroughput: 60_000,
    uploadThroughput: 30_000,
  });
}

describe.skipIf(!findBrowser())('a server that cannot be reached', () => {
  const visit = useVisits();

  it('killed in the middle of a run and started again, is waited for: the run ends, and what was typed is saved', async () => {
    const site = await mortalSite();
    const { page, context } = await visit({ baseURL: site.uiUrl });
    await register(page);
    const client = await clientOf(page, site.apiUrl);
    const campaignId = await launch(client, { name: 'Outlives the server', governanceMode: 'SEMI_AUTO' });
    await page.goto(`/campaigns/${campaignId}`);
    await button(page, 'Review Strategy').click({ timeout: campaignMinutes });
    const brief = await context.newPage();
    await brief.goto('/campaigns/new?start=sample');
    await brief.getByText(/^Draft saved/).waitFor();
    await button(page, 'Request changes').click();
    await page.getByLabel('What shall change?').fill('Typed while the server was dead');
    await site.kill();

    await brief.getByLabel('Company or brand').fill('Typed while the server was dead');
    await brief.getByText('it is kept in this browser').waitFor();
    await brief.getByText(silent).waitFor();
    await isSound(brief);
    await button(page, 'Send back').click();
    const onTheWay = page.getByRole('region', { name: 'Decisions on their way' });
    await onTheWay.getByText('The server cannot be reached').waitFor();
    await page.getByText(silent).waitFor();
    await isSound(page);
    await site.start();

    await brief.getByText(silent).waitFor({ state: 'hidden' });
    await brief.getByText(/^Draft saved/).waitFor();
    const draft = new URL(brief.url()).searchParams.get('draft') ?? '';
    const saved = await client.call('getCampaign', { params: { campaignId: draft } });
    expect(saved.briefData.companyInfo.name).toBe('Typed while the server was dead');
    await page.getByText(silent).waitFor({ state: 'hidden' });
    // What was decided meanwhile is sent by itself.
    const approvals = async () =>
      (await client.call('getPhase', { params: { campaignId, phaseId: 'strategy' } })).approvals;
    await expect.poll(approvals).toMatchObject([{ decision: 'REJECTED', feedback: 'Typed while the server was dead' }]);
    await page.locator('.detail-head').getByText('attempt 2').waitFor();
    await button(page, /^Approve$/).click();
    await page.locator('.phase-row', { hasText: 'Copy' }).getByText('Done').waitFor({ timeout: campaignMinutes });
  });

  it('says so where the application begins without it, and begins by itself once it answers', async () => {
    const { page } = await visit();
    await page.route('**/settings.json', (route) => route.abort());
    await page.goto('/sign-in');
    await page.getByText('The server cannot be reached').waitFor();
    await isSound(page);
    await page.unroute('**/settings.json');
    await heading(page, 'Sign in').waitFor();
  });

  it('is said on a page that was never read, which comes by itself once it answers', async () => {
    const { page } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Read at last', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await page.goto('/');
    await page.getByRole('link', { name: 'Read at last' }).waitFor();
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.getByRole('link', { name: 'Read at last' }).click();
    await page.getByText(silent).waitFor();
    await page.getByText('The server cannot be reached').first().waitFor();
    await isSound(page);
    await page.unroute('**/api/v1/**');
    await button(page, 'Review Market research').waitFor();
    await page.getByText('cannot be reached').first().waitFor({ state: 'hidden' });
    for (const [name, words] of [
      ['Calendar', 'Nothing is planned here'],
      ['Assets', 'No pictures or films yet'],
      ['Costs', 'Calls behind these figures'],
      ['Approvals', 'Read at last'],
      ['Campaigns', 'Read at last'],
    ] as const) {
      await page.route('**/api/v1/**', (route) => route.abort());
      await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
      await page.getByText(silent).waitFor();
      await isSound(page);
      await page.unroute('**/api/v1/**');
      await page.getByText(silent).waitFor({ state: 'hidden' });
      await page.getByText(words).filter({ visible: true }).first().waitFor();
      await page.getByText('cannot be reached').first().waitFor({ state: 'hidden' });
    }
  });

  it('for want of a network is said on every page, and nothing is lost until it is back', async () => {
    const { page, context } = await visit();
    await register(page);
    await page.getByText('No campaign yet').waitFor();
    await context.setOffline(true);
    await page.getByText(offline).waitFor();
    await isSound(page);
    await context.setOffline(false);
    await page.getByText(offline).waitFor({ state: 'hidden' });

    await page.goto('/campaigns/new?start=sample');
    await page.getByText(/^Draft saved/).waitFor();
    await context.setOffline(true);
    await page.getByLabel('Company or brand').fill('Typed in a tunnel');
    await page.getByText('it is kept in this browser').waitFor();
    await isSound(page);
    await context.setOffline(false);
    await page.getByText(/^Draft saved/).waitFor();
    const client = await clientOf(page);
    const draft = new URL(page.url()).searchParams.get('draft') ?? '';
    const { briefData } = await client.call('getCampaign', { params: { campaignId: draft } });
    expect(briefData.companyInfo.name).toBe('Typed in a tunnel');

    const campaignId = await launch(client, { name: 'In a tunnel', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await page.goto(`/campaigns/${campaignId}?phase=research`);
    await button(page, /^Approve$/).waitFor();
    await context.setOffline(true);
    await page.getByText(offline).waitFor();
    await button(page, /^Approve$/).click();
    await isSound(page);
    await context.setOffline(false);
    await expect
      .poll(async () => (await client.call('getPhase', { params: { campaignId, phaseId: 'research' } })).approvals)
      .toMatchObject([{ decision: 'APPROVED' }]);
    await page.locator('.phase-row', { hasText: 'Market research' }).getByText('Done').waitFor();
  });

  it('but only slowly, shows where things will be and says that they are still on their way', async () => {
    const { page, context } = await visit();
    await register(page);
    await slow(context, page);
    await page.goto('/', { timeout: 60_000 });
    await page.getByText('No campaign yet').waitFor({ timeout: 60_000 });
    await page.goto('/campaigns/new?start=sample', { timeout: 60_000 });
    await page.getByText(/^Draft saved/).waitFor({ timeout: 60_000 });
    let isHeld = true;
    await page.route('**/api/v1/campaigns?**', async (route) => {
      await expect.poll(() => isHeld, { timeout: 60_000 }).toBe(false);
      await route.continue();
    });
    await page.getByRole('link', { name: 'Campaigns', exact: true }).click();
    await page.getByText('This takes longer than usual').waitFor({ timeout: 60_000 });
    await isSound(page);
    isHeld = false;
    await page.getByRole('link', { name: 'Northbeam spring launch' }).waitFor({ timeout: 60_000 });
  });
});

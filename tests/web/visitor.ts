// A person in front of a window of their own, and the same person as a program.
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished, vi } from 'vitest';
import { type ApiClient, createApiClient } from '../../shared/client/api-client.ts';
import type { BriefInput } from '../../shared/contracts/brief.ts';
import type { PhaseStatus } from '../../shared/contracts/phase.ts';
import { briefOf } from '../support/campaign-driver.ts';
import { barriersOn, complaintsOf, openBrowser, overflowOf } from './browser.ts';

/** How long a campaign may take on a slow machine: it draws pictures and encodes films. */
export const campaignMinutes = 3 * 60_000;

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page has complained about so far. */
  readonly complaints: readonly string[];
}

/** For a suite: opens windows in one browser, each with cookies of its own. Addresses are paths on the site unless a test names another. */
export function useVisits(): (options?: BrowserContextOptions) => Promise<Visit> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  return async (options = {}) => {
    const context = await browser.newContext({
      baseURL: inject('site').url,
      locale: 'en-GB',
      viewport: { width: 1440, height: 900 },
      ...options,
    });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    return { page, context, complaints: complaintsOf(page) };
  };
}

/** The page as a whole: nobody is shut out, nothing is cut off. */
export async function isSound(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
  expect(await overflowOf(page)).toBe(0);
}

export const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole('button', { name });
export const heading = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('heading', { name });

/** The same person as a program, of the platform that the page talks to. */
export async function clientOf(page: Page, apiUrl = inject('site').apiUrl): Promise<ApiClient> {
  const token = await page.evaluate(
    async (address) => {
      const answer = await fetch(`${address}/api/v1/auth/refresh`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      return (await answer.json()).token as string;
    },
    apiUrl.replace('127.0.0.1', 'localhost'),
  );
  return createApiClient({ baseUrl: apiUrl, token: () => token });
}

/** Launches a campaign and yields its id. */
export const launch = async (client: ApiClient, changes: Partial<BriefInput>): Promise<string> =>
  (await client.call('createCampaign', { body: briefOf(changes) })).id;

/** Waits until a phase has the status. Where it has had it before, wait for what tells the two apart. */
export const reached = (client: ApiClient, campaignId: string, phaseId: string, status: PhaseStatus): Promise<void> =>
  vi.waitFor(
    async () => {
      const { phases } = await client.call('getCampaign', { params: { campaignId } });
      expect(phases.find(({ id }) => id === phaseId)?.status).toBe(status);
    },
    { timeout: campaignMinutes, interval: 500 },
  );

/** Runs in the page: an instant on its clock, as its field for day and time takes it. */
export function localInput(instant: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

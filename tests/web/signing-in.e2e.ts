// Who is not signed in, and who only looks around.
import { describe, expect, inject, it } from 'vitest';
import { createApiClient } from '../../shared/client/api-client.ts';
import { findBrowser } from './browser.ts';
import { button, isSound, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('signing in', () => {
  const visit = useVisits();

  it('sends who is not signed in to the sign-in, and back to where they were going', async () => {
    const { page } = await visit();
    await page.goto('/campaigns/new?step=goal');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByRole('link', { name: 'Create account' }).click();
    await page.getByLabel('E-mail').fill(`${crypto.randomUUID()}@example.com`);
    await page.getByLabel('Password').fill('short');
    await button(page, 'Create account').click();
    await page.getByText('Take at least 8 characters').waitFor();
    await isSound(page);
    await page.getByLabel('Password').fill('a long enough password');
    await button(page, 'Create account').click();
    await page.getByRole('heading', { level: 2, name: 'Goal and audience' }).waitFor();
    await page.goto('/nowhere');
    await page.getByText('There is nothing at this address').waitFor();
    await isSound(page);
    await page.goto('/campaigns/cmp_01JDZZZZZZZZZZZZZZZZZZZZZZ');
    await page.getByText('There is nothing at this address').waitFor();
    expect(await button(page, 'Try again').count()).toBe(0);
  });

  it('lets somebody look around with the demo account where the platform has one', async () => {
    const { page, complaints } = await visit();
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await button(page, 'Look around with it').count()).toBe(0);
    const demo = { email: `${crypto.randomUUID()}@example.com`, password: 'demo-0123456789' };
    await createApiClient({ baseUrl: inject('site').apiUrl }).call('register', { body: demo });
    await page.route('**/settings.json', async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, json: { ...(await answer.json()), demo } });
    });
    await page.reload();
    await button(page, 'Look around with it').waitFor();
    await isSound(page);

    await button(page, 'Look around with it').click();

    await page.waitForURL('/');
    expect(complaints).toEqual([]);
  });
});

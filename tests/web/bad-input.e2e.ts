// What a person enters that is not right, what a server refuses, and what waits while nobody looks.
import { describe, expect, it } from 'vitest';
import { findBrowser, password, register } from './browser.ts';
import { button, clientOf, heading, isSound, launch, reached, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('bad input', () => {
  const visit = useVisits();

  it('of a brief is said beside its field, and in a summary that takes the focus and leads to the field', async () => {
    const { page } = await visit();
    await register(page);
    await page.goto('/campaigns/new');
    await page.getByLabel('Website').fill('not an address');
    await button(page, 'Continue').click();

    const summary = page.getByRole('alert');
    await summary.getByText('4 things to put right').waitFor();
    await expect.poll(() => summary.evaluate((element) => element.parentElement === document.activeElement)).toBe(true);
    const website = page.getByLabel('Website');
    const described = await website.evaluate((element) =>
      (element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
    );
    expect(described).toContain('Enter a full address, such as https://example.com');
    expect(await website.getAttribute('aria-invalid')).toBe('true');
    expect(await website.inputValue()).toBe('not an address');
    await isSound(page);
    await button(summary, 'Enter a full address, such as https://example.com').click();
    await expect.poll(() => website.evaluate((element) => element === document.activeElement)).toBe(true);

    // From the last step, too, the way leads to the step that the field is on.
    await page.goto('/campaigns/new?start=sample&step=review');
    await page.getByText(/^Draft saved/).waitFor();
    await page.getByRole('link', { name: /^Goal and audience/ }).click();
    await page.getByLabel('Who is it for?').fill('');
    await page.getByRole('link', { name: /^Control and launch/ }).click();
    await button(page, 'Launch').click();
    await button(page.getByRole('alert'), 'Say who it is for, in up to 400 characters').click();
    await heading(page, 'Goal and audience').waitFor();
    await expect
      .poll(() => page.getByLabel('Who is it for?').evaluate((element) => element === document.activeElement))
      .toBe(true);
  });

  it('that only the server knows to be wrong is said in a sentence with the number of the request, and nothing typed is lost', async () => {
    const { page } = await visit();
    const email = await register(page);
    await page.context().clearCookies();
    await page.goto('/register');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    const answer = page.waitForResponse((response) => response.url().endsWith('/auth/register'));
    await button(page, 'Create account').click();

    const { requestId, title } = await (await answer).json();
    const alert = page.getByRole('alert');
    await alert.getByText(title).waitFor();
    await alert.getByText(`Request ${requestId}`).waitFor();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(email);
    expect(await page.getByLabel('Password').inputValue()).toBe(password);
    await isSound(page);
  });
});

describe.skipIf(!findBrowser())('a notice of the browser', () => {
  const visit = useVisits();

  it('comes to who asked for it, when something begins to wait while the page is out of sight, and leads there', async () => {
    const { page, context, complaints } = await visit();
    await context.addInitScript(() => {
      const shown: { title: string; body: string | undefined; open: () => void }[] = [];
      class Recorded extends Notification {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          shown.push({ title, body: options?.body, open: () => this.onclick?.(new Event('click')) });
        }
      }
      let isHidden = false;
      Object.defineProperty(document, 'visibilityState', { get: () => (isHidden ? 'hidden' : 'visible') });
      Object.assign(globalThis, {
        Notification: Recorded,
        notices: {
          shown,
          hide: (hidden: boolean) => {
            isHidden = hidden;
          },
        },
      });
    });
    await register(page);
    const client = await clientOf(page);
    const begin = async (name: string) => {
      const campaignId = await launch(client, { name, governanceMode: 'GUIDED' });
      await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
      return campaignId;
    };
    const shown = () =>
      page.evaluate(() => (globalThis as never as Recording).notices.shown.map(({ title, body }) => [title, body]));
    const hide = (hidden: boolean) =>
      page.evaluate((isHidden) => void (globalThis as never as Recording).notices.hide(isHidden), hidden);

    await page.goto('/settings');
    await page.getByText('Tell me when something waits').click();
    await page.getByText('The browser does not let this site show notices').waitFor();
    await isSound(page);
    await context.grantPermissions(['notifications']);
    await page.getByText('Tell me when something waits').click();
    await page.getByText('The browser does not let this site show notices').waitFor({ state: 'hidden' });
    expect(await page.getByRole('checkbox', { name: /^Tell me when something waits/ }).isChecked()).toBe(true);

    await begin('Seen as it comes');
    await page.getByRole('link', { name: /Approvals.*1.*waits/ }).waitFor();
    expect(await shown()).toEqual([]);
    await hide(true);
    const unseen = await begin('Out of sight');
    await expect.poll(shown).toEqual([['Market research waits for you', 'Out of sight']]);
    await hide(false);
    await page.evaluate(() => (globalThis as never as Recording).notices.shown[0]?.open());
    await page.waitForURL(`**/approvals?*campaign=${unseen}*`);
    await heading(page, 'Market research').waitFor();
    expect(complaints).toEqual([]);
  });
});

interface Recording {
  readonly notices: {
    readonly shown: readonly { readonly title: string; readonly body: string | undefined; readonly open: () => void }[];
    readonly hide: (hidden: boolean) => void;
  };
}

// Whoever has no pointer, and whoever hears the page: a guided campaign is decided by keys alone, and every part has its role and its name.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { button, clientOf, heading, isSound, launch, reached, useVisits } from './visitor.ts';

/** Goes on with Tab until the control has the focus: to see where it is, it must show it. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) {
      const ring = await control.evaluate((element) => getComputedStyle(element).outlineStyle);
      return expect([String(control), ring]).toEqual([String(control), 'solid']);
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never comes to ${control}`);
}

describe.skipIf(!findBrowser())('without a pointer', () => {
  const visit = useVisits();

  it('the inbox is opened, an output edited and approved, and a decision taken back and taken again', async () => {
    const { page, complaints } = await visit();
    await register(page);
    const client = await clientOf(page);
    for (const name of ['First of two', 'Second of two'])
      await reached(client, await launch(client, { name, governanceMode: 'GUIDED' }), 'research', 'WAITING_VALIDATION');
    const { approvals: waiting } = await client.call('listApprovals');
    const [first = '', second = ''] = waiting.map(({ campaign }) => campaign.id);
    const decisions = async (campaignId: string) =>
      (await client.call('getPhase', { params: { campaignId, phaseId: 'research' } })).approvals;
    await page.reload();
    await page.getByRole('link', { name: /Approvals.*2.*wait/ }).waitFor();
    const pointed = await page.evaluateHandle(() => {
      const events: string[] = [];
      for (const type of ['pointerdown', 'mousedown', 'touchstart'])
        addEventListener(type, () => events.push(type), { capture: true });
      return events;
    });

    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    // Where the focus is on a link, Enter is the link's.
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await heading(page, 'Approvals').first().waitFor();
    await page.getByRole('region', { name: 'Decision' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/approvals?*campaign=${first}*`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Market research');

    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Edit Market research' });
    await dialog.waitFor();
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await tabTo(page, dialog.getByLabel('Title').first());
    await page.keyboard.press('End');
    await page.keyboard.type(' Seen by me.');
    await dialog.getByText('1 change', { exact: true }).waitFor();
    await tabTo(page, button(dialog, 'Approve with my changes'));
    await page.keyboard.press('Enter');
    await expect
      .poll(() => decisions(first))
      .toMatchObject([{ decision: 'APPROVED', editedPaths: [expect.any(String)] }]);
    await dialog.waitFor({ state: 'hidden' });
    // On to what waits next, with the focus where it is read.
    await page.waitForURL(`**/approvals?*campaign=${second}*`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Market research');

    await page.keyboard.press('a');
    await page.getByText('Approving Market research').first().waitFor();
    await page.keyboard.press('z');
    await page.getByText('Approving Market research').first().waitFor({ state: 'detached' });
    expect(await decisions(second)).toEqual([]);
    await tabTo(page, button(page.getByRole('region', { name: 'Decision' }), 'Approve'));
    await page.keyboard.press('Enter');
    // Nothing more is pressed: it is sent by itself.
    await page.getByText('Approving Market research').first().waitFor();
    await expect.poll(() => decisions(second)).toMatchObject([{ decision: 'APPROVED', attempt: 1 }]);
    expect(await pointed.jsonValue()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('who decides in a dialog of the run stays with the phase, with the focus on its name', async () => {
    const { page, complaints } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Edited here', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await page.goto(`/campaigns/${campaignId}?phase=research`);
    const edit = button(page.getByRole('region', { name: 'Decision' }), 'Edit');
    await tabTo(page, edit);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Edit Market research' });
    await tabTo(page, dialog.getByLabel('Title').first());
    await page.keyboard.type('Mine: ');
    await tabTo(page, button(dialog, 'Approve with my changes'));
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await edit.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Market research');
    // A press later it is still there: nothing takes it away after the dialog has gone.
    await page.keyboard.press('Shift');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    expect(complaints).toEqual([]);
  });

  it('a run is heard: its parts by role and name, the decision with its buttons, and each phase as it comes to an end', async () => {
    const { page } = await visit();
    await register(page);
    const client = await clientOf(page);
    const campaignId = await launch(client, { name: 'Heard', governanceMode: 'GUIDED' });
    await reached(client, campaignId, 'research', 'WAITING_VALIDATION');
    await page.goto(`/campaigns/${campaignId}?phase=research`);
    const decision = page.getByRole('region', { name: 'Decision' });
    await decision.waitFor();

    expect(await decision.ariaSnapshot()).toBe(
      [
        '- region "Decision":',
        '  - paragraph: Look at the output, then decide. The phases behind it wait.',
        '  - button "Approve"',
        '  - button "Edit"',
        '  - button "Request changes"',
        '  - button "Skip this phase"',
      ].join('\n'),
    );
    const main = page.getByRole('main');
    for (const part of [
      page.getByRole('navigation', { name: 'Navigation' }),
      main.getByRole('heading', { level: 1, name: 'Heard' }),
      main.getByRole('progressbar', { name: 'AI spend' }).or(main.getByRole('meter', { name: 'AI spend' })),
      main.getByRole('navigation', { name: 'Phases' }).getByRole('button', { name: /^Market research .*Your turn$/ }),
      main.getByRole('region', { name: 'Views of the run' }).getByRole('tab', { name: 'Graph', selected: true }),
      main
        .getByRole('region', { name: 'Detail of Market research' })
        .getByRole('tab', { name: 'Output', selected: true }),
      main.getByRole('heading', { level: 2, name: 'Market research' }),
    ])
      expect([String(part), await part.count()]).toEqual([String(part), 1]);

    const heard = await page.evaluateHandle(() => {
      const said: string[] = [];
      const region = document.querySelector('.run > [aria-live=polite]');
      if (region)
        new MutationObserver(() => said.push(region.textContent)).observe(region, {
          subtree: true,
          childList: true,
          characterData: true,
        });
      return said;
    });
    await client.call('approvePhase', { params: { campaignId, phaseId: 'research' } });
    await reached(client, campaignId, 'strategy', 'WAITING_VALIDATION');
    await expect.poll(async () => (await heard.jsonValue()).join(' ')).toMatch(/Market research: Done/);
    await expect.poll(async () => (await heard.jsonValue()).join(' ')).toMatch(/Strategy: Your turn/);
    await isSound(page);
  });
});

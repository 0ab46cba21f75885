// Somebody who has never seen the application goes from a brief to the export, in both languages and on a small screen.
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { findBrowser, register } from './browser.ts';
import { button, campaignMinutes, isSound, useVisits } from './visitor.ts';

describe.skipIf(!findBrowser())('a whole campaign', () => {
  const visit = useVisits();

  it('takes a new person from a brief through an edit, a rejection and a choice to the export', async () => {
    const { page, complaints } = await visit({ acceptDownloads: true });
    await register(page);
    await button(page, 'Use the sample brief').click();
    await page.getByText(/^Draft saved/).waitFor();
    for (const step of ['Goal and audience', 'Brand voice', 'Channels and dates', 'Control and launch']) {
      await button(page, 'Continue').click();
      await page.getByRole('heading', { level: 2, name: step }).waitFor();
      await isSound(page);
    }
    await page.getByText('Semi-automatic', { exact: true }).click();
    await page.getByText('Strategy, A/B visuals, A/B videos and Distribution').waitFor();
    await button(page, 'Launch').click();

    await button(page, 'Review Strategy').click({ timeout: campaignMinutes });
    await button(page, 'Edit').click();
    await page.getByLabel('Summary').fill('One brioche, baked at midnight.');
    await page.getByText('1 change').waitFor();
    await isSound(page);
    await button(page, 'Approve with my changes').click();
    await button(page, 'Send now').click();

    await button(page, 'Review A/B visuals').click({ timeout: campaignMinutes });
    await button(page, 'Request changes').click();
    await button(page, 'Send back').click();
    await page.getByText('Say what shall change').waitFor();
    await page.getByLabel('What shall change?').fill('Warmer colours, please');
    await button(page, 'Send back').click();
    await page.locator('.detail-head').getByText('attempt 2').waitFor();
    await page.getByText('Which one is used?').waitFor({ timeout: campaignMinutes });
    await page.getByText('Variant A', { exact: true }).last().click();
    await button(page, 'Approve variant A').click();
    await button(page, 'Send now').click();

    await button(page, 'Review A/B videos').click({ timeout: campaignMinutes });
    await button(page, /^Approve variant/).click();
    await button(page, 'Send now').click();
    await button(page, 'Review Distribution').click({ timeout: campaignMinutes });
    await isSound(page);
    await button(page, /^Approve$/).click();
    await button(page, 'Send now').click();

    await page.getByText('The campaign is finished').waitFor({ timeout: campaignMinutes });
    await page.locator('.phase-row', { hasText: 'Strategy' }).click();
    await page.getByText('One brioche, baked at midnight.').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('You approved attempt 1').waitFor();
    await page.locator('.phase-row', { hasText: 'A/B visuals' }).click();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByText('Warmer colours, please').waitFor();

    const arriving = page.waitForEvent('download', { timeout: campaignMinutes });
    await button(page, 'Download the export').click();
    const archive = await readFile(await (await arriving).path());
    expect(archive.subarray(0, 2).toString()).toBe('PK');
    expect(complaints).toEqual([]);
  });

  it('speaks French on a small dark screen, and comes back to what it showed after the page is loaded again', async () => {
    const { page, complaints } = await visit({
      locale: 'fr-FR',
      colorScheme: 'dark',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.goto('/sign-in');
    await page.getByRole('heading', { name: 'Se connecter' }).waitFor();
    await isSound(page);
    await register(page);
    await page.getByText('Aucune campagne pour l’instant').waitFor();
    await isSound(page);
    await page.goto('/campaigns/new');
    await button(page, 'Continuer').click();
    await page.getByText('3 points à corriger').waitFor();
    await isSound(page);
    await button(page, 'Remplir avec l’exemple').click();
    await page.getByText(/^Brouillon enregistré/).waitFor();
    await page.getByRole('link', { name: /Contrôle et lancement/ }).click();
    await page.getByText('Ce qui a été compris').waitFor();
    await page.getByText('Guidé', { exact: true }).click();
    await isSound(page);
    await button(page, 'Lancer').click();
    await button(page, /^Examiner : Étude de marché/).click({ timeout: campaignMinutes });
    await page.getByRole('heading', { name: 'Forces', exact: true }).waitFor();
    await isSound(page);

    await page.reload();
    await page.getByRole('heading', { name: 'Forces', exact: true }).waitFor();
    await button(page, 'Toutes les phases').click();
    await button(page, 'Autres actions').click();
    await page.getByRole('menuitem', { name: 'Annuler la campagne' }).click();
    await isSound(page);
    await page.getByRole('dialog').getByRole('button', { name: 'Annuler la campagne' }).click();
    await page.locator('.run-title').getByText('Annulé').waitFor();
    await page.goto('/');
    await page.getByRole('link', { name: 'Lancement Brioche de Minuit' }).waitFor();
    await isSound(page);
    expect(complaints).toEqual([]);
  });
});

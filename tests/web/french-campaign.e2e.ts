// A guided campaign from the registration to the export, by somebody who reads French and nothing else.
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ApiClient } from '../../shared/client/api-client.ts';
import { findBrowser, register } from './browser.ts';
import { downloadExport, isWholeExport } from './read-export.ts';
import { button, campaignMinutes, clientOf, heading, isSound, localInput, reached, useVisits } from './visitor.ts';
import { englishWords, type LookForEnglish } from './words-on-page.ts';

const message = 'Une brioche cuite à minuit, vendue à l’aube.';
const campaignName = 'Brioche de Minuit, à la main';

/** All that the application shows of a campaign in the campaign's own words. */
async function contentOf(client: ApiClient, campaignId: string): Promise<unknown> {
  const campaign = await client.call('getCampaign', { params: { campaignId } });
  const phases = campaign.phases.map(({ id }) => client.call('getPhase', { params: { campaignId, phaseId: id } }));
  const { assets } = await client.call('listAssets');
  return [campaign.name, campaign.briefData, await Promise.all(phases), assets];
}

/** Five steps, with a word changed on the way that is still there after going back and after a reload. */
async function writeBrief(page: Page, look: LookForEnglish): Promise<string> {
  await page.getByRole('link', { name: 'Nouvelle campagne' }).first().click();
  await heading(page, 'Entreprise').waitFor();
  await look(page);
  await button(page, 'Continuer').click();
  await page.getByText('3 points à corriger').waitFor();
  await look(page);
  await button(page, 'Remplir avec l’exemple').click();
  await page.getByLabel('Nom de la campagne').fill(campaignName);
  await look(page, JSON.parse(await readFile('test-campaign.json', 'utf8')));
  for (const step of ['Objectif et public', 'Voix de la marque', 'Canaux et dates', 'Contrôle et lancement']) {
    await button(page, 'Continuer').click();
    await heading(page, step).waitFor();
    if (step === 'Voix de la marque')
      await page.getByLabel('Ton', { exact: true }).fill('Chaleureux, malicieux et bref');
  }
  await page.getByText(/^Brouillon enregistré/).waitFor();
  for (const step of ['Canaux et dates', 'Voix de la marque']) {
    await button(page, 'Retour').click();
    await heading(page, step).waitFor();
  }
  expect(await page.getByLabel('Ton', { exact: true }).inputValue()).toBe('Chaleureux, malicieux et bref');
  await page.reload();
  await heading(page, 'Voix de la marque').waitFor();
  expect(await page.getByLabel('Ton', { exact: true }).inputValue()).toBe('Chaleureux, malicieux et bref');
  await page.getByRole('link', { name: /^Entreprise/ }).click();
  expect(await page.getByLabel('Nom de la campagne').inputValue()).toBe(campaignName);
  await page.getByRole('link', { name: /Contrôle et lancement/ }).click();
  await page.getByText('Guidé', { exact: true }).click();
  await page.getByText('Ce qui a été compris').waitFor();
  await page.getByText(/^Brouillon enregistré/).waitFor();
  return new URL(page.url()).searchParams.get('draft') ?? '';
}

describe.skipIf(!findBrowser())('in French', () => {
  const visit = useVisits();

  it('a guided campaign is written, edited, sent back, chosen, moved and exported without a word of English', async () => {
    const { found, look } = await englishWords();
    const visitor = await visit({ locale: 'fr-FR', acceptDownloads: true });
    const { page, complaints } = visitor;
    await page.goto('/register');
    await heading(page, 'Créer votre compte').waitFor();
    await look(page);
    await register(page);
    await heading(page, 'Aucune campagne pour l’instant').waitFor();
    await look(page);
    const campaignId = await writeBrief(page, look);
    const client = await clientOf(page);
    const phase = (phaseId: string) => client.call('getPhase', { params: { campaignId, phaseId } });
    const approvals = async (phaseId: string) => (await phase(phaseId)).approvals;
    const lookHere = async () => look(page, await contentOf(client, campaignId));
    const draft = await client.call('getCampaign', { params: { campaignId } });
    expect(draft).toMatchObject({ name: campaignName, governanceMode: 'GUIDED', status: 'DRAFT' });
    expect(draft.briefData.brandIdentity.tone).toBe('Chaleureux, malicieux et bref');
    await lookHere();
    await button(page, 'Lancer').click();

    /** Opens a phase that waits, from the list of the run, and reads it. */
    const open = async (phaseId: string, name: string) => {
      await reached(client, campaignId, phaseId, 'WAITING_VALIDATION');
      await page
        .locator('.phase-row')
        .and(button(page, new RegExp(`^${name} `)))
        .click();
      await heading(page.locator('.detail-head'), name).waitFor();
      await page.getByRole('region', { name: 'Décision' }).waitFor();
      await lookHere();
    };
    const approve = async (phaseId: string, name: string, attempt = 1) => {
      await open(phaseId, name);
      await button(page, /^Valider( la variante [AB])?$/).click();
      await button(page, /^Envoyer$/).click();
      await expect
        .poll(() => approvals(phaseId))
        .toMatchObject([...Array(attempt - 1).fill({}), { decision: 'APPROVED', attempt }]);
    };

    await approve('research', 'Étude de marché');

    await open('strategy', 'Stratégie');
    await expect.poll(() => page.title()).toBe(`(1) ${campaignName} · AstroMedia`);
    await button(page, 'Modifier').click();
    await page
      .getByRole('group', { name: /^Messages clés/ })
      .getByLabel('Entrée 1')
      .fill(message);
    await page.getByText('1 modification').waitFor();
    await look(page, [await contentOf(client, campaignId), message]);
    await button(page, 'Valider avec mes changements').click();
    await expect.poll(() => approvals('strategy')).toMatchObject([{ decision: 'APPROVED', attempt: 1 }]);
    await page.getByRole('tab', { name: 'Historique' }).click();
    await page.getByText('Vous : essai 1 validé').waitFor();
    await page.getByText('Modifié : Stratégie › Messages clés › 1').waitFor();
    await lookHere();

    await open('copy', 'Accroches');
    await button(page, 'Demander des changements').click();
    await button(page, 'Renvoyer').click();
    await page.getByText('Dites ce qui doit changer').waitFor();
    await button(page, 'Plus court').click();
    await lookHere();
    await button(page, 'Renvoyer').click();
    await expect
      .poll(() => approvals('copy'))
      .toMatchObject([{ decision: 'REJECTED', attempt: 1, feedback: 'Plus court' }]);
    await page.locator('.detail-head').getByText('essai 2').waitFor();
    await approve('copy', 'Accroches', 2);

    for (const [phaseId, name] of [
      ['scriptwriting', 'Scripts'],
      ['seo', 'Référencement'],
      ['content', 'Article'],
    ] as const)
      await approve(phaseId, name);

    await open('visuals', 'Visuels A/B');
    await page.getByRole('link', { name: 'Comparer les deux' }).click();
    await heading(page, /^Comparer : Visuels/).waitFor();
    await lookHere();
    await page.goBack();
    await page.getByText('Laquelle utiliser ?').waitFor();
    await page.locator('.chip-choice', { hasText: 'Variante B' }).click();
    await button(page, 'Valider la variante B').click();
    await expect.poll(() => approvals('visuals')).toMatchObject([{ decision: 'APPROVED', attempt: 1 }]);
    expect((await phase('visuals')).output).toMatchObject({ visuals: [{ variant: 'A' }, { variant: 'B' }] });

    await approve('video', 'Vidéos A/B');
    await approve('distribution', 'Diffusion');

    const { posts } = await client.call('listPosts');
    const [{ post: first }] = posts as [(typeof posts)[number]];
    const dayAfter = new Date(Date.parse(first.scheduledAt) + 24 * 60 * 60 * 1000).toISOString();
    await page.goto(`/calendar?view=list&day=${first.scheduledAt.slice(0, 10)}`);
    await page.locator('.day-card').first().waitFor();
    await lookHere();
    await page.locator('.day-card').first().click();
    await page.getByLabel('Date de publication').fill(await page.evaluate(localInput, dayAfter));
    await lookHere();
    await button(page, 'Déplacer').click();
    await page.getByText(/^Publication .+ déplacée au/).waitFor();
    await expect
      .poll(
        async () => (await client.call('listPosts')).posts.find(({ post }) => post.id === first.id)?.post.scheduledAt,
      )
      .toBe(dayAfter);
    await lookHere();

    await page.goto(`/campaigns/${campaignId}`);
    await page.getByText('La campagne est terminée').waitFor({ timeout: campaignMinutes });
    for (const tab of ['Entrées', 'Provenance', 'Historique']) {
      await page.getByRole('tab', { name: tab }).click();
      await page.waitForLoadState('networkidle');
      await lookHere();
    }
    await page.goto(`/campaigns/${campaignId}?phase=visuals&tab=provenance`);
    await page.getByText('Sollicité car c’est le seul disponible').first().waitFor();
    await lookHere();
    for (const view of ['Chronologie', 'Journal', 'Graphe']) {
      await page.getByRole('tab', { name: view }).click();
      await page.locator('.gantt-row, .log-lines li:not(.log-space), .graph-node').first().waitFor();
      await lookHere();
    }
    await isSound(page);

    const opened = await downloadExport(visitor, button(page, 'Télécharger l’export'));
    expect(opened.fileName).toMatch(/^brioche-de-minuit-a-la-main-.+\.zip$/);
    await isWholeExport(opened, posts.length);
    await look(opened.report, await contentOf(client, campaignId));
    await opened.report.getByText(message).first().waitFor({ state: 'attached' });
    expect(opened.textOf('calendar.ics')).toContain(dayAfter.replace(/[-:]|\.\d+/g, ''));

    for (const [link, title] of [
      [/^Validations/, 'Validations'],
      ['Calendrier', 'Calendrier'],
      ['Médias', 'Médias'],
      ['Coûts', 'Coûts'],
      ['Réglages', 'Réglages'],
      ['Campagnes', 'Campagnes'],
    ] as const) {
      await page.getByRole('link', { name: link }).first().click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      await page.waitForLoadState('networkidle');
      await lookHere();
    }
    await page.goto(`/campaigns/cmp_${'0'.repeat(26)}`);
    await heading(page, 'Il n’y a rien à cette adresse').waitFor();
    await lookHere();
    for (const section of ['keys', 'webhooks']) {
      await page.goto(`/settings?section=${section}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await lookHere();
    }
    await page.keyboard.press('?');
    await heading(page, 'Raccourcis clavier').waitFor();
    await lookHere();
    expect([...found]).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

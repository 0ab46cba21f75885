// A campaign that asks nobody, watched from its launch to its export by somebody who does nothing else.
import type { JSHandle, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { AgentOutput } from '../../shared/contracts/agent-outputs.ts';
import { defaultPlaybook } from '../../shared/domain/playbook/default-playbook.ts';
import { findBrowser, register } from './browser.ts';
import { downloadExport, isWholeExport } from './read-export.ts';
import { button, campaignMinutes, clientOf, isSound, useVisits } from './visitor.ts';

/** What a page has shown since somebody began to look: each thing's states in the order in which they were drawn. */
type Seen = Readonly<Record<string, readonly string[]>>;

/** Lost with the page: whoever reads it at the end knows that the page was never loaded anew. */
const watch = (page: Page): Promise<JSHandle<Seen>> =>
  page.evaluateHandle(() => {
    const seen: Record<string, string[]> = {};
    const note = (what: string, state: string) => {
      const known = seen[what] ?? [];
      if (known.at(-1) !== state) seen[what] = [...known, state];
    };
    const look = () => {
      note('title', document.title);
      for (const row of document.querySelectorAll('.phase-row'))
        note(`list ${row.querySelector('.phase-name')?.textContent}`, row.getAttribute('data-status') ?? '');
      for (const box of document.querySelectorAll('.graph-node'))
        note(`graph ${box.querySelector('.graph-name')?.textContent}`, box.getAttribute('data-status') ?? '');
      for (const row of document.querySelectorAll('.gantt-row'))
        note(
          `timeline ${row.querySelector('.gantt-name')?.textContent}`,
          row.querySelector('.gantt-bar')?.getAttribute('data-status') ?? 'nothing',
        );
      const line = document.querySelector('.log-lines [aria-setsize]');
      if (line) note('lines', line.getAttribute('aria-setsize') ?? '');
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    look();
    return seen;
  });

describe.skipIf(!findBrowser())('an automatic campaign', () => {
  const visit = useVisits();

  it('is watched live from its launch to its end: graph, timeline and log move without a reload, and its export opens', async () => {
    const visitor = await visit({ acceptDownloads: true });
    const { page, context, complaints } = visitor;
    await register(page);
    await page.goto('/campaigns/new?start=sample&step=review');
    await page.getByText('Automatic', { exact: true }).click();
    await page.getByText('Nowhere: it runs through').waitFor();
    await page.getByText(/^Draft saved/).waitFor();
    const campaignId = new URL(page.url()).searchParams.get('draft') ?? '';
    // Each view in a tab of its own, opened before anything happens: none begins with what is over.
    const [timeline, log] = [await context.newPage(), await context.newPage()];
    await timeline.goto(`/campaigns/${campaignId}?view=timeline`);
    await timeline.locator('.gantt-row').first().waitFor();
    await log.goto(`/campaigns/${campaignId}?view=log`);
    await log.getByText('Nothing has happened yet.').waitFor();
    const seen = { page: await watch(page), timeline: await watch(timeline), log: await watch(log) };

    await button(page, 'Launch').click();

    await page.waitForURL(`**/campaigns/${campaignId}**`);
    for (const tab of [page, timeline, log])
      await tab.getByText('The campaign is finished').waitFor({ timeout: campaignMinutes });
    await expect.poll(() => page.locator('.graph-node[data-status=COMPLETED]').count()).toBe(11);
    const lines = (await seen.log.jsonValue())['lines']?.map(Number) ?? [];
    await isSound(page);
    await isSound(log);
    // Of many lines those in sight are drawn.
    await log.getByLabel('Filter the log').fill('Campaign finished');
    await log.locator('.log-lines').getByText('Campaign finished').waitFor();

    const { title, ...graph } = await seen.page.jsonValue();
    expect(title?.at(-1)).toBe('Northbeam spring launch · AstroMedia');
    // Films take longer than a page to be drawn, and the last phase waits for them.
    for (const place of ['list', 'graph']) {
      expect(graph[`${place} A/B videos`]?.slice(-2)).toEqual(['RUNNING', 'COMPLETED']);
      expect(graph[`${place} Analytics`]?.[0]).not.toBe('COMPLETED');
      expect(graph[`${place} Analytics`]?.at(-1)).toBe('COMPLETED');
    }
    // Here nothing had begun: every phase came to its end under the eyes of whoever looked.
    const bars = await seen.timeline.jsonValue();
    for (const { id, name } of defaultPlaybook.phases.filter(({ agent }) => agent !== 'Human')) {
      const rows = [bars[`list ${name.en}`], bars[`timeline ${name.en}`]];
      expect([id, rows.map((states) => states?.[0])]).toEqual([id, ['IDLE', 'nothing']]);
      expect([id, rows.map((states) => states?.at(-1))]).toEqual([id, ['COMPLETED', 'COMPLETED']]);
    }
    expect(bars['timeline A/B videos']).toEqual(['nothing', 'RUNNING', 'COMPLETED']);
    // Lines come as things happen, not all at the end.
    expect(lines.length).toBeGreaterThan(10);
    expect(lines).toEqual(lines.toSorted((one, other) => one - other));

    const client = await clientOf(page);
    const { posts } = await client.call('listPosts');
    const opened = await downloadExport(visitor, button(page, 'Download the export'));
    expect(opened.fileName).toMatch(/^northbeam-spring-launch-.+\.zip$/);
    await isWholeExport(opened, posts.length);
    const { output } = await client.call('getPhase', { params: { campaignId, phaseId: 'strategy' } });
    const { keyMessages, summary } = (output as AgentOutput<'CMO'>).strategyReport;
    for (const words of ['Northbeam spring launch', 'Northbeam Robotics', summary, ...keyMessages])
      await opened.report.getByText(words).first().waitFor({ state: 'attached' });
    expect(complaints).toEqual([]);
  });
});

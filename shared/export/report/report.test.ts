import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import type { AgentId } from '../../contracts/agents.ts';
import type { ExportData } from '../export-data.ts';
import { assetPaths } from '../file-names.ts';
import { sampleExportData } from '../testing/sample-export-data.ts';
import { report } from './report.ts';

const print = (exportData: ExportData): string =>
  report(exportData, assetPaths(exportData.assets.map(({ asset }) => asset)));

/** The output of an agent's phase, for a test to change in place. */
const change = <Id extends AgentId>(exportData: ExportData, agent: Id, edit: (output: AgentOutput<Id>) => void) => {
  const entry = exportData.phases.find(({ phase }) => phase.agent === agent);
  if (entry?.output) edit(entry.output as AgentOutput<Id>);
};

/** Puts a text into every string of a value. */
const everyString = (value: unknown, text: string): unknown => {
  if (typeof value === 'string') return text;
  if (Array.isArray(value)) return value.map((item) => everyString(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, everyString(item, text)]));
};

/** Puts a text in the place of every sentence of a value: what has spaces, but for the article. */
const everySentence = (value: unknown, text: string): unknown => {
  if (typeof value === 'string') return /\s/.test(value) && value.length < 1000 ? text : value;
  if (Array.isArray(value)) return value.map((item) => everySentence(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, everySentence(item, text)]));
};

describe('the report', () => {
  it('speaks the language of the campaign and prints every part', () => {
    const page = print(sampleExportData());

    expect(page).toContain('<html lang="fr">');
    for (const part of [
      'Dossier de campagne',
      'Maison Lumière',
      'Une notoriété limitée à deux quartiers',
      'Fournil du Rhône',
      'À minuit, la brioche sort du four.',
      'Rue vide, une seule vitrine allumée',
      'boulangerie ouverte la nuit',
      'Minuit sent le beurre.',
      'Pourquoi nous allumons le four à minuit',
      'Retenu selon le score',
      'Retenu par une personne',
      'Semaine du 30 novembre 2026',
      'Ces chiffres sont des prévisions',
      'générés par le studio hors ligne',
      'règlement (UE) 2024/1689',
    ]) {
      expect(page).toContain(part);
    }
  });

  it('shows both variants and marks the chosen one of each pair', () => {
    const page = print(sampleExportData());

    expect(page.match(/<figure class="card" data-chosen="true">/g)).toHaveLength(2);
    expect(page.match(/<figure class="card">/g)).toHaveLength(2);
    // Whoever prints it has not scrolled to its pictures before.
    expect(page).not.toContain('loading="lazy"');
    expect(page).toContain('<img src="assets/visuals-a-artistic.png" alt="Affiche peinte');
    expect(page).toContain('<video src="assets/video-b-dynamic.mp4" controls');
  });

  it('shows a skipped phase with its reason and leaves out what is not done', () => {
    const exportData = sampleExportData();
    for (const entry of exportData.phases) {
      if (entry.phase.id === 'video')
        Object.assign(entry.phase, {
          status: 'SKIPPED',
          skippedBecause: { kind: 'said', words: 'Pas de film cette fois' },
        });
      if (entry.phase.id === 'video' || entry.phase.id === 'analytics') delete entry.output;
      if (entry.phase.id === 'analytics') entry.phase.status = 'FAILED';
    }

    const page = print(exportData);

    expect(page).toContain('Cette partie a été laissée de côté.');
    expect(page).toContain('Pas de film cette fois');
    expect(page).toContain('Cette partie n’est pas terminée.');
    expect(page).not.toContain('Retenu par une personne');
  });

  it('says which variant a person chose, and that they made edits', () => {
    expect(print(sampleExportData())).toContain('user-7c1f</span> (Variante B) (avec modifications)');
  });

  it('stands without any output, file or call', () => {
    const exportData = sampleExportData();
    for (const entry of exportData.phases) delete entry.output;

    expect(print({ ...exportData, assets: [], calls: [] })).toContain(
      '<h1 dir="auto">Lancement Brioche de Minuit</h1>',
    );
  });

  it('says that no AI provider had a part when the offline studio did everything', () => {
    const exportData = sampleExportData();
    for (const call of exportData.calls) call.provider = 'offline-studio';

    expect(print(sampleExportData())).toContain('générés par intelligence artificielle');
    expect(print(exportData)).not.toContain('intelligence artificielle');
    expect(print(exportData)).toContain('le studio hors ligne, sans fournisseur d’IA. Ils restent signalés');
  });

  it('lets nothing that a person or a model wrote become markup', () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';
    const exportData = sampleExportData();
    exportData.campaign.name = attack;
    exportData.campaign.briefData.companyInfo.name = attack;
    exportData.campaign.briefData.companyInfo.website = `https://a.example/${attack}`;
    for (const entry of exportData.phases) {
      entry.phase.name = { fr: attack, en: attack };
      entry.phase.skippedBecause = { kind: 'said', words: attack };
    }
    change(exportData, 'MarketAnalyst', (output) => {
      Object.assign(output.marketAnalysisReport, { title: attack });
      for (const slide of output.marketAnalysisReport.slides) Object.assign(slide, { title: attack });
    });
    change(exportData, 'Copywriter', (output) => {
      output.headlines = [attack, attack, attack];
      for (const copy of output.copyByChannel) Object.assign(copy, { headline: attack, body: attack, cta: attack });
    });
    change(exportData, 'Scriptwriter', (output) => {
      for (const brief of output.creativeBriefs) Object.assign(brief, { concept: attack, hook: attack, cta: attack });
    });
    change(exportData, 'designer', (output) => {
      for (const visual of output.visuals) visual.altText = attack;
    });
    change(exportData, 'ContentWriter', (output) => {
      output.articleMarkdown = `${attack}\n\n[x](javascript:alert(1))\n\n${output.articleMarkdown.slice(0, -400)}`;
      output.ABVariants = everyString(output.ABVariants, attack) as typeof output.ABVariants;
    });

    const page = print(exportData);

    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).not.toMatch(/<script|<img src=x|javascript:alert\(1\)"/i);
    // Inside a quoted value the words are harmless; as an attribute they would not be.
    expect(page.replace(/="[^"]*"/g, '=""')).not.toMatch(/<[^>]*\son\w+=/i);
  });

  it('lets what people wrote run in its own direction, and names every column', async () => {
    const written = 'שלום עולם '.repeat(6).trim();
    const exportData = sampleExportData();
    exportData.campaign.name = written;
    for (const entry of exportData.phases) entry.output = everySentence(entry.output, written) as typeof entry.output;

    const page = print(exportData);

    const open: string[] = [];
    let found = 0;
    for (const [, end, name = '', attributes = '', text = ''] of page.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
      if (text.includes(written)) {
        found += 1;
        expect(
          open.some((tag) => /^bdi|dir="auto"/.test(tag)),
          `${open.at(-1)}: ${text}`,
        ).toBe(true);
      } else if (end) open.splice(open.findLastIndex((tag) => tag.startsWith(name)));
      else if (name && !/^(br|img|meta|rect|input|link)$/.test(name)) open.push(`${name} ${attributes}`);
    }
    expect(found).toBeGreaterThan(60);
    expect(page).not.toMatch(/<th(?=[ >])(?![^>]*scope=)/);
  });

  it('is accessible and valid HTML by the rules of html-validate', async () => {
    const { HtmlValidate } = await import('html-validate');
    // How React writes tags, which is valid: `<img/>`, `controls=""`, `dateTime`.
    const asReactWrites = { 'void-style': 'off', 'attribute-boolean-style': 'off', 'attr-case': 'off' } as const;
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended', 'html-validate:a11y'],
      rules: asReactWrites,
    });
    const { results } = await validator.validateString(print(sampleExportData()));

    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId} ${message}`)),
    ).toEqual([]);
  });

  it('allows no script, no inline style and nothing from a network', () => {
    const page = print(sampleExportData());
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');

    expect(page).toContain(`default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;`);
    expect(page.match(/ (src|href)="(?!assets\/|#|https:\/\/maison-lumiere\.example)/g)).toBeNull();
    expect(page).not.toMatch(/ style="/);
    expect(style).not.toMatch(/url\(|@import/);
  });
});

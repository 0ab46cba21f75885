// report.html: one page a client can open without a network, read on a phone and print. It carries no script at all.
import { createHash } from 'node:crypto';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { saySkipReason } from '../../client/say-skip-reason.ts';
import { agentOutputSchemas } from '../../contracts/agent-outputs.ts';
import { brandPalette } from '../../domain/media/brand-palette.ts';
import { Output } from '../../outputs/output.ts';
import { OutputProvider } from '../../outputs/output-context.ts';
import type { ExportData, ExportedPhase } from '../export-data.ts';
import type { AssetPaths } from '../file-names.ts';
import { appendix } from './appendix.ts';
import { cover } from './cover.ts';
import { executiveSummary } from './executive-summary.ts';
import { html, Markup } from './markup.ts';
import { orderChapters } from './order-chapters.ts';
import { type ReportContext, reportContext } from './report-context.ts';
import type { ReportFont } from './report-fonts.ts';
import { styleSheet } from './report-style.ts';

/** The whole report. `paths` gives each asset's path relative to it; without fonts it is set in those of the reader's machine. */
export const report = (exportData: ExportData, paths: AssetPaths, fonts: readonly ReportFont[] = []): string => {
  const context = reportContext(exportData, paths);
  const style = styleSheet(paletteOf(exportData), fonts);
  const chapters = orderChapters(exportData.phases);
  const { campaign } = exportData;
  const page = html`<!DOCTYPE html>
<html lang="${context.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(style.text)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="AstroMedia">
<title dir="auto">${campaign.name} · ${context.brand}</title>
<style>${style}</style>
</head>
<body>
${cover(context)}
<main>
${executiveSummary(context)}
${contents(context, chapters)}
${chapters.map((entry, index) => chapter(context, entry, index + 1))}
${appendix(context, chapters.length + 1)}
</main>
</body>
</html>
`;
  return page.text;
};

/** The same colours that the brand's pictures and films have. */
const paletteOf = ({ campaign }: ExportData) => {
  const { companyInfo, brandIdentity } = campaign.briefData;
  return brandPalette({ brandName: companyInfo.name, tone: brandIdentity.tone, words: brandIdentity.brandValues });
};

/** Nothing runs and nothing is loaded but the files beside the report (`file:` for browsers whose 'self' leaves it out). */
const contentSecurityPolicy = (style: string): string => {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; img-src 'self' file:; media-src 'self' file:; base-uri 'none'; form-action 'none'`;
};

const contents = ({ language, texts }: ReportContext, chapters: readonly ExportedPhase[]): Markup => {
  const line = (id: string, name: string, index: number) =>
    html`<li><a href="#${id}"><span>${index + 1}</span>${name}</a></li>`;
  return html`<nav class="contents" aria-label="${texts.contents}">
<ol>${chapters.map(({ phase }, index) => line(phase.id, phase.name[language], index))}
${line('provenance', texts.provenance, chapters.length)}</ol>
</nav>`;
};

const chapter = (context: ReportContext, entry: ExportedPhase, number: number): Markup => html`
<section class="chapter" id="${entry.phase.id}">
<header><span class="chapter-number">${number}</span><h2>${entry.phase.name[context.language]}</h2></header>
${drawn(context, entry) ?? absence(context, entry)}
</section>`;

/** The output as every page of ours draws it; undefined unless the phase handed on what fits its agent's shape. */
const drawn = (context: ReportContext, { phase: { agent, status }, output }: ExportedPhase): Markup | undefined => {
  const read = agentOutputSchemas[agent].safeParse(output);
  if (status !== 'COMPLETED' || !read.success) return undefined;
  const drawing = createElement(Output, { agent, output: read.data });
  return new Markup(renderToStaticMarkup(createElement(OutputProvider, { value: context }, drawing)));
};

const absence = ({ texts, language, exportData }: ReportContext, { phase }: ExportedPhase): Markup => {
  const nameOf = (id: string) => exportData.phases.find((entry) => entry.phase.id === id)?.phase.name[language] ?? id;
  const reason = phase.skippedBecause ? saySkipReason(language, phase.skippedBecause, nameOf) : phase.failure?.reason;
  return html`<div class="absence"><strong>${phase.status === 'SKIPPED' ? texts.skipped : texts.notDone}</strong>
${reason && html`<p>${texts.reason} <bdi>${reason}</bdi></p>`}</div>`;
};

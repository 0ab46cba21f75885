// The market: SWOT grid, benchmark, findings.
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';

type Slide = AgentOutput<'MarketAnalyst'>['marketAnalysisReport']['slides'][number];

/** Every slide in the order the analyst gave them. */
export const researchSection = (
  context: ReportContext,
  { marketAnalysisReport: { title, slides } }: AgentOutput<'MarketAnalyst'>,
): Markup => html`<p class="lead" dir="auto">${title}</p>
${slides.map((slide) => html`<article class="slide"><h3 dir="auto">${slide.title}</h3>${slideBody(context, slide)}</article>`)}`;

const slideBody = ({ texts }: ReportContext, slide: Slide): Markup => {
  if (slide.kind === 'insight') return list(slide.points);
  if (slide.kind === 'benchmark') return benchmark(texts, slide);
  return html`<div class="swot">
${swotCell('strengths', texts.strengths, slide.strengths)}${swotCell('weaknesses', texts.weaknesses, slide.weaknesses)}
${swotCell('opportunities', texts.opportunities, slide.opportunities)}${swotCell('threats', texts.threats, slide.threats)}
</div>`;
};

const swotCell = (kind: string, label: string, points: readonly string[]): Markup =>
  html`<div class="${kind}"><h4>${label}</h4>${list(points)}</div>`;

const list = (points: readonly string[]): Markup =>
  html`<ul>${points.map((point) => html`<li dir="auto">${point}</li>`)}</ul>`;

const benchmark = (
  texts: ReportContext['texts'],
  { competitors }: Extract<Slide, { kind: 'benchmark' }>,
): Markup => html`<div class="table" role="group" tabindex="0" aria-label="${texts.competitor}"><table>
<thead><tr><th scope="col">${texts.competitor}</th><th scope="col">${texts.positioning}</th><th scope="col">${texts.strength}</th><th scope="col">${texts.gap}</th></tr></thead>
<tbody>${competitors.map(
  (
    competitor,
  ) => html`<tr><th scope="row" dir="auto">${competitor.name}</th><td dir="auto">${competitor.positioning}</td>
<td dir="auto">${competitor.strength}</td><td dir="auto">${competitor.gap}</td></tr>`,
)}</tbody></table></div>`;

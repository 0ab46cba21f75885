// The market: SWOT grid, benchmark, findings.
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';

type Slide = AgentOutput<'MarketAnalyst'>['marketAnalysisReport']['slides'][number];

/** Every slide in the order the analyst gave them. */
export const researchSection = (
  context: ReportContext,
  { marketAnalysisReport: { title, slides } }: AgentOutput<'MarketAnalyst'>,
): Markup => html`<p class="lead">${title}</p>
${slides.map((slide) => html`<article class="slide"><h3>${slide.title}</h3>${slideBody(context, slide)}</article>`)}`;

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

const list = (points: readonly string[]): Markup => html`<ul>${points.map((point) => html`<li>${point}</li>`)}</ul>`;

const benchmark = (
  texts: ReportContext['texts'],
  { competitors }: Extract<Slide, { kind: 'benchmark' }>,
): Markup => html`<div class="table"><table>
<thead><tr><th>${texts.competitor}</th><th>${texts.positioning}</th><th>${texts.strength}</th><th>${texts.gap}</th></tr></thead>
<tbody>${competitors.map(
  (competitor) => html`<tr><th scope="row">${competitor.name}</th><td>${competitor.positioning}</td>
<td>${competitor.strength}</td><td>${competitor.gap}</td></tr>`,
)}</tbody></table></div>`;

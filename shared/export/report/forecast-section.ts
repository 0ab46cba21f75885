// What the campaign should bring. A forecast must look like one.

import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { isCurrency } from '../../contracts/currency.ts';
import { moneyText } from '../../domain/money.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';

/** The table of indicators with the status of each figure, then insights and recommendations. */
export const forecastSection = (
  { texts, number, language }: ReportContext,
  { kpiTable, forecastNotes, insights, recommendations }: AgentOutput<'Analytics'>,
): Markup => html`${kpiTable.some(({ status }) => status === 'forecast') && html`<p class="notice">◔ ${texts.forecastNote}</p>`}
<div class="table" role="group" tabindex="0" aria-label="${texts.forecast}"><table>
<thead><tr><th scope="col">${texts.indicator}</th><th scope="col">${texts.value}</th><th scope="col">${texts.status}</th><th scope="col">${texts.basis}</th></tr></thead>
<tbody>${kpiTable.map(
  ({ kpi, low, value, high, unit, basis, status }) => html`<tr><th scope="row" dir="auto">${kpi}</th>
<td><strong>${status === 'forecast' && '≈ '}${[low, value, high].flatMap((figure) => (figure === undefined ? [] : isCurrency(unit) ? moneyText(figure, unit, language) : number(figure))).join(' – ')}</strong>${!isCurrency(unit) && html` <bdi>${unit}</bdi>`}</td>
<td><span class="status ${status}">${texts[status]}</span></td><td dir="auto">${basis}</td></tr>`,
)}</tbody></table></div>
${forecastNotes.length > 0 && html`<ul class="quiet">${forecastNotes.map((note) => html`<li dir="auto">${note}</li>`)}</ul>`}
<div class="columns"><div><h3>${texts.insights}</h3><ul>${insights.map((insight) => html`<li dir="auto">${insight}</li>`)}</ul></div>
<div><h3>${texts.recommendations}</h3><ul>${recommendations.map((recommendation) => html`<li dir="auto">${recommendation}</li>`)}</ul></div></div>`;

// What the campaign should bring. A forecast must look like one.

import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { isCurrency } from '../../contracts/currency.ts';
import { moneyText } from '../../domain/money.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';

/** The table of indicators with the status of each figure, then insights and recommendations. */
export const forecastSection = (
  { texts, number, language }: ReportContext,
  { kpiTable, insights, recommendations }: AgentOutput<'Analytics'>,
): Markup => html`${kpiTable.some(({ status }) => status === 'forecast') && html`<p class="notice">◔ ${texts.forecastNote}</p>`}
<div class="table"><table>
<thead><tr><th>${texts.indicator}</th><th>${texts.value}</th><th>${texts.status}</th><th>${texts.basis}</th></tr></thead>
<tbody>${kpiTable.map(
  ({ kpi, value, unit, basis, status }) => html`<tr><th scope="row">${kpi}</th>
<td><strong>${status === 'forecast' && '≈ '}${isCurrency(unit) ? moneyText(value, unit, language) : number(value)}</strong>${!isCurrency(unit) && ` ${unit}`}</td>
<td><span class="status ${status}">${texts[status]}</span></td><td>${basis}</td></tr>`,
)}</tbody></table></div>
<div class="columns"><div><h3>${texts.insights}</h3><ul>${insights.map((insight) => html`<li>${insight}</li>`)}</ul></div>
<div><h3>${texts.recommendations}</h3><ul>${recommendations.map((recommendation) => html`<li>${recommendation}</li>`)}</ul></div></div>`;

// The strategy: summary, messages, pillars, channel mix, indicators, risks and plan.

import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { channelLabels } from '../../contracts/channels.ts';
import { moneyText } from '../../domain/money.ts';
import { html, type Markup, paragraphs } from './markup.ts';
import type { ReportContext } from './report-context.ts';

type Strategy = AgentOutput<'CMO'>['strategyReport'];

/** The strategy from the summary down to the plan of action. */
export const strategySection = (context: ReportContext, { strategyReport }: AgentOutput<'CMO'>): Markup => {
  const { texts } = context;
  return html`<div class="lead">${paragraphs(strategyReport.summary)}</div>
<h3>${texts.keyMessages}</h3>
<ol class="messages">${strategyReport.keyMessages.map((message) => html`<li dir="auto">${message}</li>`)}</ol>
<h3>${texts.pillars}</h3>
<div class="cards">${strategyReport.pillars.map(
    ({ title, description }) =>
      html`<article class="card"><h4 dir="auto">${title}</h4><p dir="auto">${description}</p></article>`,
  )}</div>
<h3>${texts.channelMix}</h3>${channelMix(context, strategyReport)}
<h3>${texts.kpis}</h3>${indicators(context, strategyReport)}
<h3>${texts.risks}</h3>${risks(context, strategyReport)}
<h3>${texts.actions}</h3>${actions(context, strategyReport)}`;
};

/** The one place where the budget is broken down. Bars are drawn by attributes, because the page allows no inline style. */
const channelMix = (context: ReportContext, { channelMix: mix }: Strategy): Markup => {
  const { texts, number, dossier } = context;
  const { amount, currency } = dossier.campaign.briefData.campaignGoals.budget;
  const money = (percent: number) => moneyText((amount * percent) / 100, currency, context.language);
  return html`<div class="table" role="group" tabindex="0" aria-label="${texts.channelMix}"><table>
<thead><tr><th scope="col">${texts.channel}</th><th scope="col" class="amount">${texts.share}</th>${
    amount > 0 && html`<th scope="col" class="amount">${texts.amount}</th>`
  }<th scope="col"><span class="quiet">${texts.role}</span></th></tr></thead>
<tbody>${mix
    .toSorted((first, second) => second.budgetPercent - first.budgetPercent)
    .map(
      ({ channel, role, budgetPercent }) => html`<tr><th scope="row">${channelLabels[channel]}
<span class="bar"><svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1"><rect width="${budgetPercent}" height="1"/></svg></span></th>
<td class="amount">${number(budgetPercent / 100, { style: 'percent' })}</td>${
        amount > 0 && html`<td class="amount">${money(budgetPercent)}</td>`
      }<td dir="auto">${role}</td></tr>`,
    )}</tbody></table></div>`;
};

const indicators = (
  { texts }: ReportContext,
  { kpis }: Strategy,
): Markup => html`<div class="table" role="group" tabindex="0" aria-label="${texts.kpis}"><table>
<thead><tr><th scope="col">${texts.indicator}</th><th scope="col">${texts.target}</th><th scope="col">${texts.measurement}</th></tr></thead>
<tbody>${kpis.map(
  ({ name, target, measurement }) =>
    html`<tr><th scope="row" dir="auto">${name}</th><td dir="auto"><strong>${target}</strong></td><td dir="auto">${measurement}</td></tr>`,
)}</tbody></table></div>`;

const risks = (
  { texts }: ReportContext,
  { risks: entries }: Strategy,
): Markup => html`<div class="table" role="group" tabindex="0" aria-label="${texts.risks}"><table>
<thead><tr><th scope="col">${texts.risks}</th><th scope="col">${texts.mitigation}</th></tr></thead>
<tbody>${entries.map(({ risk, mitigation }) => html`<tr><th scope="row" dir="auto">${risk}</th><td dir="auto">${mitigation}</td></tr>`)}</tbody></table></div>`;

const actions = ({ texts }: ReportContext, { actions: entries }: Strategy): Markup =>
  html`<ol class="plan">${[...entries]
    .sort((first, second) => first.week - second.week)
    .map(
      ({ action, owner, week }) =>
        html`<li><span class="when">${texts.week} ${week}</span><span dir="auto">${action}<small dir="auto">${owner}</small></span></li>`,
    )}</ol>`;

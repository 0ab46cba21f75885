// Where each part comes from and what it cost, down to the fingerprint of the prompt.

import { isTrainedProvider } from '../../models/offline-studio-card.ts';
import { total } from '../costs-csv.ts';
import { usd } from '../money.ts';
import { type Decision, type PhaseProvenance, provenanceOf } from '../provenance.ts';
import { disclosure } from './disclosure.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';

/** One row per phase with its models, tokens, cost and decision; the total below; the other files of the export. */
export const appendix = (context: ReportContext, number: number): Markup => {
  const { texts, exportData } = context;
  const tokens = total(exportData.calls, 'inputTokens') + total(exportData.calls, 'outputTokens');
  return html`<section class="chapter appendix" id="provenance">
<header><span class="chapter-number">${String(number).padStart(2, '0')}</span><h2>${texts.provenance}</h2></header>
<p class="lead">${texts.provenanceIntroduction}</p>
<div class="table" role="group" tabindex="0" aria-label="${texts.provenance}"><table>
<thead><tr><th scope="col">${texts.phase}</th><th scope="col">${texts.model}</th><th scope="col">${texts.promptFingerprint}</th><th scope="col">${texts.tokens}</th><th scope="col">${texts.cost} (USD)</th><th scope="col">${texts.decision}</th></tr></thead>
<tbody>${provenanceOf(exportData).map((provenance) => row(context, provenance))}</tbody>
<tfoot><tr><th scope="row" colspan="3">${texts.total}</th><td>${context.number(tokens)}</td><td>${usd(total(exportData.calls, 'costMicroUsd'))}</td><td></td></tr></tfoot>
</table></div>
<p class="disclosure">${disclosure(context)}</p>
<p class="quiet">${texts.otherFiles} assets/ · posts.csv · posts-spreadsheet.csv · schedulers/ · calendar.ics · campaign.json · provenance.json · costs.csv · SHA256SUMS</p>
</section>`;
};

const row = (context: ReportContext, { entry: { phase }, calls, decision, costMicroUsd }: PhaseProvenance): Markup => {
  const tokens = total(calls, 'inputTokens') + total(calls, 'outputTokens');
  return html`<tr><th scope="row">${phase.name[context.language]}</th><td>${models(context, calls)}</td>
<td class="fingerprint">${calls.map(({ promptSha256 }) => html`<code>${promptSha256.slice(0, 12)}</code> `)}</td>
<td>${context.number(tokens)}</td><td>${usd(costMicroUsd)}</td><td>${decisionText(context, decision)}</td></tr>`;
};

const models = ({ texts, exportData }: ReportContext, calls: PhaseProvenance['calls']): Markup => {
  const onlyStudio = exportData.calls.every(({ provider }) => !isTrainedProvider(provider));
  if (calls.length === 0) return html`<span class="quiet">${texts.noModel}</span>`;
  const names = new Set(calls.map(({ provider, model }) => `${provider} · ${model}`));
  // Said once below the table when nothing else was at work.
  const offline = !onlyStudio && calls.some(({ provider }) => !isTrainedProvider(provider));
  return html`${[...names].map((name) => html`<div>${name}</div>`)}${offline && html`<small>${texts.offlineDisclosure}</small>`}`;
};

const decisionText = ({ texts, say, date }: ReportContext, decision: Decision): Markup => {
  if (decision.kind === 'author') return html`${texts.byAuthor}`;
  if (decision.kind === 'score') return html`${say('byScore')}`;
  if (decision.kind === 'nobody') return html`<span class="quiet">${texts.byNobody}</span>`;
  const { approval } = decision;
  return html`${texts.decisions[approval.decision]} ${texts.by} <span class="person">${approval.decidedBy}</span>${
    approval.choice && html` (${say('variant', { variant: approval.choice })})`
  }${
    approval.editedPaths.length > 0 && html` (${texts.edited})`
  }<br><small>${date(approval.decidedAt, { dateStyle: 'medium', timeStyle: 'short' })}</small>`;
};

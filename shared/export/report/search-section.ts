// Search: clusters, keywords, opportunities.
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';

/** Clusters as groups of words, then every keyword with intent and difficulty. */
export const searchSection = (
  { texts }: ReportContext,
  { clusters, keywordsList, seoOpportunities }: AgentOutput<'SEO'>,
): Markup => html`<h3>${texts.clusters}</h3>
<div class="cards">${clusters.map(
  ({ name, keywords }) => html`<article class="card"><h4 dir="auto">${name}</h4>
<p class="words">${keywords.map((keyword) => html`<span class="word" dir="auto">${keyword}</span> `)}</p></article>`,
)}</div>
<h3>${texts.keywords}</h3>
<div class="table" role="group" tabindex="0" aria-label="${texts.keywords}"><table>
<thead><tr><th scope="col">${texts.keywords}</th><th scope="col">${texts.intent}</th><th scope="col">${texts.difficulty}</th></tr></thead>
<tbody>${keywordsList.map(
  ({ keyword, intent, difficulty }) => html`<tr><th scope="row" dir="auto">${keyword}</th><td>${texts[intent]}</td>
<td class="gauge"><svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 1"><rect width="${difficulty}" height="1"/></svg> ${difficulty}</td></tr>`,
)}</tbody></table></div>
<h3>${texts.searchOpportunities}</h3>
<ul>${seoOpportunities.map((opportunity) => html`<li dir="auto">${opportunity}</li>`)}</ul>`;

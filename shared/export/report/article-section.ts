// The article as it will be read, then what goes with it.
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { markdown } from './markdown.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';

/** Rendered article, meta description, alternative texts and A/B texts. */
export const articleSection = ({ texts }: ReportContext, output: AgentOutput<'ContentWriter'>): Markup => html`
<article class="article" dir="auto"><h3 class="article-title" dir="auto">${output.articleTitle}</h3>
${markdown(withoutRepeatedTitle(output.articleMarkdown, output.articleTitle))}</article>
<h3>${texts.metaDescription}</h3><p><bdi>${output.metaDescription}</bdi> <span class="quiet">${output.metaDescription.length}/160</span></p>
<h3>${texts.variants}</h3>
<div class="table" role="group" tabindex="0" aria-label="${texts.variants}"><table><thead><tr><th scope="col">${texts.element}</th><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody>${output.ABVariants.map(({ element, a, b }) => html`<tr><th scope="row" dir="auto">${element}</th><td dir="auto">${a}</td><td dir="auto">${b}</td></tr>`)}</tbody></table></div>
<h3>${texts.altTexts}</h3><ul>${output.altTexts.map((text) => html`<li dir="auto">${text}</li>`)}</ul>`;

/** Many articles open with their own title, which stands above already. */
const withoutRepeatedTitle = (text: string, title: string): string => {
  const [first = '', ...rest] = text.trimStart().split('\n');
  return first.replace(/^#\s+/, '').trim() === title.trim() ? rest.join('\n') : text;
};

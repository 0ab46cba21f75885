// The first page: brand, campaign, the chosen visual, and the campaign in four figures.
import { firstOutputOf } from '../campaign-dossier.ts';
import { scheduledPosts } from '../scheduled-posts.ts';
import { disclosure } from './disclosure.ts';
import { html, type Markup } from './markup.ts';
import type { ReportContext } from './report-context.ts';

/** Brand, name, chosen visual and summary figures. */
export const cover = (context: ReportContext): Markup => {
  const { dossier, texts, brand } = context;
  const { campaign } = dossier;
  const visual = chosenVisual(context);
  return html`<header class="cover">
<div class="cover-text">
<p class="eyebrow">${texts.campaignReport}</p>
<h1 dir="auto">${campaign.name}</h1>
<p class="for">${texts.preparedFor} <bdi><strong>${brand}</strong></bdi></p>
<p class="date">${context.date(campaign.finishedAt ?? campaign.updatedAt, { dateStyle: 'long' })}</p>
</div>
${visual && html`<figure class="hero"><img src="${visual.address}" alt="${visual.altText}" width="${visual.width}" height="${visual.height}"></figure>`}
${figures(context)}
<p class="disclosure">${disclosure(context)}</p>
</header>`;
};

const chosenVisual = ({ dossier, file }: ReportContext) => {
  const output = firstOutputOf(dossier, 'designer');
  const found = file(output?.validatedVisual.assetId);
  if (!output || !found) return undefined;
  const { altText } = output.visuals.find(({ assetId }) => assetId === found.asset.id) ?? { altText: '' };
  return { address: found.address, altText, width: found.asset.widthPixels, height: found.asset.heightPixels };
};

const figures = (context: ReportContext): Markup => {
  const { dossier, texts, number } = context;
  const { campaign } = dossier;
  const spent = number(campaign.spentMicroUsd / 1_000_000, { style: 'currency', currency: 'USD' });
  return html`<dl class="figures">
${figure(texts.phases, `${campaign.finishedPhaseCount}/${campaign.phaseCount}`)}
${figure(texts.posts, number(scheduledPosts(dossier).length))}
${figure(texts.files, number(dossier.assets.length))}
${figure(texts.aiSpending, spent)}
</dl>`;
};

const figure = (label: string, value: string): Markup => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;

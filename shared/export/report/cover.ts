// The first page: the client and their campaign, the chosen visual, and what was agreed. Nothing about the tool that made it.

import { firstOutputOf } from '../export-data.ts';
import { html, type Markup, type Part } from './markup.ts';
import { periodOf, type ReportContext, readingOf } from './report-context.ts';

/** Client, campaign, chosen visual and the four facts people ask for first. */
export const cover = (context: ReportContext): Markup => {
  const { exportData, texts, brand } = context;
  const { campaign } = exportData;
  const visual = chosenVisual(context);
  const edition = context.date(campaign.finishedAt ?? campaign.updatedAt, { dateStyle: 'long' });
  return html`<header class="cover">
<div class="cover-text">
<p class="eyebrow">${texts.campaignReport}</p>
<h1 dir="auto">${campaign.name}</h1>
<p class="for"><bdi>${brand}</bdi></p>
</div>
${visual && html`<figure class="hero"><img src="${visual.address}" alt="${visual.altText}" width="${visual.width}" height="${visual.height}"></figure>`}
${keyFacts(context)}
<p class="edition">${texts.edition} ${edition} · ${texts.editionStatus[campaign.status === 'COMPLETED' ? 'complete' : 'draft']}</p>
</header>`;
};

const chosenVisual = ({ exportData, file }: ReportContext) => {
  const output = firstOutputOf(exportData, 'designer');
  // Upright, as the page is; the file's own shape where there is no such one.
  const found = file(output?.validatedVisual.assetId, '4:5');
  if (!output || !found) return undefined;
  const { altText } = output.visuals.find(({ assetId }) => assetId === found.asset.id) ?? { altText: '' };
  return { address: found.address, altText, width: found.widthPixels, height: found.heightPixels };
};

const keyFacts = (context: ReportContext): Markup => {
  const { say, money, exportData } = context;
  const { campaignGoals } = exportData.campaign.briefData;
  const { amount, currency } = campaignGoals.budget;
  const reading = readingOf(context);
  return html`<dl class="key-facts">
${fact(say('offer'), reading?.offer.name ?? reading?.offer.thing)}
${fact(say('goal'), reading ? say(reading.goal.kind) : campaignGoals.objectives[0])}
${fact(say('period'), periodOf(context))}
${fact(say('mediaBudget'), amount > 0 && money(amount, currency))}
</dl>`;
};

const fact = (label: string, value: Part): Markup | undefined =>
  value ? html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>` : undefined;

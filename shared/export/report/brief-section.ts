// What the client asked for.

import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import { channelLabels } from '../../contracts/channels.ts';
import { moneyText } from '../../domain/money.ts';
import { html, type Markup, type Part } from './markup.ts';
import type { ReportContext } from './report-context.ts';

/** The brief as facts, objectives first. */
export const briefSection = ({ texts, language }: ReportContext, { briefContext }: AgentOutput<'Human'>): Markup => {
  const { companyInfo, campaignGoals, brandIdentity } = briefContext;
  const { amount, currency } = campaignGoals.budget;
  return html`<h3>${texts.objectives}</h3>
<ol class="objectives">${campaignGoals.objectives.map((objective) => html`<li dir="auto">${objective}</li>`)}</ol>
<dl class="facts">
${fact(texts.audience, campaignGoals.targetAudience)}
${fact(texts.sector, [companyInfo.sector, companyInfo.size].filter(Boolean).join(' · '))}
${fact(texts.mediaBudget, moneyText(amount, currency, language))}
${fact(texts.duration, campaignGoals.duration)}
${fact(texts.tone, brandIdentity.tone)}
${brandIdentity.brandValues && fact(texts.values, brandIdentity.brandValues)}
${fact(texts.channels, brandIdentity.priorityChannels.map((channel) => channelLabels[channel]).join(' · '))}
</dl>`;
};

const fact = (label: string, value: Part): Markup => html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`;

// What we understood, each value with the words it was read from, and what we could not read.
import type { AgentOutput } from '../../contracts/agent-outputs.ts';
import type { ReadFrom } from '../../contracts/brief-reading.ts';
import { channelLabels } from '../../contracts/channels.ts';
import { moneyText } from '../../domain/money.ts';
import { html, type Markup, type Part } from './markup.ts';
import { periodOf, type ReportContext, readingOf } from './report-context.ts';

/** Objectives in the client's words, then the reading of the brief, then its open questions. */
export const briefSection = (context: ReportContext, { briefContext }: AgentOutput<'Human'>): Markup => {
  const { texts } = context;
  const { companyInfo, campaignGoals, brandIdentity } = briefContext;
  const { amount, currency } = campaignGoals.budget;
  return html`<h3>${texts.objectives}</h3>
<ol class="objectives">${campaignGoals.objectives.map((objective) => html`<li dir="auto">${objective}</li>`)}</ol>
<dl class="facts understood">
${understood(context)}
${fact(texts.audience, campaignGoals.targetAudience)}
${fact(texts.sector, [companyInfo.sector, companyInfo.size].filter(Boolean).join(' · '))}
${fact(texts.mediaBudget, amount > 0 ? moneyText(amount, currency, context.language) : texts.noMediaBudget)}
${fact(texts.period, periodOf(context))}
${fact(texts.tone, brandIdentity.tone)}
${brandIdentity.brandValues && fact(texts.values, brandIdentity.brandValues)}
${fact(texts.channels, brandIdentity.priorityChannels.map((channel) => channelLabels[channel]).join(' · '))}
</dl>
${openQuestions(context)}`;
};

const understood = (context: ReportContext): Markup[] => {
  const { texts } = context;
  const reading = readingOf(context);
  if (!reading) return [];
  const { offer, goal, destination, proofs } = reading;
  const price = offer.price && ` · ${offer.price.words}`;
  const goesTo = [destination.website, destination.telephone, destination.address, destination.email].filter(Boolean);
  return [
    fact(texts.offer, html`${offer.thing}${price}${quoted(offer.from)}`),
    fact(texts.goal, html`${texts.goalKinds[goal.kind]}${quoted(goal.from)}`),
    fact(texts.destination, goesTo.join(' · ')),
    fact(texts.proofs, proofs.map(({ fact: proof }) => proof).join(' · ')),
    fact(
      texts.constraints,
      // One sentence of the brief may set several rules.
      [...new Set(reading.constraints.map(({ from }) => from.quote))].filter(Boolean).join(' · '),
    ),
  ].filter((entry) => entry !== undefined);
};

/** The words of the brief, so that the client sees at once whether we read them well. */
const quoted = ({ quote }: ReadFrom): Markup | undefined => (quote ? html`<br><q dir="auto">${quote}</q>` : undefined);

const openQuestions = (context: ReportContext): Markup | undefined => {
  const questions = readingOf(context)?.notUnderstood ?? [];
  if (questions.length === 0) return undefined;
  return html`<div class="questions"><h3>${context.texts.openQuestions}</h3>
<ul>${questions.map(({ question }) => html`<li dir="auto">${question}</li>`)}</ul></div>`;
};

const fact = (label: string, value: Part): Markup | undefined =>
  value ? html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>` : undefined;

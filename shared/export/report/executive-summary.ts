// One page for whoever reads no further: what, for whom, when, how much, and what we ask of the client.
import { channelName } from '../../contracts/channels.ts';
import { firstOutputOf } from '../export-data.ts';
import { scheduledPosts } from '../scheduled-posts.ts';
import { html, type Markup, type Part } from './markup.ts';
import { periodOf, type ReportContext, readingOf } from './report-context.ts';

export const executiveSummary = (context: ReportContext): Markup => {
  const { texts } = context;
  return html`<section class="summary" id="summary">
<h2>${texts.inBrief}</h2>
<dl class="answers">
${answer(texts.what, what(context))}
${answer(texts.forWhom, readingOf(context)?.audience.who ?? context.exportData.campaign.briefData.campaignGoals.targetAudience)}
${answer(texts.when, when(context))}
${answer(texts.howMuch, howMuch(context))}
${answer(texts.expected, expected(context))}
<div class="asked"><dt>${texts.asked}</dt><dd><ul>${asked(context).map((line) => html`<li dir="auto">${line}</li>`)}</ul></dd></div>
</dl>
</section>`;
};

const answer = (label: string, value: Part): Markup | undefined =>
  value === undefined || value === '' ? undefined : html`<div><dt>${label}</dt><dd dir="auto">${value}</dd></div>`;

const mostSentences = 4;

/** How the strategy begins: the rest is in its chapter. */
const what = ({ exportData, language }: ReportContext): string => {
  const summary = firstOutputOf(exportData, 'CMO')?.strategyReport.summary.split(/\n{2,}/)[0] ?? '';
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(summary)];
  const beginning = sentences.slice(0, mostSentences).map(({ segment }) => segment);
  return beginning.join('').trim() || exportData.campaign.briefData.campaignGoals.objectives.join(' · ');
};

const when = (context: ReportContext): Part => {
  const { exportData, say } = context;
  const count = scheduledPosts(exportData).length;
  const plan = count > 0 ? say('planned', { count }) : '';
  return [periodOf(context), plan].filter(Boolean).join(' · ');
};

const howMuch = (context: ReportContext): Part => {
  const { amount, currency } = context.exportData.campaign.briefData.campaignGoals.budget;
  const mix = firstOutputOf(context.exportData, 'CMO')?.strategyReport.channelMix ?? [];
  const [first, second] = mix.toSorted((one, other) => other.budgetPercent - one.budgetPercent);
  if (amount === 0) return context.say('noMediaBudget');
  const shares = [first, second]
    .filter((entry) => entry !== undefined)
    .map(
      ({ channel, budgetPercent }) =>
        `${channelName(channel, context.exportData.campaign.language)} ${context.percent(budgetPercent / 100)}`,
    );
  return html`<strong>${context.money(amount, currency)}</strong>${shares.length > 0 && html` · ${context.texts.mostlyFor} ${shares.join(', ')}`}`;
};

/** What was concluded of the forecast, in one sentence. */
const expected = ({ exportData }: ReportContext): string | undefined =>
  firstOutputOf(exportData, 'Analytics')?.insights[0];

/** Open questions first, since an answer may change the rest; then what waits for a decision. */
const asked = (context: ReportContext): string[] => {
  const { exportData, texts, language } = context;
  const questions = (readingOf(context)?.notUnderstood ?? []).map(({ question }) => question);
  const waiting = exportData.phases
    .filter(({ phase }) => phase.status === 'WAITING_VALIDATION')
    .map(({ phase }) => `${texts.decide} ${phase.name[language]}`);
  const proposals = [
    firstOutputOf(exportData, 'designer')?.validatedVisual,
    firstOutputOf(exportData, 'video-producer')?.validatedVideo,
  ];
  const byScore = proposals.some((choice) => choice?.chosenBy === 'score') ? [texts.confirmVariants] : [];
  return [...questions.slice(0, 4), ...waiting, ...byScore, texts.confirmCalendar];
};

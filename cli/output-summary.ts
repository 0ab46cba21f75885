import { type AgentOutput, agentOutputSchemas } from '../shared/contracts/agent-outputs.ts';
import type { AgentId } from '../shared/contracts/agents.ts';
import { channelName } from '../shared/contracts/channels.ts';
import { printable } from './board.ts';

// What one needs to decide, not all there is: a report on the whole campaign comes at its end.
type Summaries = { readonly [Id in AgentId]: (output: AgentOutput<Id>) => readonly string[] };

const points = (items: readonly string[]) => items.map((item) => `  - ${item}`);

const summaries: Summaries = {
  Human: ({ briefContext }) => [briefContext.campaignName, ...points(briefContext.campaignGoals.objectives)],
  MarketAnalyst: ({ marketAnalysisReport: { title, slides } }) => [
    title,
    ...slides.flatMap((slide) => {
      if (slide.kind === 'insight') return [`${slide.title}:`, ...points(slide.points.slice(0, 2))];
      if (slide.kind === 'benchmark') {
        return [`${slide.title}:`, ...points(slide.competitors.map(({ name, gap }) => `${name}: ${gap}`))];
      }
      const { strengths, weaknesses, opportunities, threats } = slide;
      return [
        ['Strengths:', strengths] as const,
        ['Weaknesses:', weaknesses] as const,
        ['Opportunities:', opportunities] as const,
        ['Threats:', threats] as const,
      ].flatMap(([label, found]) => [label, ...points(found.slice(0, 2))]);
    }),
  ],
  CMO: ({ strategyReport: { summary, keyMessages, channelMix } }) => [
    summary,
    'Key messages:',
    ...points(keyMessages),
    'Channel mix:',
    ...points(
      channelMix.map(({ channel, budgetPercent, role }) => `${budgetPercent} % ${channelName(channel, 'en')}: ${role}`),
    ),
  ],
  Scriptwriter: ({ creativeBriefs }) =>
    creativeBriefs.flatMap(({ platform, format, concept, hook, scenes, cta }) => [
      `${channelName(platform, 'en')}, ${format}: ${concept}`,
      ...points([
        `Hook: ${hook}`,
        ...scenes.map(({ order, visual }) => `${order}. ${visual}`),
        `Call to action: ${cta}`,
      ]),
    ]),
  SEO: ({ clusters, seoOpportunities }) => [
    'Clusters:',
    ...points(clusters.map(({ name, keywords }) => `${name}: ${keywords.join(', ')}`)),
    'Opportunities:',
    ...points(seoOpportunities),
  ],
  Copywriter: ({ headlines, ctaList, copyByChannel }) => [
    'Headlines:',
    ...points(headlines),
    'Calls to action:',
    ...points(ctaList),
    'Copy:',
    ...points(copyByChannel.map(({ channel, headline }) => `${channelName(channel, 'en')}: ${headline}`)),
  ],
  ContentWriter: ({ articleTitle, metaDescription, articleMarkdown }) => [
    articleTitle,
    metaDescription,
    '',
    ...articleMarkdown
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, 8),
    `… ${articleMarkdown.split(/\s+/).length} words in all`,
  ],
  designer: ({ visuals, validatedVisual }) => [
    ...visuals.map(
      ({ variant, style, score, altText }) =>
        `${variant}  ${style}, predicted score ${Math.round(score * 100)} %: ${altText}`,
    ),
    `Proposed: ${validatedVisual.variant}`,
  ],
  'video-producer': ({ videos, validatedVideo }) => [
    ...videos.map(
      ({ variant, style, score, durationSeconds }) =>
        `${variant}  ${style}, ${durationSeconds} s, predicted score ${Math.round(score * 100)} %`,
    ),
    `Proposed: ${validatedVideo.variant}`,
  ],
  Social: ({ liveCampaign, scheduledPosts }) => [
    liveCampaign.summary,
    ...points(
      scheduledPosts.map(
        ({ scheduledAt, channel, text }) =>
          `${scheduledAt.slice(0, 16).replace('T', ' ')} ${channelName(channel, 'en')}: ${text.split('\n', 1)[0]}`,
      ),
    ),
  ],
  Analytics: ({ kpiTable, insights }) => [
    ...points(
      kpiTable.map(
        ({ kpi, low, value, high, unit, status }) =>
          `${kpi}: ${[low, value, high].filter((figure) => figure !== undefined).join(' – ')} ${unit} (${status})`,
      ),
    ),
    ...points(insights),
  ],
};

/** An agent's output as a few readable lines. Unknown shapes give none. */
export const outputSummary = (agent: AgentId, output: unknown): string[] => summarise(agent, output).map(printable);

const summarise = <Id extends AgentId>(agent: Id, output: unknown): readonly string[] => {
  const parsed = agentOutputSchemas[agent].safeParse(output);
  // Schema and summary are looked up by the same agent; TypeScript cannot relate the two lookups.
  return parsed.success ? summaries[agent](parsed.data as AgentOutput<Id>) : [];
};

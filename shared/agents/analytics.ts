// Forecasts the figures in code and asks a model what they mean and what to do next.
import { agentOutputSchemas } from '../contracts/agent-outputs.ts';
import { forecastKpis } from './forecast-kpis.ts';
import { requireInputs } from './input-missing.ts';
import { prompt as en } from './prompts/analytics.en.ts';
import { prompt as fr } from './prompts/analytics.fr.ts';
import { textAgent } from './text-agent.ts';

const MOST_INSIGHTS = 3;

export const analytics = textAgent({
  id: 'Analytics',
  gather: ({ values, language }) => {
    const { briefContext, goals, liveCampaign, scheduledPosts, strategyReport } = requireInputs('Analytics', values, [
      'briefContext',
      'goals',
      'liveCampaign',
      'scheduledPosts',
      'strategyReport',
    ]);
    const { kpiTable, targetCheck, notes } = forecastKpis({
      reading: briefContext.reading,
      budget: goals.budget,
      channelMix: strategyReport.channelMix,
      postCount: scheduledPosts.length,
      language,
    });
    return { briefContext, goals, liveCampaign, scheduledPosts, kpiTable, targetCheck, forecastNotes: notes };
  },
  prompts: { fr, en },
  words: () => ({}),
  draftSchema: () => agentOutputSchemas.Analytics.pick({ insights: true, recommendations: true }),
  // The check of the target is computed: it comes first, and no model can soften it.
  finish: ({ insights, recommendations }, { kpiTable, targetCheck, forecastNotes }) => ({
    kpiTable,
    forecastNotes,
    insights: (targetCheck === undefined ? insights : [targetCheck, ...insights]).slice(0, MOST_INSIGHTS),
    recommendations,
  }),
  maximumOutputTokens: 2000,
});

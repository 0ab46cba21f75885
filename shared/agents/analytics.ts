// Forecasts the figures in code and asks a model what they mean and what to do next.
import { agentOutputSchemas } from '../contracts/agent-outputs.ts';
import { forecastKpis } from './forecast-kpis.ts';
import { requireInputs } from './input-missing.ts';
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
  role: {
    fr: 'Tu es analyste de la performance. Tu dis ce qui est prévu, ce qui est mesuré, et tu ne confonds jamais les deux.',
    en: 'You are a performance analyst. You say what is forecast and what is measured, and never confuse the two.',
  },
  task: (_facts, language) =>
    language === 'fr'
      ? `Lis le tableau des prévisions « kpiTable » et le calendrier, puis conclus.
- insights : de 1 à 3 constats d’une phrase sur ce que les prévisions disent des objectifs. Rappelle qu’il s’agit de prévisions.
- recommendations : de 2 à 5 actions concrètes, une phrase chacune, avec ce qu’il faudra observer pour décider.`
      : `Read the table of forecasts "kpiTable" and the calendar, then conclude.
- insights: 1 to 3 one-sentence findings on what the forecasts say about the objectives. Recall that they are forecasts.
- recommendations: 2 to 5 concrete actions of one sentence each, with what must be watched in order to decide.`,
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

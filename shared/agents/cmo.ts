// Turns the market study into a strategy: messages, pillars, budget by channel, targets, risks and actions.
import * as z from 'zod';
import { type BriefContext, strategyReportSchema } from '../contracts/agent-outputs.ts';
import { wholePercentages } from '../domain/costs/whole-percentages.ts';
import { campaignWeeks } from './campaign-days.ts';
import { requireInputs } from './input-missing.ts';
import { prompt as en } from './prompts/cmo.en.ts';
import { prompt as fr } from './prompts/cmo.fr.ts';
import { actionLine } from './prompts/goal-actions.ts';
import { textAgent } from './text-agent.ts';

/** Of a sum that was meant to be 100: beyond that, nobody knows what was meant. */
const isNearly = (sum: number, whole: number): boolean => Math.abs(sum - whole) <= 0.05 * whole + 1e-9;

/** What a model decides: shares that are nearly whole are made exactly so by code, and a week lies within the campaign. */
function draftSchema({ brandIdentity, reading }: BriefContext) {
  const { channelMix, actions } = strategyReportSchema.shape;
  const { role } = channelMix.element.shape;
  const channels = brandIdentity.priorityChannels;
  const action = actions.element.extend({ week: z.int().min(1).max(campaignWeeks(reading)) });
  return z.strictObject({
    strategyReport: strategyReportSchema.extend({
      channelMix: z
        .array(z.strictObject({ channel: z.enum(channels), role, budgetPercent: z.number().min(0).max(100) }))
        .min(1)
        .refine((mix) => {
          const sum = mix.reduce((total, { budgetPercent }) => total + budgetPercent, 0);
          return isNearly(sum, 100) || (isNearly(sum, 1) && mix.every(({ budgetPercent }) => budgetPercent <= 1));
        }, 'budgetPercent must add up to 100'),
      actions: z.array(action).min(3).max(12),
    }),
  });
}

export const cmo = textAgent({
  id: 'CMO',
  gather: ({ values }) => {
    const { briefContext, marketAnalysisReport } = requireInputs('CMO', values, [
      'briefContext',
      'marketAnalysisReport',
    ]);
    return { briefContext, marketAnalysisReport };
  },
  prompts: { fr, en },
  words: ({ briefContext: { reading, brandIdentity } }, language) => ({
    weeks: campaignWeeks(reading),
    channels: brandIdentity.priorityChannels.join(', '),
    action: actionLine(reading.goal.kind, language),
  }),
  draftSchema: ({ briefContext }) => draftSchema(briefContext),
  finish: ({ strategyReport }) => {
    const shares = wholePercentages(strategyReport.channelMix.map(({ budgetPercent }) => budgetPercent));
    const channelMix = strategyReport.channelMix.map((entry, index) => ({
      ...entry,
      budgetPercent: shares[index] ?? 0,
    }));
    return { strategyReport: { ...strategyReport, channelMix } };
  },
  maximumOutputTokens: 5000,
});

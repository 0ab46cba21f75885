// Turns the market study into a strategy: messages, pillars, budget by channel, targets, risks and actions.
import * as z from 'zod';
import { type BriefContext, strategyReportSchema } from '../contracts/agent-outputs.ts';
import { wholeShares } from '../domain/whole-shares.ts';
import { campaignWeeks } from './campaign-days.ts';
import { requireInputs } from './input-missing.ts';
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
  role: {
    fr: 'Tu es directeur marketing. Tu tranches, tu justifies et tu ne disperses pas un budget.',
    en: 'You are a chief marketing officer. You decide, you give reasons and you do not scatter a budget.',
  },
  task: ({ briefContext }, language) => {
    const weeks = campaignWeeks(briefContext.reading);
    return language === 'fr'
      ? `Rédige la stratégie de la campagne (${weeks} semaines).
- summary : la stratégie en quatre à six phrases (2000 caractères au plus) : public, promesse, preuve, budget, rythme.
- keyMessages : exactement 3 messages, une phrase chacun, que le public pourrait répéter.
- pillars : de 2 à 5 piliers avec leur raison d’être.
- channelMix : une entrée par canal prioritaire du brief, avec son rôle ; budgetPercent entiers dont la somme fait exactement 100.
- kpis : de 2 à 8 indicateurs liés aux objectifs ; target est un objectif à atteindre, measurement dit comment on le relève.
- risks : de 2 à 6 risques avec leur parade. actions : de 3 à 12 actions avec un responsable (une fonction) et une semaine entre 1 et ${weeks}.`
      : `Write the strategy of the campaign (${weeks} weeks).
- summary: the strategy in four to six sentences (2000 characters at most): audience, promise, proof, budget, rhythm.
- keyMessages: exactly 3 messages of one sentence that the audience could repeat.
- pillars: 2 to 5 pillars and why each exists.
- channelMix: one entry per priority channel of the brief with its role; whole budgetPercent values that add up to exactly 100.
- kpis: 2 to 8 indicators tied to the objectives; target is a goal to reach, measurement says how it is read.
- risks: 2 to 6 risks with their mitigation. actions: 3 to 12 actions with an owner (a role) and a week between 1 and ${weeks}.`;
  },
  draftSchema: ({ briefContext }) => draftSchema(briefContext),
  finish: ({ strategyReport }) => {
    const shares = wholeShares(strategyReport.channelMix.map(({ budgetPercent }) => budgetPercent));
    const channelMix = strategyReport.channelMix.map((entry, index) => ({
      ...entry,
      budgetPercent: shares[index] ?? 0,
    }));
    return { strategyReport: { ...strategyReport, channelMix } };
  },
  maximumOutputTokens: 5000,
});

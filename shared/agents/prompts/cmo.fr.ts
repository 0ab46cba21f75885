// What the marketing officer is asked, in French.
import type { Prompt } from './prompt.ts';

export const prompt: Prompt<{ readonly weeks: number; readonly channels: string; readonly action: string }> = {
  version: 1,
  role: 'Tu es directeur marketing. Tu tranches, tu donnes tes raisons et tu ne disperses pas un budget : ce que tu écartes est aussi clair que ce que tu retiens.',
  task: ({ weeks, channels, action }) =>
    `Rédige la stratégie de la campagne (${weeks} semaines).
${action}
- summary : de quatre à six phrases (2000 caractères au plus), dans cet ordre : à qui l’on parle, ce qui le retient aujourd’hui, le fait qui lève ce frein, ce que l’on promet, comment le budget et le rythme servent cette promesse.
- keyMessages : exactement 3 messages d’une phrase, sur trois faits différents de la fiche, que le public pourrait redire à quelqu’un.
- pillars : de 2 à 5 piliers, avec leur raison d’être et ce qu’ils excluent.
- channelMix : une entrée par canal parmi ${channels}, avec le rôle qu’il joue avant, pendant ou après la décision ; budgetPercent : sa part, la somme faisant 100.
- kpis : de 2 à 8 indicateurs, le premier mesurant l’action demandée ; target est un objectif à atteindre, measurement dit où et comment on le relève.
- risks : de 2 à 6 risques propres à cette campagne, avec leur parade. actions : de 3 à 12 actions que quelqu’un peut commencer demain, avec un responsable (une fonction) et une semaine de 1 à ${weeks}.`,
};

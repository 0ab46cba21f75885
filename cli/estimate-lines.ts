// Who will do the work of a campaign and what it will probably cost: shown before it starts.

import type { CampaignEstimate } from '../shared/contracts/estimate.ts';
import type { Language } from '../shared/contracts/language.ts';
import { usd } from '../shared/contracts/micro-usd.ts';
import { findProvider } from '../shared/contracts/providers.ts';

const words = {
  fr: { models: 'Modèles', cost: 'Coût', to: 'à', offline: 'le studio hors ligne, un programme sans IA : aucune clé n’est dans .env (voir .env.example)', tight: 'le maximum dépasse le budget : au plafond, on vous demandera' },
  en: { models: 'Models', cost: 'Cost', to: 'to', offline: 'the offline studio, a program without AI: no key is in .env (see .env.example)', tight: 'the maximum is above the budget: at the cap you will be asked' },
} as const; // biome-ignore format: a table

export function estimateLines({ byPhase, costMicroUsd, fitsBudget }: CampaignEstimate, language: Language): string[] {
  const say = words[language];
  const line = (label: string, text: string) => `${label.padEnd(9)} ${text}`;
  const models = new Map<string, Set<string>>();
  for (const { provider, model } of byPhase)
    if (provider !== undefined && model !== undefined)
      models.set(provider, (models.get(provider) ?? new Set()).add(model));
  if ([...models.keys()].every((provider) => provider === 'offline-studio')) return [line(say.models, say.offline)];
  const named = [...models].map(
    ([provider, ids]) => `${[...ids].join(', ')} (${findProvider(provider)?.label ?? provider})`,
  );
  const { minimum, maximum } = costMicroUsd;
  const range = `$${usd(minimum).toFixed(4)} ${say.to} $${usd(maximum).toFixed(4)}`;
  return [line(say.models, named.join(' · ')), line(say.cost, fitsBudget ? range : `${range} · ${say.tight}`)];
}

// Which models a person can have a stopped phase tried again with, and what that costs. Pure.
import type { Campaign } from '../contracts/campaign.ts';
import type { ModelChoice } from '../contracts/routes/phases-routes.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { AgentWorkload } from '../domain/costs/agent-workload.ts';
import type { ModelCard } from '../models/model-card.ts';
import { modelsFor } from './estimate.ts';

export interface ChoiceData {
  readonly campaign: Pick<Campaign, 'aiCapMicroUsd' | 'committedMicroUsd'>;
  /** Those of the attempt that stopped. */
  readonly calls: readonly Pick<ModelCall, 'model' | 'status'>[];
  readonly cards: readonly ModelCard[];
}

/** The cheapest first; none for work that no model does. What was taken from the cache was not asked for. */
export function modelChoices(work: AgentWorkload, { campaign, calls, cards }: ChoiceData): ModelChoice[] {
  if (work.kind === 'none') return [];
  const asked = new Set(calls.filter(({ status }) => status !== 'CACHED').map(({ model }) => model));
  const leftMicroUsd = campaign.aiCapMicroUsd - campaign.committedMicroUsd;
  return modelsFor(work, cards).map((model) => ({
    ...model,
    asked: asked.has(model.id),
    fitsCap: model.costMicroUsd.maximum <= leftMicroUsd,
  }));
}

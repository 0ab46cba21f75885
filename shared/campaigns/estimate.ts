// What a brief will probably cost and take, from its playbook, the work of its agents and their models. Pure.
import type { AgentId } from '../contracts/agents.ts';
import type { Brief } from '../contracts/brief.ts';
import type { Estimate, ModelPrice } from '../contracts/estimate.ts';
import { microUsd } from '../contracts/micro-usd.ts';
import type { Playbook, PlaybookPhase } from '../contracts/playbook.ts';
import type { AgentWorkload } from '../domain/costs/agent-workload.ts';
import { needsApproval } from '../domain/playbook/governance.ts';
import { criticalPath } from '../domain/playbook/playbook-graph.ts';
import { isWithinShare, whyTooSmall } from '../generation/router/eligible-models.ts';
import { costOf, type ModelCard, videoSecondsOf } from '../models/model-card.ts';

export interface EstimateData {
  readonly work: Readonly<Record<AgentId, AgentWorkload>>;
  readonly models: readonly ModelCard[];
}

type PhaseEstimate = Estimate['byPhase'][number];
type CostRange = Estimate['costMicroUsd'];

type Models = readonly [ModelCard, ...ModelCard[]];

/** One attempt of every phase. Throws for an agent whose model has no price: whoever asks has checked the brief. */
export function estimate(brief: Brief, playbook: Playbook, data: EstimateData): Estimate {
  const byPhase = playbook.phases.map((phase) =>
    phaseEstimate(phase, brief, data.work[phase.agent], modelsOf(phase.agent, brief, data), data.models),
  );
  const costMicroUsd = {
    minimum: sum(byPhase.map((phase) => phase.costMicroUsd.minimum)),
    maximum: sum(byPhase.map((phase) => phase.costMicroUsd.maximum)),
  };
  const secondsOf = new Map(byPhase.map(({ phaseId, typicalSeconds }) => [phaseId, typicalSeconds]));
  const path = criticalPath(playbook.phases, (phaseId) => secondsOf.get(phaseId) ?? 0);
  return {
    costMicroUsd,
    byPhase,
    stops: byPhase.filter(({ stops }) => stops).map(({ phaseId }) => phaseId),
    criticalPath: { phaseIds: path.phaseIds, minimumSeconds: tenths(path.duration) },
    fitsBudget: costMicroUsd.maximum <= microUsd(brief.aiBudgetUsd),
    assumptions: assumptionsOf(
      byPhase.filter(({ calls }) => calls > 0).flatMap(({ agent }) => modelsOf(agent, brief, data)),
    ),
  };
}

/** The model that the brief names for the agent, or all of which the router will take one, the likeliest first. */
function modelsOf(agent: AgentId, { briefData, aiBudgetUsd }: Brief, { work, models }: EstimateData): Models {
  const named = briefData.agentConfiguration?.[agent]?.model;
  const { kind } = work[agent];
  const [first, ...others] = models.filter(({ id, secondsPerCall }) =>
    named === undefined ? kind === 'none' || secondsPerCall[kind] !== undefined : id === named,
  );
  if (!first) throw new Error(`There is no model "${named}" for ${agent}`);
  if (named !== undefined || kind === 'none') return [first];
  const able = [first, ...others.filter(({ isTrained }) => isTrained === first.isTrained)];
  const cap = microUsd(aiBudgetUsd);
  const [chosen, ...rest] = able.filter((model) => isWithinShare(callCost(work[agent], model), cap));
  return chosen ? [chosen, ...rest] : [cheapestOf(work[agent], able) ?? first];
}

const cheapestOf = (work: AgentWorkload, models: readonly ModelCard[]): ModelCard | undefined =>
  [...models].sort((one, other) => callCost(work, one) - callCost(work, other))[0];

function phaseEstimate(
  { id, name, agent, validation }: PlaybookPhase,
  { governanceMode }: Brief,
  work: AgentWorkload,
  models: Models,
  all: readonly ModelCard[],
): PhaseEstimate {
  const [model] = models;
  const ranges = models.map((each) => costRange(work, each));
  return {
    phaseId: id,
    name,
    agent,
    calls: callsOf(work),
    ...(work.kind === 'none' ? {} : { provider: model.provider, model: model.id }),
    costMicroUsd: {
      minimum: Math.min(...ranges.map(({ minimum }) => minimum)),
      maximum: Math.max(...ranges.map(({ maximum }) => maximum)),
    },
    typicalSeconds: work.kind === 'none' ? 0 : (model.secondsPerCall[work.kind] ?? 0),
    stops: agent !== 'Human' && needsApproval(validation, governanceMode),
    ...(work.kind === 'none' ? {} : { models: modelsFor(work, all) }),
  };
}

/** The models that could do the work, and what one attempt would cost with each, the cheapest first: what a person can choose from. */
export function modelsFor(work: Exclude<AgentWorkload, { kind: 'none' }>, all: readonly ModelCard[]): ModelPrice[] {
  const able = all.filter((card) => card.secondsPerCall[work.kind] !== undefined && isLargeEnough(card, work));
  return able
    .filter((card) => card === able.find(({ id }) => id === card.id)) // of two who serve a model, the first is asked for it
    .map((card) => ({ provider: card.provider, id: card.id, costMicroUsd: costRange(work, card) }))
    .sort((one, other) => one.costMicroUsd.maximum - other.costMicroUsd.maximum);
}

/** Whether at least a short request for the longest answer fits into it. */
const isLargeEnough = (card: ModelCard, work: AgentWorkload): boolean =>
  work.kind !== 'text' ||
  whyTooSmall(card, { inputTokens: work.inputTokens.minimum, outputTokens: work.outputTokens.maximum }) === undefined;

const callsOf = (work: AgentWorkload): number => (work.kind === 'none' ? 0 : work.kind === 'text' ? 1 : work.calls);

/** Of one call, at its most. */
function callCost(work: AgentWorkload, model: ModelCard): number {
  if (work.kind === 'none') return 0;
  if (work.kind === 'image') return costOf(model, { images: 1 });
  if (work.kind === 'video') return costOf(model, { videoSeconds: videoSecondsOf(model, work.videoSeconds) });
  return costOf(model, { inputTokens: work.inputTokens.maximum, outputTokens: work.outputTokens.maximum });
}

function costRange(work: AgentWorkload, model: ModelCard): CostRange {
  const most = callCost(work, model);
  if (work.kind !== 'text') return { minimum: callsOf(work) * most, maximum: callsOf(work) * most };
  const { inputTokens, outputTokens } = work;
  return {
    minimum: costOf(model, { inputTokens: inputTokens.minimum, outputTokens: outputTokens.minimum }),
    maximum: 2 * most,
  };
}

function assumptionsOf(models: readonly ModelCard[]): string[] {
  const used = new Map(models.map((model) => [model.id, model]));
  return [
    'Every phase runs once. A rejection or a retry costs its phase once more.',
    'The minimum counts short answers that fit at once, the maximum the longest ones with one correction each.',
    ...(used.size > 1
      ? ['Where several models may be asked, the minimum is of the cheapest and the maximum of the dearest.']
      : []),
    'The time is that of the models. What people take to decide comes on top.',
    ...[...used.values()].map(({ provider, id, price }) => `Prices of ${id} (${provider}) as of ${price.since}.`),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Sums of tenths of a second without the noise of binary fractions. */
const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;

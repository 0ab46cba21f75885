// What a brief will probably cost and take, from its playbook, the work of its agents and the prices of their models. Pure.
import type { AgentId } from '../contracts/agents.ts';
import type { Brief } from '../contracts/brief.ts';
import type { Estimate } from '../contracts/estimate.ts';
import type { Playbook, PlaybookPhase } from '../contracts/playbook.ts';
import type { AgentWork } from './agent-work.ts';
import { needsApproval } from './governance.ts';
import type { ModelPrice } from './model-prices.ts';
import { microUsd } from './money.ts';
import { criticalPath } from './playbook-graph.ts';

export interface EstimateData {
  readonly work: Readonly<Record<AgentId, AgentWork>>;
  readonly prices: readonly [ModelPrice, ...ModelPrice[]];
}

type PhaseEstimate = Estimate['byPhase'][number];
type CostRange = Estimate['costMicroUsd'];

const tokensOfAMillion = 1_000_000;

/** One attempt of every phase. Throws for an agent whose model has no price: whoever asks has checked the brief. */
export function estimate(brief: Brief, playbook: Playbook, data: EstimateData): Estimate {
  const priceOf = (agent: AgentId): ModelPrice => {
    const model = brief.briefData.agentConfiguration?.[agent]?.model;
    const price = model === undefined ? data.prices[0] : data.prices.find((candidate) => candidate.model === model);
    if (!price) throw new Error(`There is no price for the model "${model}"`);
    return price;
  };
  const byPhase = playbook.phases.map((phase) =>
    phaseEstimate(phase, brief, data.work[phase.agent], priceOf(phase.agent)),
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
    assumptions: assumptionsOf(byPhase.filter(({ calls }) => calls > 0).map(({ agent }) => priceOf(agent))),
  };
}

function phaseEstimate(
  { id, name, agent, validation }: PlaybookPhase,
  { governanceMode }: Brief,
  work: AgentWork,
  price: ModelPrice,
): PhaseEstimate {
  return {
    phaseId: id,
    name,
    agent,
    calls: callsOf(work),
    costMicroUsd: costOf(work, price),
    typicalSeconds: work.kind === 'none' ? 0 : price.secondsPerCall[work.kind],
    stops: agent !== 'Human' && needsApproval(validation, governanceMode),
  };
}

const callsOf = (work: AgentWork): number => (work.kind === 'none' ? 0 : work.kind === 'text' ? 1 : work.calls);

function costOf(work: AgentWork, price: ModelPrice): CostRange {
  if (work.kind === 'none') return { minimum: 0, maximum: 0 };
  if (work.kind === 'text') {
    const ofTokens = (input: number, output: number) =>
      Math.ceil(
        (input * price.microUsdPerMillionInputTokens + output * price.microUsdPerMillionOutputTokens) /
          tokensOfAMillion,
      );
    const { inputTokens, outputTokens } = work;
    return {
      minimum: ofTokens(inputTokens.minimum, outputTokens.minimum),
      maximum: 2 * ofTokens(inputTokens.maximum, outputTokens.maximum),
    };
  }
  const each = work.kind === 'image' ? price.microUsdPerImage : work.secondsOfFilm * price.microUsdPerSecondOfFilm;
  const cost = Math.ceil(work.calls * each);
  return { minimum: cost, maximum: cost };
}

function assumptionsOf(prices: readonly ModelPrice[]): string[] {
  const used = new Map(prices.map((price) => [price.model, price]));
  return [
    'Every phase runs once. A rejection or a retry costs its phase once more.',
    'The minimum counts short answers that fit at once, the maximum the longest ones with one correction each.',
    'The time is that of the models. What people take to decide comes on top.',
    ...[...used.values()].map(({ provider, model, since }) => `Prices of ${model} (${provider}) as of ${since}.`),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Sums of tenths of a second without the noise of binary fractions. */
const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;

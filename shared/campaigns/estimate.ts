// What a brief will probably cost and take, from its playbook, the work of its agents and their models. Pure.
import type { AgentId } from '../contracts/agents.ts';
import type { Brief } from '../contracts/brief.ts';
import type { Estimate } from '../contracts/estimate.ts';
import type { Playbook, PlaybookPhase } from '../contracts/playbook.ts';
import type { AgentWork } from '../domain/agent-work.ts';
import { needsApproval } from '../domain/governance.ts';
import { microUsd } from '../domain/money.ts';
import { criticalPath } from '../domain/playbook-graph.ts';
import { costOf, type ModelCard, videoSecondsOf } from '../models/registry.ts';

export interface EstimateData {
  readonly work: Readonly<Record<AgentId, AgentWork>>;
  readonly models: readonly ModelCard[];
}

type PhaseEstimate = Estimate['byPhase'][number];
type CostRange = Estimate['costMicroUsd'];

/** One attempt of every phase. Throws for an agent whose model has no price: whoever asks has checked the brief. */
export function estimate(brief: Brief, playbook: Playbook, data: EstimateData): Estimate {
  const modelOf = (agent: AgentId): ModelCard => {
    const named = brief.briefData.agentConfiguration?.[agent]?.model;
    const { kind } = data.work[agent];
    const model = data.models.find(({ id, secondsPerCall }) =>
      named === undefined ? kind === 'none' || secondsPerCall[kind] !== undefined : id === named,
    );
    if (!model) throw new Error(`There is no model "${named}" for ${agent}`);
    return model;
  };
  const byPhase = playbook.phases.map((phase) =>
    phaseEstimate(phase, brief, data.work[phase.agent], modelOf(phase.agent)),
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
    assumptions: assumptionsOf(byPhase.filter(({ calls }) => calls > 0).map(({ agent }) => modelOf(agent))),
  };
}

function phaseEstimate(
  { id, name, agent, validation }: PlaybookPhase,
  { governanceMode }: Brief,
  work: AgentWork,
  model: ModelCard,
): PhaseEstimate {
  return {
    phaseId: id,
    name,
    agent,
    calls: callsOf(work),
    ...(work.kind === 'none' ? {} : { provider: model.provider, model: model.id }),
    costMicroUsd: costRange(work, model),
    typicalSeconds: work.kind === 'none' ? 0 : (model.secondsPerCall[work.kind] ?? 0),
    stops: agent !== 'Human' && needsApproval(validation, governanceMode),
  };
}

const callsOf = (work: AgentWork): number => (work.kind === 'none' ? 0 : work.kind === 'text' ? 1 : work.calls);

function costRange(work: AgentWork, model: ModelCard): CostRange {
  if (work.kind === 'none') return { minimum: 0, maximum: 0 };
  if (work.kind === 'text') {
    const { inputTokens, outputTokens } = work;
    return {
      minimum: costOf(model, { inputTokens: inputTokens.minimum, outputTokens: outputTokens.minimum }),
      maximum: 2 * costOf(model, { inputTokens: inputTokens.maximum, outputTokens: outputTokens.maximum }),
    };
  }
  const cost =
    work.calls *
    costOf(model, work.kind === 'image' ? { images: 1 } : { videoSeconds: videoSecondsOf(model, work.videoSeconds) });
  return { minimum: cost, maximum: cost };
}

function assumptionsOf(models: readonly ModelCard[]): string[] {
  const used = new Map(models.map((model) => [model.id, model]));
  return [
    'Every phase runs once. A rejection or a retry costs its phase once more.',
    'The minimum counts short answers that fit at once, the maximum the longest ones with one correction each.',
    'The time is that of the models. What people take to decide comes on top.',
    ...[...used.values()].map(({ provider, id, price }) => `Prices of ${id} (${provider}) as of ${price.since}.`),
  ];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
/** Sums of tenths of a second without the noise of binary fractions. */
const tenths = (seconds: number): number => Math.round(seconds * 10) / 10;

// What a brief becomes before anything runs: a header, and the phases as they stand at the start. Pure.
import type { Brief, Criterion } from '../../contracts/brief.ts';
import type { Campaign } from '../../contracts/campaign.ts';
import type { CampaignReference } from '../../contracts/identifiers.ts';
import { microUsd } from '../../contracts/micro-usd.ts';
import type { Phase } from '../../contracts/phase.ts';
import type { Playbook, PlaybookPhase } from '../../contracts/playbook.ts';
import { needsApproval } from '../playbook/governance.ts';
import { chainsBehind, dependentsOf, inputName, isOptionalInput, producersOf } from '../playbook/playbook-graph.ts';

/** A phase before anything has happened to it. */
export interface PlannedPhase extends Omit<Phase, 'waitsFor'> {
  dependents: string[];
  outputs: string[];
  sources: { name: string; optional: boolean; phaseId: string }[];
  decisions: never[];
  videoJobs: Record<string, never>;
  pendingDependencies?: Set<string>;
  outputAttempt?: number;
  model?: string | undefined;
  criterion?: Criterion | undefined;
  instructions?: string | undefined;
  cache?: 'bypass' | undefined;
}

/** The header of a draft. */
export const draftHeader = (
  { workspaceId, campaignId }: CampaignReference,
  createdBy: string,
  brief: Brief,
  phases: readonly Pick<Phase, 'status'>[],
  createdAt: string,
): Campaign => ({
  id: campaignId,
  ...{ workspaceId, createdBy, createdAt },
  name: brief.name,
  governanceMode: brief.governanceMode,
  language: brief.language,
  playbookId: brief.playbookId,
  status: 'DRAFT',
  updatedAt: createdAt,
  phaseCount: phases.length,
  finishedPhaseCount: phases.filter(({ status }) => status === 'COMPLETED').length,
  aiCapMicroUsd: microUsd(brief.aiBudgetUsd),
  committedMicroUsd: 0,
  spentMicroUsd: 0,
  run: 0,
  lastEvent: 0,
});

/** The phases as they stand at the start: those of a person are done, and nobody waits for them. */
export function plannedPhases(
  playbook: Playbook,
  brief: Pick<Brief, 'governanceMode' | 'briefData'>,
  createdAt: string,
): PlannedPhase[] {
  const producers = producersOf(playbook.phases);
  const behind = chainsBehind(playbook.phases);
  const byWhatWaits = (one: string, other: string) => (behind.get(other) ?? 0) - (behind.get(one) ?? 0);
  const done = new Set(playbook.phases.filter(({ agent }) => agent === 'Human').map(({ id }) => id));
  return playbook.phases.map((phase, position): PlannedPhase => {
    const pending = phase.dependsOn.filter((dependency) => !done.has(dependency));
    return {
      id: phase.id,
      position,
      name: phase.name,
      agent: phase.agent,
      dependsOn: phase.dependsOn,
      // Those with most behind them are let go first.
      dependents: dependentsOf(playbook.phases, phase.id).sort(byWhatWaits),
      validation: phase.validation,
      needsApproval: phase.agent !== 'Human' && needsApproval(phase.validation, brief.governanceMode),
      outputs: phase.outputs,
      sources: sourcesOf(phase, producers),
      attempt: 1,
      revisions: 0,
      decisions: [],
      videoJobs: {},
      ...brief.briefData.agentConfiguration?.[phase.agent],
      ...(pending.length > 0 ? { pendingDependencies: new Set(pending) } : {}),
      ...(done.has(phase.id) ? { status: 'COMPLETED', outputAttempt: 1, finishedAt: createdAt } : { status: 'IDLE' }),
    };
  });
}

const sourcesOf = (phase: PlaybookPhase, producers: ReadonlyMap<string, string>) =>
  phase.inputs.map((input) => {
    const name = inputName(input);
    const phaseId = producers.get(name);
    if (!phaseId) throw new Error(`No phase makes ${name}: the playbook was not checked`);
    return { name, optional: isOptionalInput(input), phaseId };
  });

/** What an execution runs: the phases of agents. */
export const workingPhases = (phases: readonly Pick<Phase, 'id' | 'agent'>[]): string[] =>
  phases.filter(({ agent }) => agent !== 'Human').map(({ id }) => id);

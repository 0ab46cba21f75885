// Which phases of a failed campaign run again. Pure.
import type { PhaseStatus } from '../../contracts/phase.ts';

export interface EndedPhase {
  readonly id: string;
  readonly status: PhaseStatus;
  readonly dependsOn: readonly string[];
  readonly pendingDependencies?: ReadonlySet<string> | undefined;
  readonly sources: readonly { readonly phaseId: string; readonly optional: boolean }[];
}

export interface ReopenedPhase {
  readonly id: string;
  /** READY: it failed and is tried again. IDLE: it waits for phases that run again. */
  readonly status: 'READY' | 'IDLE';
  readonly pendingDependencies: readonly string[];
}

/**
 * What failed or was held, what was skipped only because an input of it never came, and what would begin before the phases it
 * depends on run again. Finished phases stay, and so do those that a person skipped, with everything that misses them.
 */
export function reopenedPhases(phases: readonly EndedPhase[]): ReopenedPhase[] {
  const unfinished = new Set(phases.filter(({ status }) => !isFinished(status)).map(({ id }) => id));
  const finished = new Map(phases.map(({ id, status }) => [id, status]));
  const isWorthAnotherTry = ({ id, status, sources }: EndedPhase): boolean => {
    if (status !== 'SKIPPED' || unfinished.has(id)) return false;
    const missing = sources.filter(({ phaseId, optional }) => !optional && finished.get(phaseId) !== 'COMPLETED');
    return missing.length > 0 && missing.every(({ phaseId }) => unfinished.has(phaseId));
  };
  // Each phase that is reopened may be what the next one misses.
  for (let found = phases.find(isWorthAnotherTry); found; found = phases.find(isWorthAnotherTry))
    unfinished.add(found.id);

  return phases
    .filter(({ id }) => unfinished.has(id))
    .flatMap((phase): ReopenedPhase[] => {
      const pendingDependencies = phase.dependsOn.filter((id) => unfinished.has(id));
      const waitsAlready = pendingDependencies.every((id) => phase.pendingDependencies?.has(id));
      if (isFailed(phase.status)) return [{ id: phase.id, status: 'READY', pendingDependencies }];
      if (phase.status === 'SKIPPED' || (phase.status === 'IDLE' && !waitsAlready))
        return [{ id: phase.id, status: 'IDLE', pendingDependencies }];
      return [];
    });
}

const isFinished = (status: PhaseStatus): boolean => status === 'COMPLETED' || status === 'SKIPPED';
const isFailed = (status: PhaseStatus): boolean => status === 'FAILED' || status === 'BUDGET_HOLD';

// Where every output comes from: the calls that made it, and who let it pass.
import type { Approval } from '../contracts/phase.ts';
import type { ModelCall } from '../contracts/usage.ts';
import { isTrainedProvider } from '../models/offline-studio-card.ts';
import { inOrder, total } from './costs-csv.ts';
import type { ExportData, ExportedPhase } from './export-data.ts';

export type Decision =
  | { readonly kind: 'person'; readonly approval: Approval }
  | { readonly kind: 'score' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'author' };

export interface PhaseProvenance {
  readonly entry: ExportedPhase;
  /** Calls of every attempt, oldest first: rejected ones were paid for too. */
  readonly calls: readonly ModelCall[];
  readonly decision: Decision;
  readonly costMicroUsd: number;
  /** True when every call went to the offline studio. */
  readonly offline: boolean;
}

/** One entry per phase, in the order of the playbook. */
export const provenanceOf = ({ phases, calls }: ExportData): PhaseProvenance[] =>
  phases.map((entry) => {
    const own = inOrder(calls.filter((call) => call.phaseId === entry.phase.id));
    return {
      entry,
      calls: own,
      decision: decisionOn(entry),
      costMicroUsd: total(own, 'costMicroUsd'),
      offline: own.length > 0 && own.every((call) => !isTrainedProvider(call.provider)),
    };
  });

/** The last decision a person took on the attempt that counts, or why nobody had to. */
const decisionOn = ({ phase, output, approvals }: ExportedPhase): Decision => {
  const approval = approvals.findLast(({ attempt }) => attempt === phase.attempt);
  if (approval) return { kind: 'person', approval };
  if (phase.agent === 'Human') return { kind: 'author' };
  return output && chosenByScore(output) ? { kind: 'score' } : { kind: 'nobody' };
};

const chosenByScore = (output: NonNullable<ExportedPhase['output']>): boolean =>
  ('validatedVisual' in output && output.validatedVisual.chosenBy === 'score') ||
  ('validatedVideo' in output && output.validatedVideo.chosenBy === 'score');

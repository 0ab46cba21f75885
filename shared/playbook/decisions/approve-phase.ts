import { agentOutputSchemas } from '../../contracts/agent-outputs.ts';
import { isGenerated } from '../../contracts/asset.ts';
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { NewLiveEvent } from '../../contracts/live-events.ts';
import type { Variant } from '../../contracts/variant.ts';
import type { OutputValue } from '../../data/outputs.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { pairOf } from '../../domain/playbook/ab-pair.ts';
import { editedPaths } from '../../domain/text/edited-paths.ts';
import { editedShare } from '../../domain/text/edited-share.ts';
import { ProblemError } from '../../runtime/problem-error.ts';
import { checkWrittenOutput } from './check-written-output.ts';
import { type DecisionParts, decide, type OfAttempt, undecidedPhase, waiting } from './decide.ts';

export interface ApprovalOfPhase extends OfAttempt {
  readonly editedData?: OutputValue | undefined;
  readonly choice?: Variant | undefined;
  readonly comment?: string | undefined;
}

/**
 * Approves the output as it is, as edited (checked against the agent's schema), or with the chosen variant. Throws not-found, conflict and
 * validation-failed.
 */
export const approvePhase =
  (parts: DecisionParts) =>
  async (
    reference: PhaseReference,
    decidedBy: string,
    { editedData, choice, comment, attempt }: ApprovalOfPhase,
  ): Promise<PhaseRecord> => {
    const before = await undecidedPhase(parts, reference, waiting, attempt);
    const original = await parts.outputs.get(reference, before.attempt);
    if (!original) throw new Error(`Phase ${reference.phaseId} waits for approval but has no output`);
    // What a person has moved in it already is part of what is approved.
    const current = before.editedVersion
      ? await parts.outputs.get(reference, before.attempt, before.editedVersion)
      : original;
    if (!current) throw new Error(`The version of ${reference.phaseId} that counts is not there`);
    const now = parts.clock();
    const approved = editedData
      ? await checkWrittenOutput(parts, reference, before, {
          written: editedData,
          original: current,
          field: 'editedData',
        })
      : current;
    const edited = choose(before, approved, choice);
    const isEdited = editedPaths(original, edited).length > 0;
    const editedVersion = isEdited ? await parts.outputs.putEdited(reference, before.attempt, edited) : undefined;
    return decide(parts, reference, before, decidedBy, {
      kind: 'APPROVED',
      allowedIn: waiting,
      set: {
        status: 'COMPLETED',
        finishedAt: now.toISOString(),
        approvedBy: decidedBy,
        ...(editedVersion ? { editedVersion } : {}),
      },
      remove: editedVersion ? [] : ['editedVersion'],
      feedback: comment,
      choice,
      editedPaths: editedPaths(current, approved),
      editedShare: editedShare(current, approved),
      afterwards: () => markChosenAssets(parts, reference, before, edited),
    });
  };

/** The variant that goes on is approved, the other is rejected. */
export async function markChosenAssets(
  { assets }: DecisionParts,
  reference: PhaseReference,
  phase: PhaseRecord,
  output: OutputValue,
): Promise<NewLiveEvent[]> {
  const pair = pairOf(phase.agent);
  if (!pair) return [];
  const parsed = agentOutputSchemas[phase.agent].parse(output);
  const chosen =
    'validatedVisual' in parsed
      ? parsed.validatedVisual
      : 'validatedVideo' in parsed
        ? parsed.validatedVideo
        : undefined;
  const candidates = 'visuals' in parsed ? parsed.visuals : 'videos' in parsed ? parsed.videos : [];
  const changed = await Promise.all(
    candidates.map(({ assetId }) =>
      assets.changeStatus(reference.workspaceId, assetId, assetId === chosen?.assetId ? 'approved' : 'rejected'),
    ),
  );
  return changed.flatMap((asset): NewLiveEvent[] =>
    asset && isGenerated(asset) ? [{ type: 'asset:updated', data: { asset } }] : [],
  );
}

/** Puts the person's choice of variant into the output of an A/B phase. Without one the agent's own choice stands. */
function choose(phase: PhaseRecord, output: OutputValue, choice: Variant | undefined): OutputValue {
  if (choice === undefined) return output;
  const pair = pairOf(phase.agent);
  const candidates = pair ? output[pair.list] : undefined;
  const chosen = Array.isArray(candidates)
    ? candidates.find((candidate: { variant?: unknown }) => candidate.variant === choice)
    : undefined;
  if (!pair || !chosen)
    throw new ProblemError('validation-failed', `Phase "${phase.id}" has no variants to choose from.`, [
      { pointer: '#/choice', detail: 'only A/B phases take a choice' },
    ]);
  const { assetId, ratios } = chosen;
  return { ...output, [pair.chosen]: { variant: choice, assetId, ratios, chosenBy: 'person' } };
}

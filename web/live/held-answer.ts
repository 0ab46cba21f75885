// What a person has answered to a phase, and how it is known again among the decisions on record.
import type { Approval } from '../../shared/contracts/phase.ts';
import type { Variant } from '../../shared/contracts/variant.ts';

export type HeldAnswer =
  | { readonly kind: 'approve'; readonly choice?: Variant | undefined; readonly editedData?: Output | undefined }
  | { readonly kind: 'reject'; readonly feedback: string }
  | { readonly kind: 'write'; readonly output: Output }
  | { readonly kind: 'skip'; readonly reason: string };
type Output = Record<string, unknown>;

/** What a person wrote for it, to take along. */
export function wordsOf(answer: HeldAnswer): string {
  if (answer.kind === 'reject') return answer.feedback;
  if (answer.kind === 'skip') return answer.reason;
  const written = answer.kind === 'write' ? answer.output : answer.editedData;
  return written ? JSON.stringify(written, null, 2) : '';
}

/** Whether what is on record is this answer: the same person may have decided otherwise in another window. */
export function isOnRecord(
  answer: HeldAnswer,
  { decision, feedback, choice, editedPaths }: Pick<Approval, 'decision' | 'feedback' | 'choice' | 'editedPaths'>,
): boolean {
  if (answer.kind === 'reject') return decision === 'REJECTED' && feedback === answer.feedback.trim();
  if (answer.kind !== 'approve') return decision === (answer.kind === 'write' ? 'WRITTEN' : 'SKIPPED');
  const isEdited = editedPaths.length > 0;
  return decision === 'APPROVED' && choice === answer.choice && isEdited === Boolean(answer.editedData);
}

// What a person's decision says about the model whose work it was.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { DecisionKind } from '../../contracts/phase.ts';
import type { ArmStatistics } from '../../data/arm-statistics.ts';
import type { PhaseRecord } from '../../data/phases.ts';
import { decisionOf } from '../../domain/call-name.ts';
import { worthOfVerdict } from '../../generation/router/rewards.ts';
import { logger } from '../../runtime/logger.ts';

/**
 * Adds a verdict to what is known of the model. Only the decision that was written tells it, and the statistics know it by its name: the first
 * one counts, once. A phase that nobody's model wrote has none.
 */
export async function judgeModel(
  { arms }: { readonly arms?: Pick<ArmStatistics, 'tell'> | undefined },
  reference: PhaseReference,
  { agent, attempt, answeredBy, status }: PhaseRecord,
  decision: DecisionKind,
  editedShare: number,
): Promise<void> {
  if (!arms || !answeredBy || answeredBy.attempt !== attempt || status !== 'WAITING_VALIDATION') return;
  if (decision !== 'APPROVED' && decision !== 'REJECTED' && decision !== 'SKIPPED') return;
  const { arm, language } = answeredBy;
  const worth = worthOfVerdict(decision === 'APPROVED' ? { decision, editedShare } : { decision });
  try {
    await arms.tell(
      { workspaceId: reference.workspaceId, agent, language },
      { decision: `${decisionOf(reference, attempt)}!`, arms: { [arm]: { j: worth, k: 1 } }, isOutcome: false },
    );
  } catch (error) {
    logger.warn('What a decision said about a model could not be noted', error as Error);
  }
}

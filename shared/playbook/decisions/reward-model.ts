// What a person's decision says about the model whose work it was.
import type { PhaseReference } from '../../contracts/identifiers.ts';
import type { DecisionKind } from '../../contracts/phase.ts';
import type { BanditStatistics } from '../../data/bandit-statistics.ts';
import type { PhaseRecord } from '../../data/phase-records.ts';
import { decisionOf } from '../../domain/costs/call-name.ts';
import { worthOfVerdict } from '../../generation/router/rewards.ts';
import { logger } from '../../runtime/logger.ts';

/**
 * Adds a verdict to what is known of the model, with what its attempt has taught. Only the decision that was written tells it, and the statistics
 * know it by its name: the first one counts, once. A phase that nobody's model wrote has none.
 */
export async function rewardModel(
  { arms }: { readonly arms?: Pick<BanditStatistics, 'tell'> | undefined },
  reference: PhaseReference,
  { agent, attempt, answeredBy, status }: PhaseRecord,
  decision: DecisionKind,
  editedShare: number,
): Promise<void> {
  if (!arms || !answeredBy || answeredBy.attempt !== attempt || status !== 'WAITING_VALIDATION') return;
  if (decision !== 'APPROVED' && decision !== 'REJECTED' && decision !== 'SKIPPED') return;
  const { arm, language, untold } = answeredBy;
  const worth = worthOfVerdict(decision === 'APPROVED' ? { decision, editedShare } : { decision });
  const verdict = { j: worth, k: 1 };
  const name = decisionOf(reference, attempt);
  try {
    await arms.tell(
      { workspaceId: reference.workspaceId, agent, language },
      untold
        ? { decision: name, arms: { ...untold, [arm]: { ...untold[arm], ...verdict } }, isOutcome: true }
        : { decision: `${name}!`, arms: { [arm]: verdict }, isOutcome: false }, // its outcome was told when it came
    );
  } catch (error) {
    logger.warn('What a decision said about a model could not be noted', error as Error);
  }
}

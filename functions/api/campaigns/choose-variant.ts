import { isGenerated } from '../../../shared/contracts/asset.ts';
import type { Assets } from '../../../shared/data/assets.ts';
import { publicPhase } from '../../../shared/data/phase-records.ts';
import type { Phases } from '../../../shared/data/phases.ts';
import { principalId } from '../../../shared/domain/accounts/principal.ts';
import { pairOf } from '../../../shared/domain/playbook/ab-pair.ts';
import type { Decisions } from '../../../shared/playbook/decisions.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { Input } from '../../kit/http-function.ts';

interface Parts {
  readonly assets: Pick<Assets, 'get'>;
  readonly phases: Pick<Phases, 'get'>;
  readonly decisions: Pick<Decisions, 'approve'>;
}

/** Approves the waiting phase with this variant of its pair. A second decision is a conflict. */
export const chooseVariant =
  ({ assets, phases, decisions }: Parts) =>
  async ({ params: { assetId }, principal }: Input<'chooseVariant'>) => {
    const { workspaceId } = principal;
    const asset = await assets.get(workspaceId, assetId);
    if (!asset) throw new ProblemError('not-found', 'There is no such asset.');
    if (!isGenerated(asset)) throw withoutPair(assetId);
    const { campaignId, phaseId, attempt, variant } = asset;
    const reference = { workspaceId, campaignId, phaseId };
    const phase = await phases.get(reference);
    if (!phase) throw new ProblemError('not-found', 'The campaign of this asset is gone.');
    if (!pairOf(phase.agent)) throw withoutPair(assetId);
    try {
      const decided = await decisions.approve(reference, principalId(principal), { choice: variant, attempt });
      return { success: true as const, phase: publicPhase(decided) };
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'conflict')) throw error;
      throw new ProblemError(
        'conflict',
        `${error.message} A choice counts once, for the newest pair: read the phase, or give this file a status with PATCH /assets/${assetId}.`,
      );
    }
  };

const withoutPair = (assetId: string) =>
  new ProblemError('validation-failed', `${assetId} is not one of an A/B pair. Give it a status with PATCH instead.`);

// Takes a decision. What settles an attempt is held for some seconds, in which it can be taken back; another try begins at once.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { api } from '../../live/api.ts';
import { approvalsKey, forgetApproval } from '../../live/approvals-data.ts';
import { campaignKeys } from '../../live/campaign-keys.ts';
import type { HeldAnswer } from '../../live/held-answer.ts';
import { holdDecision } from '../../live/undoable-decisions.ts';

interface Retry {
  readonly kind: 'retry';
  readonly instructions: string;
  readonly model: string;
}

export type Decide = ReturnType<typeof useDecide>;

export function useDecide(campaign: CampaignDetail, phase: Phase, onDone: () => void) {
  const queries = useQueryClient();
  const { id: phaseId, attempt, name: phaseName } = phase;
  const reload = () => {
    void queries.invalidateQueries({ queryKey: approvalsKey });
    void queries.invalidateQueries({ queryKey: campaignKeys.phase(campaign.id, phaseId) });
    return queries.invalidateQueries({ queryKey: campaignKeys.detail(campaign.id) });
  };
  return useMutation({
    mutationFn: async (decision: HeldAnswer | Retry) => {
      if (decision.kind !== 'retry')
        return holdDecision({ campaignId: campaign.id, phaseId, attempt, phaseName, answer: decision });
      const { instructions, model } = decision;
      await api.call('retryPhase', {
        params: { campaignId: campaign.id, phaseId },
        body: { attempt, ...(instructions.trim() ? { instructions } : {}), ...(model.trim() ? { model } : {}) },
      });
      forgetApproval(queries, campaign.id, phaseId);
      void reload();
    },
    onSuccess: onDone,
    onError: reload,
  });
}

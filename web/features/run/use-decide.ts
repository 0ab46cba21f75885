// Sends a decision. An approval is shown at once as decided, and taken back when the server refuses.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import type { Variant } from '../../../shared/contracts/variant.ts';
import { api } from '../../live/api.ts';
import { approvalsKey, forgetApproval } from '../../live/approvals-data.ts';
import { campaignKeys } from '../../live/campaign-keys.ts';
import { type HeldAnswer, holdDecision } from '../../live/undoable-decisions.ts';

type Output = Record<string, unknown>;
export type Decision =
  | { readonly kind: 'approve'; readonly editedData?: Output; readonly choice?: Variant }
  | { readonly kind: 'reject'; readonly feedback: string }
  | { readonly kind: 'retry'; readonly instructions: string; readonly model: string }
  | { readonly kind: 'write'; readonly output: Output }
  | { readonly kind: 'skip'; readonly reason: string };

export type Decide = ReturnType<typeof useDecide>;

/** `mayWait`: what can be taken back is held for some seconds first, and is nowhere shown as done meanwhile. */
export function useDecide(campaign: CampaignDetail, phase: Phase, onDone: () => void, mayWait = false) {
  const queries = useQueryClient();
  const detail = campaignKeys.detail(campaign.id);
  return useMutation({
    mutationFn: async (decision: Decision) => {
      const answer = mayWait ? heldAnswer(decision) : undefined;
      if (!answer) return send(campaign.id, phase, decision);
      const { id: phaseId, attempt, name: phaseName } = phase;
      return holdDecision({ campaignId: campaign.id, phaseId, attempt, phaseName, answer });
    },
    onMutate: async (decision) => {
      if (mayWait || decision.kind !== 'approve' || decision.editedData) return;
      await queries.cancelQueries({ queryKey: detail, exact: true });
      setStatus('COMPLETED');
    },
    onSuccess: (_answer, decision) => {
      if (!mayWait || !heldAnswer(decision)) forgetApproval(queries, campaign.id, phase.id);
      onDone();
    },
    onError: () => {
      setStatus(phase.status);
      void queries.invalidateQueries({ queryKey: campaignKeys.phase(campaign.id, phase.id) });
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: approvalsKey });
      return queries.invalidateQueries({ queryKey: detail });
    },
  });

  function setStatus(status: Phase['status']): void {
    queries.setQueryData<CampaignDetail>(
      detail,
      (known) =>
        known && {
          ...known,
          phases: known.phases.map((other) => (other.id === phase.id ? { ...other, status } : other)),
        },
    );
  }
}

/** Decisions that are taken with one press. One that was written as a whole output is not taken by a slip. */
function heldAnswer(decision: Decision): HeldAnswer | undefined {
  if (decision.kind === 'reject' || decision.kind === 'skip') return decision;
  if (decision.kind !== 'approve' || decision.editedData) return undefined;
  return { kind: 'approve', choice: decision.choice };
}

function send(campaignId: string, { id: phaseId, attempt }: Phase, decision: Decision): Promise<unknown> {
  const params = { campaignId, phaseId };
  switch (decision.kind) {
    case 'approve': {
      const { editedData, choice } = decision;
      return api.call('approvePhase', {
        params,
        body: { attempt, ...(editedData ? { editedData } : {}), ...(choice ? { choice } : {}) },
      });
    }
    case 'reject':
      return api.call('rejectPhase', { params, body: { attempt, feedback: decision.feedback } });
    case 'retry':
      return api.call('retryPhase', {
        params,
        body: {
          attempt,
          ...(decision.instructions.trim() ? { instructions: decision.instructions } : {}),
          ...(decision.model.trim() ? { model: decision.model } : {}),
        },
      });
    case 'write':
      return api.call('writePhase', { params, body: { attempt, output: decision.output } });
    case 'skip':
      return api.call('skipPhase', {
        params,
        body: { attempt, ...(decision.reason.trim() ? { reason: decision.reason } : {}) },
      });
  }
}

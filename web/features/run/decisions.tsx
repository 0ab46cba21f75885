// What a person can do about a phase that asks: approve it, edit it, send it back, choose a variant, try again or go on without it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, PencilLine, RotateCcw, SkipForward, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { ApiProblem } from '../../../shared/client/api-errors.ts';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import type { Variant } from '../../../shared/contracts/variant.ts';
import { Button } from '../../design/button.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { api } from '../../live/api.ts';
import { campaignKeys, phaseQuery } from '../../live/campaign-data.ts';
import { moment } from '../../words/formats.ts';
import { useWords } from '../../words/words.ts';
import { CapDialog } from './campaign-dialogs.tsx';
import { FeedbackDialog, RetryDialog, SkipDialog } from './decision-dialogs.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { useDecider } from './use-decider.ts';
import { runWords } from './words.ts';

export type Decision =
  | { readonly kind: 'approve'; readonly editedData?: Record<string, unknown>; readonly choice?: Variant }
  | { readonly kind: 'reject'; readonly feedback: string }
  | { readonly kind: 'retry'; readonly instructions: string; readonly model: string }
  | { readonly kind: 'skip'; readonly reason: string };

interface DecisionsProps {
  readonly campaign: CampaignDetail;
  readonly phase: Phase;
  readonly output: unknown;
}
type Open = 'edit' | 'feedback' | 'retry' | 'skip' | 'cap' | undefined;

export function Decisions({ campaign, phase, output }: DecisionsProps) {
  const say = useWords(runWords);
  const [open, setOpen] = useState<Open>();
  const pair = pairOf(output);
  const [choice, setChoice] = useState<Variant>();
  const decide = useDecide(campaign, phase, () => setOpen(undefined));
  const chosen = choice ?? pair?.best;
  const close = () => setOpen(undefined);
  const isWaiting = phase.status === 'WAITING_VALIDATION';
  const isStopped = phase.status === 'FAILED' || phase.status === 'BUDGET_HOLD';
  const isOpen = campaign.status === 'RUNNING' || campaign.status === 'PAUSED';
  if (!isOpen || (!isWaiting && !isStopped))
    return <DecisionProblem campaign={campaign} phase={phase} error={decide.error} />;

  return (
    <section className="decisions" aria-label={say('decision')}>
      {!open && <DecisionProblem campaign={campaign} phase={phase} error={decide.error} />}
      {isWaiting && <p className="small soft">{say('decide')}</p>}
      {isWaiting && pair && (
        <fieldset className="chips">
          <legend>{say('variants')}</legend>
          {(['A', 'B'] as const).map((variant) => (
            <label key={variant} className="chip-choice">
              <input type="radio" name="variant" checked={chosen === variant} onChange={() => setChoice(variant)} />
              {chosen === variant && <Check aria-hidden="true" />}
              {say('variant', { variant })}
              {pair.best === variant && <span className="small">· {say('recommended')}</span>}
            </label>
          ))}
        </fieldset>
      )}
      <div className="button-row">
        {isWaiting && (
          <>
            <Button
              kind="star"
              icon={<Check aria-hidden="true" />}
              working={decide.isPending}
              onClick={() => decide.mutate({ kind: 'approve', ...(chosen ? { choice: chosen } : {}) })}
            >
              {chosen ? say('approveVariant', { variant: chosen }) : say('approve')}
            </Button>
            {!pair && (
              <Button icon={<PencilLine aria-hidden="true" />} onClick={() => setOpen('edit')}>
                {say('edit')}
              </Button>
            )}
            <Button icon={<Undo2 aria-hidden="true" />} onClick={() => setOpen('feedback')}>
              {say('requestChanges')}
            </Button>
          </>
        )}
        {isStopped && (
          <Button kind="primary" icon={<RotateCcw aria-hidden="true" />} onClick={() => setOpen('retry')}>
            {say('retry')}
          </Button>
        )}
        {phase.status === 'BUDGET_HOLD' && <Button onClick={() => setOpen('cap')}>{say('raise')}</Button>}
        <Button kind="quiet" icon={<SkipForward aria-hidden="true" />} onClick={() => setOpen('skip')}>
          {say('skip')}
        </Button>
      </div>
      {open === 'edit' && <EditDialog phase={phase} output={output} decide={decide} onClose={close} />}
      {open === 'feedback' && <FeedbackDialog phase={phase} decide={decide} onClose={close} />}
      {open === 'retry' && <RetryDialog phase={phase} decide={decide} onClose={close} />}
      {open === 'skip' && <SkipDialog phase={phase} decide={decide} onClose={close} />}
      <CapDialog campaign={campaign} open={open === 'cap'} onClose={close} />
    </section>
  );
}

/** The better-scored variant where the output is an A/B pair. */
function pairOf(output: unknown): { readonly best: Variant } | undefined {
  const { visuals, videos } = (output ?? {}) as Record<
    string,
    readonly { variant: Variant; score: number }[] | undefined
  >;
  const pair = visuals ?? videos;
  if (!pair) return undefined;
  const [best] = [...pair].sort((one, other) => other.score - one.score);
  return best && { best: best.variant };
}

export type Decide = ReturnType<typeof useDecide>;

/** Shown at once as decided; taken back when the server refuses. */
function useDecide(campaign: CampaignDetail, phase: Phase, onDone: () => void) {
  const queries = useQueryClient();
  const detail = campaignKeys.detail(campaign.id);
  const params = { campaignId: campaign.id, phaseId: phase.id };
  return useMutation({
    mutationFn: (decision: Decision) => {
      const { attempt } = phase;
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
        case 'skip':
          return api.call('skipPhase', {
            params,
            body: { attempt, ...(decision.reason.trim() ? { reason: decision.reason } : {}) },
          });
      }
    },
    onMutate: async (decision) => {
      if (decision.kind !== 'approve' || decision.editedData) return;
      await queries.cancelQueries({ queryKey: detail, exact: true });
      setStatus('COMPLETED');
    },
    onSuccess: onDone,
    onError: () => {
      setStatus(phase.status);
      void queries.invalidateQueries({ queryKey: campaignKeys.phase(campaign.id, phase.id) });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: detail }),
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

interface DecisionProblemProps {
  readonly campaign: CampaignDetail;
  readonly phase: Phase;
  readonly error: unknown;
}

/** Why a decision did not count; where somebody was faster, who it was and what they decided. */
export function DecisionProblem({ campaign, phase, error }: DecisionProblemProps) {
  const say = useWords(runWords);
  const who = useDecider();
  const queries = useQueryClient();
  if (!error) return null;
  if (!(error instanceof ApiProblem) || error.code !== 'conflict') return <ProblemNotice error={error} />;
  const last = queries.getQueryData(phaseQuery(campaign.id, phase.id).queryKey)?.approvals.at(-1);
  return (
    <Notice tone="retry" title={say('decidedElsewhere')}>
      {last && (
        <p>
          {say('decidedBy', {
            who: who(last.decidedBy),
            decision: say(`word_${last.decision}`),
            when: moment(last.decidedAt),
          })}
        </p>
      )}
      <p>{error.detail ?? error.title}</p>
    </Notice>
  );
}

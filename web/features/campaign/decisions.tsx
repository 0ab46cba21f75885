// What a person can do about a phase that asks: approve it, edit it, send it back, choose a variant, try again, write it, or go on without it.
import { Check, CircleDollarSign, PencilLine, RotateCcw, SkipForward, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import type { ModelChoice } from '../../../shared/contracts/routes/phases-routes.ts';
import type { Variant } from '../../../shared/contracts/variant.ts';
import { Button } from '../../design/button.tsx';
import { useWords } from '../../i18n/messages.ts';
import { wordsOf } from '../../live/held-answer.ts';
import { answerTakenBack, useIsHeld } from '../../live/undoable-decisions.ts';
import { decisionWords } from './decision-messages.ts';
import { DecisionProblem, Overtaken } from './decision-problem.tsx';
import { useDecide } from './use-decide.ts';
import { useDecisionKeys } from './use-decision-keys.ts';
import { pairOf, VariantChoice } from './variant-choice.tsx';

// What is typed into comes when it is opened: the page itself is light.
const FeedbackDialog = lazy(() => import('./feedback-dialog.tsx'));
const RetryDialog = lazy(() => import('./retry-dialog.tsx'));
const SkipDialog = lazy(() => import('./skip-dialog.tsx'));
const CapDialog = lazy(() => import('./campaign-dialogs.tsx').then((part) => ({ default: part.CapDialog })));
const EditDialog = lazy(() => import('./edit-dialog.tsx'));
const WriteDialog = lazy(() => import('./write-dialog.tsx'));

interface DecisionsProps {
  readonly campaign: CampaignDetail;
  readonly phase: Phase;
  readonly output: unknown;
  /** Of an answer that did not fit: what a person may begin from. */
  readonly lastAnswer?: unknown;
  /** Of a phase that stopped: those that could do it. */
  readonly models?: readonly ModelChoice[] | undefined;
  readonly onDecided?: (() => void) | undefined;
}
type Open = 'edit' | 'feedback' | 'retry' | 'skip' | 'write' | 'cap';
/** A dialog is about the attempt that it was opened for: words about one are not sent to the next. */
interface OpenDialog {
  readonly name: Open;
  readonly attempt: number;
}

export function Decisions({ campaign, phase, output, lastAnswer, models = [], onDecided }: DecisionsProps) {
  const say = useWords(decisionWords);
  const [dialogOpen, setDialog] = useState<OpenDialog>();
  const open = dialogOpen?.name;
  const setOpen = (name: Open) => setDialog({ name, attempt: phase.attempt });
  const pair = pairOf(output);
  const [choice, setChoice] = useState<Variant>();
  const close = () => setDialog(undefined);
  const decide = useDecide(campaign, phase, () => {
    close();
    onDecided?.();
  });
  const chosen = choice ?? pair?.best;
  const subject = { campaignId: campaign.id, phaseId: phase.id };
  const isOnItsWay = useIsHeld(subject.campaignId, subject.phaseId);
  const takenBack = answerTakenBack({ ...subject, attempt: phase.attempt });
  const isOpen = !isOnItsWay && (campaign.status === 'RUNNING' || campaign.status === 'PAUSED');
  const isWaiting = isOpen && phase.status === 'WAITING_VALIDATION';
  const isHeld = isOpen && phase.status === 'BUDGET_HOLD';
  const isStopped = isHeld || (isOpen && phase.status === 'FAILED');
  const approve = () => decide.mutate({ kind: 'approve', ...(chosen ? { choice: chosen } : {}) });
  const goOn = () => decide.mutate({ kind: 'retry', instructions: '', model: '' });
  useDecisionKeys({
    ...(isWaiting ? { approve, feedback: () => setOpen('feedback') } : {}),
    ...(isWaiting && !pair ? { edit: () => setOpen('edit') } : {}),
    ...(isStopped ? { retry: () => setOpen('retry'), write: () => setOpen('write') } : {}),
  });
  // A dialog stays open though somebody else decides meanwhile: what was typed into it is not thrown away.
  const isAnother = dialogOpen !== undefined && dialogOpen.attempt !== phase.attempt;
  const overtaken = (isAnother || (!isWaiting && !isStopped)) && !decide.isPending && (
    <Overtaken {...subject} error={decide.error} />
  );
  const dialog = { phase, decide, overtaken, onClose: close };
  const openDialog = (
    <Suspense>
      {open === 'edit' && <EditDialog {...dialog} output={output} takenBack={takenBack} />}
      {open === 'feedback' && <FeedbackDialog {...dialog} takenBack={takenBack} />}
      {open === 'retry' && <RetryDialog {...dialog} models={models} />}
      {open === 'skip' && <SkipDialog {...dialog} takenBack={takenBack} />}
      {open === 'write' && <WriteDialog {...dialog} lastAnswer={lastAnswer} takenBack={takenBack} />}
      {open === 'cap' && <CapDialog campaign={campaign} open onClose={close} onChanged={goOn} />}
    </Suspense>
  );
  const problem = !open && <DecisionProblem {...subject} error={decide.error} />;
  const bar = (
    <section className="decisions" aria-label={say('decision')}>
      {problem}
      {isWaiting && (
        <p className="small soft decisions-hint">{say(takenBack && wordsOf(takenBack) ? 'takenBack' : 'decide')}</p>
      )}
      {isWaiting && pair && <VariantChoice best={pair.best} chosen={chosen ?? pair.best} onChoose={setChoice} />}
      <div className="button-row">
        {isWaiting && (
          <>
            <Button kind="star" icon={<Check aria-hidden="true" />} working={decide.isPending} onClick={approve}>
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
          <>
            {isHeld && (
              <Button kind="primary" icon={<CircleDollarSign aria-hidden="true" />} onClick={() => setOpen('cap')}>
                {say('raiseAndGoOn')}
              </Button>
            )}
            <Button
              kind={isHeld ? 'plain' : 'primary'}
              icon={<RotateCcw aria-hidden="true" />}
              onClick={() => setOpen('retry')}
            >
              {say(isHeld ? 'cheaperModel' : 'retry')}
            </Button>
            <Button icon={<PencilLine aria-hidden="true" />} onClick={() => setOpen('write')}>
              {say('write')}
            </Button>
          </>
        )}
        <Button kind="quiet" icon={<SkipForward aria-hidden="true" />} onClick={() => setOpen('skip')}>
          {say('skip')}
        </Button>
      </div>
    </section>
  );
  // The dialogs keep their place, and with it what was typed, whether the bar is still there or not.
  return (
    <>
      {isWaiting || isStopped ? bar : problem}
      {isOnItsWay && (
        <section className="decisions" aria-label={say('decision')}>
          <p className="small soft">{say('onItsWay')}</p>
        </section>
      )}
      {openDialog}
    </>
  );
}

// What a person can do about a phase that asks: approve it, edit it, send it back, choose a variant, try again, write it, or go on without it.
import { useQueryClient } from '@tanstack/react-query';
import { Check, CircleDollarSign, PencilLine, RotateCcw, SkipForward, Undo2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { ApiProblem } from '../../../shared/client/api-errors.ts';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import type { ModelChoice } from '../../../shared/contracts/routes/phases-routes.ts';
import type { Variant } from '../../../shared/contracts/variant.ts';
import { useCommands } from '../../commands/registry.ts';
import { Button } from '../../design/button.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { moment } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { phaseQuery } from '../../live/campaign-data.ts';
import { wordsTakenBack } from '../../live/undoable-decisions.ts';
import { runWords } from './messages.ts';
import { useDecide } from './use-decide.ts';
import { useDecider } from './use-decider.ts';

// What is typed into comes when it is opened: the page itself is light.
const dialogs = () => import('./decision-dialogs.tsx');
const FeedbackDialog = lazy(() => dialogs().then((part) => ({ default: part.FeedbackDialog })));
const RetryDialog = lazy(() => dialogs().then((part) => ({ default: part.RetryDialog })));
const SkipDialog = lazy(() => dialogs().then((part) => ({ default: part.SkipDialog })));
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
  /** Where one goes through many: a decision can be taken back for some seconds. */
  readonly mayWait?: boolean;
}
type Open = 'edit' | 'feedback' | 'retry' | 'skip' | 'write' | 'cap';
/** A dialog is about the attempt that it was opened for: words about one are not sent to the next. */
interface OpenDialog {
  readonly name: Open;
  readonly attempt: number;
}

export function Decisions({
  campaign,
  phase,
  output,
  lastAnswer,
  models = [],
  onDecided,
  mayWait = false,
}: DecisionsProps) {
  const say = useWords(runWords);
  const [dialogOpen, setDialog] = useState<OpenDialog>();
  const open = dialogOpen?.name;
  const setOpen = (name: Open) => setDialog({ name, attempt: phase.attempt });
  const pair = pairOf(output);
  const [choice, setChoice] = useState<Variant>();
  const close = () => setDialog(undefined);
  const decide = useDecide(
    campaign,
    phase,
    () => {
      close();
      onDecided?.();
    },
    mayWait,
  );
  const chosen = choice ?? pair?.best;
  const isOpen = campaign.status === 'RUNNING' || campaign.status === 'PAUSED';
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
    <Overtaken campaign={campaign} phase={phase} error={decide.error} />
  );
  const dialog = { phase, decide, overtaken, onClose: close };
  const openDialog = (
    <Suspense>
      {open === 'edit' && <EditDialog {...dialog} output={output} />}
      {open === 'feedback' && (
        <FeedbackDialog {...dialog} written={wordsTakenBack({ campaignId: campaign.id, phaseId: phase.id })} />
      )}
      {open === 'retry' && <RetryDialog {...dialog} models={models} />}
      {open === 'skip' && <SkipDialog {...dialog} />}
      {open === 'write' && <WriteDialog {...dialog} lastAnswer={lastAnswer} />}
      {open === 'cap' && <CapDialog campaign={campaign} open onClose={close} onChanged={goOn} />}
    </Suspense>
  );
  const problem = !open && <DecisionProblem campaign={campaign} phase={phase} error={decide.error} />;
  const bar = (
    <section className="decisions" aria-label={say('decision')}>
      {problem}
      {isWaiting && <p className="small soft decisions-hint">{say('decide')}</p>}
      {isWaiting && pair && (
        <fieldset className="chips">
          <legend>{say('variants')}</legend>
          {(['A', 'B'] as const).map((variant) => (
            <label key={variant} className="chip-choice">
              <input
                type="radio"
                name="variant"
                value={variant}
                checked={chosen === variant}
                onChange={() => setChoice(variant)}
              />
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
      {openDialog}
    </>
  );
}

type Actions = Partial<Record<'approve' | 'edit' | 'feedback' | 'retry' | 'write', () => void>>;

/** The keys of a decision, where there is one to take. */
function useDecisionKeys({ approve, edit, feedback, retry, write }: Actions): void {
  const say = useWords(runWords);
  const group = say('keysDecide');
  const command = (id: string, keys: string, label: string, run: (() => void) | undefined) =>
    run ? [{ id, group, keys, label, run }] : [];
  useCommands([
    ...command('approve', 'a', say('approve'), approve),
    ...command('edit', 'e', say('edit'), edit),
    ...command('changes', 'c', say('requestChanges'), feedback),
    ...command('retry', 'r', say('retry'), retry),
    ...command('write', 'w', say('write'), write),
  ]);
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

interface DecisionProblemProps {
  readonly campaign: CampaignDetail;
  readonly phase: Phase;
  readonly error: unknown;
}

/** Why a decision did not count; where somebody was faster, who it was and what they decided. */
export function DecisionProblem({ campaign, phase, error }: DecisionProblemProps) {
  const say = useWords(runWords);
  if (!error) return null;
  if (!(error instanceof ApiProblem) || error.code !== 'conflict') return <ProblemNotice error={error} />;
  return (
    <Notice tone="retry" title={say('decidedElsewhere')}>
      <LastDecision campaign={campaign} phase={phase} />
      <p>{error.detail ?? error.title}</p>
    </Notice>
  );
}

/** Inside a dialog about a phase that waits no more. */
function Overtaken({ campaign, phase, error }: DecisionProblemProps) {
  const say = useWords(runWords);
  const isConflict = error instanceof ApiProblem && error.code === 'conflict';
  return (
    <Notice tone="retry" title={say(isConflict ? 'decidedElsewhere' : 'overtakenTitle')}>
      <LastDecision campaign={campaign} phase={phase} />
      <p>{say('overtakenText')}</p>
    </Notice>
  );
}

function LastDecision({ campaign, phase }: Pick<DecisionProblemProps, 'campaign' | 'phase'>) {
  const say = useWords(runWords);
  const who = useDecider();
  const queries = useQueryClient();
  const last = queries.getQueryData(phaseQuery(campaign.id, phase.id).queryKey)?.approvals.at(-1);
  if (!last) return null;
  return (
    <p>
      {say('decidedBy', {
        who: who(last.decidedBy),
        decision: say(`word_${last.decision}`),
        when: moment(last.decidedAt),
      })}
    </p>
  );
}

// Decisions that are about to be sent: to take back, or to send at once. What did not count stays until it was seen.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Check, PencilLine, Send, SkipForward, Undo2, X } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { ApiProblem } from '../../shared/client/api-errors.ts';
import { useCommands } from '../commands/registry.ts';
import { Button, IconButton } from '../design/button.tsx';
import { ProblemNotice } from '../design/notice.tsx';
import { currentLanguage, useWords } from '../i18n/messages.ts';
import { approvalsKey, decisionsKey } from '../live/approvals-data.ts';
import { campaignKeys } from '../live/campaign-keys.ts';
import { wordsOf } from '../live/held-answer.ts';
import {
  attendHeldDecisions,
  type HeldEntry,
  heldKey,
  sendNow,
  takeBack,
  useHeldDecisions,
} from '../live/undoable-decisions.ts';
import { appWords } from './messages.ts';

const DecisionProblem = lazy(async () => ({
  default: (await import('../features/campaign/decision-problem.tsx')).DecisionProblem,
}));

export function UndoBar() {
  const say = useWords(appWords);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const entries = useHeldDecisions();
  useEffect(
    () =>
      attendHeldDecisions(({ campaignId, phaseId }) => {
        for (const queryKey of [
          approvalsKey,
          decisionsKey,
          campaignKeys.detail(campaignId),
          campaignKeys.phase(campaignId, phaseId),
        ])
          void queries.invalidateQueries({ queryKey });
      }),
    [queries],
  );
  /** Where one stands with the campaign, or in the inbox. */
  const show = ({ campaignId, phaseId }: HeldEntry) =>
    location.pathname.startsWith(`/campaigns/${campaignId}`)
      ? void navigate({ to: '/campaigns/$campaignId', params: { campaignId }, search: { phase: phaseId } })
      : void navigate({ to: '/approvals', search: { campaign: campaignId, phase: phaseId } });
  const undo = (entry: HeldEntry) => {
    takeBack(entry);
    show(entry);
  };
  const last = entries.findLast(({ state }) => state === 'held');
  useCommands(
    last
      ? [{ id: 'undo', group: say('keysEverywhere'), keys: 'z', label: say('heldUndo'), run: () => undo(last) }]
      : [],
  );
  const said = last ? say('heldSaid', { what: sentenceOf(say, last) }) : '';
  return (
    <section className="held" aria-label={say('held')} hidden={entries.length === 0}>
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      {entries.map((entry) =>
        entry.state === 'failed' ? (
          <div key={heldKey(entry)} className="held-failed">
            <NotSent entry={entry} />
            <IconButton label={say('heldClose')} icon={<X aria-hidden="true" />} onClick={() => undo(entry)} />
          </div>
        ) : (
          <HeldRow key={heldKey(entry)} entry={entry} onUndo={() => undo(entry)} />
        ),
      )}
    </section>
  );
}

const icons = { approve: Check, reject: Undo2, write: PencilLine, skip: SkipForward };
const words = { approve: 'heldApprove', reject: 'heldReject', write: 'heldWrite', skip: 'heldSkip' } as const;
const sentenceOf = (say: ReturnType<typeof useWords<keyof typeof appWords.en>>, { answer, phaseName }: HeldEntry) =>
  say(answer.kind === 'approve' && answer.editedData ? 'heldEdited' : words[answer.kind], {
    phase: phaseName[currentLanguage()],
  });

/** Why it did not count. Where somebody was faster there is nothing to try again, and what was written is there to be copied. */
function NotSent({ entry }: { readonly entry: HeldEntry }) {
  const say = useWords(appWords);
  const what = <p>{say('heldFailed', { what: sentenceOf(say, entry) })}</p>;
  if (entry.error instanceof ApiProblem && entry.error.code === 'conflict')
    return (
      <Suspense>
        <DecisionProblem {...entry} error={entry.error} words={wordsOf(entry.answer)}>
          {what}
        </DecisionProblem>
      </Suspense>
    );
  return (
    <ProblemNotice error={entry.error} retry={() => void sendNow(entry)}>
      {what}
    </ProblemNotice>
  );
}

function HeldRow({ entry, onUndo }: { readonly entry: HeldEntry; readonly onUndo: () => void }) {
  const say = useWords(appWords);
  const seconds = useSecondsTo(entry.sendAt);
  const Icon = icons[entry.answer.kind];
  const isSending = entry.state === 'sending';
  return (
    <div className="held-row">
      <Icon aria-hidden="true" />
      <p>
        <strong>{sentenceOf(say, entry)}</strong>{' '}
        <span className="number" aria-hidden="true">
          {isSending || seconds === 0 ? say('heldSending') : say('heldIn', { seconds })}
        </span>
      </p>
      <Button icon={<Undo2 aria-hidden="true" />} disabled={isSending} onClick={onUndo}>
        {say('heldUndo')}
      </Button>
      <IconButton
        label={say('heldNow')}
        icon={<Send aria-hidden="true" />}
        disabled={isSending}
        onClick={() => void sendNow(entry)}
      />
    </div>
  );
}

function useSecondsTo(at: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((at - now) / 1000));
}

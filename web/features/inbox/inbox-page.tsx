// Everything that waits for a person, in all campaigns: a list to go through, and beside it what is decided about. What was put aside and what was
// decided lately are lists of their own.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Inbox } from 'lucide-react';
import { type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { ApprovalItem } from '../../../shared/contracts/routes/approvals-routes.ts';
import { useCommands } from '../../commands/registry.ts';
import { Button } from '../../design/button.tsx';
import { Boundary, ProblemNotice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { afterDialog, Tabs } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { idOf, snooze, useApprovals } from '../../live/approvals-data.ts';
import { campaignQuery } from '../../live/campaign-data.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { DecidedList } from './decided-list.tsx';
import { InboxRow } from './inbox-row.tsx';
import './inbox.css';
import type { InboxChoice, InboxList } from './inbox-choice.ts';
import { inboxWords } from './messages.ts';
import { SnoozeMenu } from './snooze-menu.tsx';
import { snoozeUntil } from './snooze-times.ts';

export interface ReviewProps extends InboxChoice {
  readonly above: ReactNode;
  readonly onDecided: () => void;
}

interface InboxPageProps {
  readonly list: InboxList;
  readonly onList: (list: InboxList) => void;
  readonly chosen: InboxChoice | undefined;
  readonly onChoose: (choice: InboxChoice | undefined) => void;
  /** The phase with its decisions; another feature draws it. */
  readonly review: (props: ReviewProps) => ReactNode;
  readonly campaignLink: (campaignId: string, label: string) => ReactNode;
  readonly campaignsLink: (label: string) => ReactNode;
}

export function InboxPage({ list, onList, chosen, onChoose, review, campaignLink, campaignsLink }: InboxPageProps) {
  const say = useWords(inboxWords);
  usePageTitle(say('title'));
  const queries = useQueryClient();
  const { query, waiting, aside, count } = useApprovals();
  const items = list === 'later' ? aside : waiting;
  // What is read stays, though somebody else decides about it meanwhile: it may have words in it that are not sent yet.
  const [kept, setKept] = useState<InboxChoice>();
  if (list === 'waiting' && !kept && items[0]) setKept(choiceOf(items[0]));
  const shown = chosen ?? (list === 'waiting' ? kept : undefined);
  const shownItem = [...waiting, ...aside].find((item) => isChosen(item, shown));
  // What the review reads, too: here for its name alone.
  const campaign = useQuery({ ...campaignQuery(shown?.campaign ?? ''), enabled: shown !== undefined });
  const pane = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const read = () => pane.current?.querySelector('h2')?.focus();
  // What was gone on to is read when it is drawn: it may still have to come, and the dialog that decided is closed by then.
  const isAwaited = useRef(false);
  const readAwaited = useCallback(() => {
    if (isAwaited.current) afterDialog(() => pane.current?.querySelector('h2')?.focus());
    isAwaited.current = false;
  }, []);
  const step = (by: number) => {
    const at = items.findIndex((item) => isChosen(item, shown));
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (next) onChoose(choiceOf(next));
  };
  /** On to the next of the list: what is read is done with. */
  const goOn = () => {
    const at = items.findIndex((item) => isChosen(item, shown));
    const left = items.filter((item) => !isChosen(item, shown));
    const next = left[Math.min(Math.max(at, 0), left.length - 1)];
    setSaid(next ? say('decidedNext', { left: left.length }) : say('decidedLast'));
    setKept(choiceOf(next));
    onChoose(choiceOf(next));
    isAwaited.current = next !== undefined;
  };
  const putAside = (until: Date | null) => {
    if (!shownItem) return;
    setProblem(undefined);
    // Marked at once: what is put aside is not among those to go on to.
    snooze(queries, shownItem, until?.toISOString() ?? null).catch(setProblem);
    if (until) goOn();
    else onList('waiting');
  };
  const group = say('keys');
  useCommands([
    { id: 'inbox-next', group, keys: 'j', label: say('keyNext'), run: () => step(1) },
    { id: 'inbox-before', group, keys: 'k', label: say('keyBefore'), run: () => step(-1) },
    {
      id: 'inbox-open',
      group,
      keys: 'Enter',
      label: say('keyOpen'),
      run: () => {
        if (shown) onChoose(shown);
        requestAnimationFrame(read);
      },
    },
    {
      id: 'inbox-aside',
      group,
      keys: 's',
      label: say('keyAside'),
      run: () => putAside(snoozeUntil('tomorrow', new Date())),
    },
  ]);

  if (!query.data)
    return (
      <div className="page">
        <h1>{say('title')}</h1>
        {query.error ? (
          <ProblemNotice error={query.error} retry={() => void query.refetch()} />
        ) : (
          <Skeleton lines={7} height="3rem" />
        )}
      </div>
    );
  const rows = (hint: ReactNode) => (
    <>
      {items.length === 0 && hint}
      <ul className="inbox-rows">
        {items.map((item) => (
          <InboxRow
            key={idOf(item)}
            item={item}
            isChosen={isChosen(item, shown)}
            onChoose={() => onChoose(choiceOf(item))}
          />
        ))}
      </ul>
    </>
  );
  const counted = (word: 'waiting' | 'later', number: number) => (
    <>
      {say(word)}
      {number > 0 && (
        <span className="inbox-count">
          <span aria-hidden="true">{number}</span>
          <span className="visually-hidden">
            {say(word === 'waiting' ? 'countWaiting' : 'countLater', { count: number })}
          </span>
        </span>
      )}
    </>
  );
  const empty = (title: string, text: string, action?: ReactNode) => (
    <div className="inbox-empty">
      <Inbox aria-hidden="true" />
      <EmptyState title={title} action={action}>
        {text}
      </EmptyState>
    </div>
  );
  return (
    <div className="inbox" data-open={chosen ? '' : undefined}>
      <section className="inbox-list" aria-label={say('list')}>
        <header className="inbox-head">
          <h1>{say('title')}</h1>
        </header>
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
        {problem !== undefined && <ProblemNotice error={problem} />}
        <Tabs
          label={say('lists')}
          selected={list}
          onSelect={onList}
          tabs={[
            {
              id: 'waiting',
              label: counted('waiting', count),
              content: rows(
                <div className="inbox-small">
                  {empty(say('emptyTitle'), say('emptyText'), campaignsLink(say('toCampaigns')))}
                </div>,
              ),
            },
            {
              id: 'later',
              label: counted('later', aside.length),
              content: rows(<div className="inbox-small">{empty(say('laterEmpty'), say('laterHint'))}</div>),
            },
            {
              id: 'decided',
              label: say('decided'),
              content: <DecidedList isChosen={(choice) => sameChoice(choice, shown)} onChoose={onChoose} />,
            },
          ]}
        />
      </section>
      <section className="inbox-pane" aria-label={say('review')} ref={pane}>
        {!shown && list === 'waiting' && empty(say('emptyTitle'), say('emptyText'), campaignsLink(say('toCampaigns')))}
        {!shown && list === 'later' && empty(say('laterEmpty'), say('laterHint'))}
        {shown && (
          <>
            <div className="inbox-back">
              <h1 className="visually-hidden">{say('title')}</h1>
              <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={() => onChoose(undefined)}>
                {say('back')}
              </Button>
            </div>
            <Boundary resetKey={`${shown.campaign}/${shown.phase}`}>
              <Suspense key={`${shown.campaign}/${shown.phase}`} fallback={<Skeleton lines={8} />}>
                {review({
                  ...shown,
                  onDecided: goOn,
                  above: (
                    <div className="inbox-above small">
                      <p>
                        {campaignLink(
                          shown.campaign,
                          shownItem?.campaign.name ?? campaign.data?.name ?? say('toCampaign'),
                        )}
                        {shownItem && shownItem.holdsUp > 0 && (
                          <span className="soft">{say('holdsUp', { count: shownItem.holdsUp })}</span>
                        )}
                      </p>
                      {shownItem && (
                        <SnoozeMenu item={shownItem} isAside={aside.includes(shownItem)} onSnooze={putAside} />
                      )}
                    </div>
                  ),
                })}
                <Drawn onDrawn={readAwaited} />
              </Suspense>
            </Boundary>
          </>
        )}
      </section>
    </div>
  );
}

/** Calls back once what it stands beside is there. */
function Drawn({ onDrawn }: { readonly onDrawn: () => void }) {
  useEffect(onDrawn, [onDrawn]);
  return null;
}

function choiceOf(item: ApprovalItem): InboxChoice;
function choiceOf(item: ApprovalItem | undefined): InboxChoice | undefined;
function choiceOf(item: ApprovalItem | undefined): InboxChoice | undefined {
  return item && { campaign: item.campaign.id, phase: item.phase.id };
}

const isChosen = (item: ApprovalItem, choice: InboxChoice | undefined): boolean => sameChoice(choiceOf(item), choice);
const sameChoice = (one: InboxChoice, other: InboxChoice | undefined): boolean =>
  one.campaign === other?.campaign && one.phase === other.phase;

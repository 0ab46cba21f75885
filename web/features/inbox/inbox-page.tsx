// Everything that waits for a person, in all campaigns: a list to go through, and beside it what is decided about.
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Inbox } from 'lucide-react';
import { type ReactNode, Suspense, useRef, useState } from 'react';
import type { ApprovalItem } from '../../../shared/contracts/routes/approvals-routes.ts';
import { useCommands } from '../../commands/registry.ts';
import { Button } from '../../design/button.tsx';
import { Boundary, ProblemNotice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { approvalsQuery, idOf } from '../../live/approvals-data.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { useWords } from '../../words/words.ts';
import { InboxRow } from './inbox-row.tsx';
import './inbox.css';
import { inboxWords } from './words.ts';

export interface InboxChoice {
  readonly campaign: string;
  readonly phase: string;
}

export interface ReviewProps extends InboxChoice {
  readonly above: ReactNode;
  readonly onDecided: () => void;
}

interface InboxPageProps {
  readonly chosen: InboxChoice | undefined;
  readonly onChoose: (choice: InboxChoice | undefined) => void;
  /** The phase with its decisions; another feature draws it. */
  readonly review: (props: ReviewProps) => ReactNode;
  readonly campaignLink: (campaignId: string, label: string) => ReactNode;
  readonly campaignsLink: (label: string) => ReactNode;
}

export function InboxPage({ chosen, onChoose, review, campaignLink, campaignsLink }: InboxPageProps) {
  const say = useWords(inboxWords);
  usePageTitle(say('title'));
  const query = useQuery(approvalsQuery(5));
  const items = query.data?.approvals ?? [];
  // What is read stays, though somebody else decides about it meanwhile: it may have words in it that are not sent yet.
  const [kept, setKept] = useState<InboxChoice>();
  if (!kept && items[0]) setKept(choiceOf(items[0]));
  const shown = chosen ?? kept;
  const shownItem = items.find((item) => isChosen(item, shown));
  const pane = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const read = () => requestAnimationFrame(() => pane.current?.querySelector('h2')?.focus());
  const step = (by: number) => {
    const at = items.findIndex((item) => isChosen(item, shown));
    const next = items[Math.max(0, Math.min(items.length - 1, at + by))];
    if (next) onChoose(choiceOf(next));
  };
  const decided = () => {
    const at = items.findIndex((item) => isChosen(item, shown));
    const left = items.filter((item) => !isChosen(item, shown));
    const next = left[Math.min(Math.max(at, 0), left.length - 1)];
    setSaid(next ? say('decidedNext', { left: left.length }) : say('decidedLast'));
    setKept(choiceOf(next));
    onChoose(choiceOf(next));
    if (next) read();
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
        read();
      },
    },
  ]);

  if (query.isPending) return <Skeleton lines={7} height="3rem" />;
  if (query.error && !query.data)
    return (
      <div className="page">
        <h1>{say('title')}</h1>
        <ProblemNotice error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (!shown)
    return (
      <div className="page">
        <h1>{say('title')}</h1>
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
        <div className="panel inbox-empty">
          <Inbox aria-hidden="true" />
          <EmptyState title={say('emptyTitle')} action={campaignsLink(say('toCampaigns'))}>
            {say('emptyText')}
          </EmptyState>
        </div>
      </div>
    );
  return (
    <div className="inbox" data-open={chosen ? '' : undefined}>
      <section className="inbox-list" aria-label={say('list')}>
        <header className="inbox-head">
          <h1>{say('title')}</h1>
          <span className="soft small number">{say('count', { count: query.data?.total ?? items.length })}</span>
        </header>
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
        {items.length === 0 && <p className="soft inbox-none">{say('emptyTitle')}</p>}
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
      </section>
      <section className="inbox-pane" aria-label={say('review')} ref={pane}>
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
              onDecided: decided,
              above: (
                <p className="inbox-above small">
                  {campaignLink(shown.campaign, shownItem?.campaign.name ?? say('toCampaign'))}
                  {shownItem && shownItem.holdsUp > 0 && (
                    <span className="soft">{say('holdsUp', { count: shownItem.holdsUp })}</span>
                  )}
                </p>
              ),
            })}
          </Suspense>
        </Boundary>
      </section>
    </div>
  );
}

function choiceOf(item: ApprovalItem): InboxChoice;
function choiceOf(item: ApprovalItem | undefined): InboxChoice | undefined;
function choiceOf(item: ApprovalItem | undefined): InboxChoice | undefined {
  return item && { campaign: item.campaign.id, phase: item.phase.id };
}

const isChosen = ({ campaign, phase }: ApprovalItem, choice: InboxChoice | undefined): boolean =>
  campaign.id === choice?.campaign && phase.id === choice.phase;

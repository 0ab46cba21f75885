// What people decided in the last seven days, in all campaigns.
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Check, PencilLine, RotateCcw, SkipForward, Undo2 } from 'lucide-react';
import { isKeyId } from '../../../shared/contracts/identifiers.ts';
import type { DecidedItem } from '../../../shared/contracts/routes/approvals-routes.ts';
import { Button } from '../../design/button.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { ago, moment } from '../../i18n/formats.ts';
import { currentLanguage, useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { decisionsKey } from '../../live/approvals-data.ts';
import { useSession } from '../../live/session.ts';
import type { InboxChoice } from './inbox-choice.ts';
import { inboxWords } from './messages.ts';

const decidedQuery = infiniteQueryOptions({
  queryKey: decisionsKey,
  queryFn: ({ pageParam }) =>
    api.call('listDecisions', { query: { limit: 30, ...(pageParam ? { cursor: pageParam } : {}) } }),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

interface DecidedListProps {
  readonly isChosen: (choice: InboxChoice) => boolean;
  readonly onChoose: (choice: InboxChoice) => void;
}

export function DecidedList({ isChosen, onChoose }: DecidedListProps) {
  const say = useWords(inboxWords);
  const query = useInfiniteQuery(decidedQuery);
  if (query.isPending) return <Skeleton lines={5} height="3rem" />;
  if (query.error && !query.data) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  const decisions = query.data.pages
    .flatMap((page) => page.decisions)
    .sort((one, other) => other.approval.decidedAt.localeCompare(one.approval.decidedAt));
  return (
    <>
      {decisions.length === 0 && <p className="soft inbox-none">{say('decidedEmpty')}</p>}
      <ul className="inbox-rows">
        {decisions.map((item) => (
          <DecidedRow
            key={`${item.campaign.id} ${item.phase.id} ${item.approval.decidedAt}`}
            item={item}
            isChosen={isChosen(choiceOf(item))}
            onChoose={() => onChoose(choiceOf(item))}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <p className="inbox-none">
          <Button working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {say('more')}
          </Button>
        </p>
      )}
    </>
  );
}

const choiceOf = ({ campaign, phase }: DecidedItem): InboxChoice => ({ campaign: campaign.id, phase: phase.id });
const icons = { APPROVED: Check, REJECTED: Undo2, SKIPPED: SkipForward, RETRIED: RotateCcw, WRITTEN: PencilLine };

interface DecidedRowProps {
  readonly item: DecidedItem;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function DecidedRow({ item: { campaign, phase, approval }, isChosen, onChoose }: DecidedRowProps) {
  const say = useWords(inboxWords);
  const session = useSession();
  const Icon = icons[approval.decision];
  const who = () => {
    if (approval.decidedBy === session?.user.id) return say('you');
    return say(isKeyId(approval.decidedBy) ? 'byKey' : 'teammate');
  };
  const { decision, choice, editedPaths } = approval;
  const word = () => {
    if (choice) return say('word_chose', { variant: choice });
    return say(decision === 'APPROVED' && editedPaths.length > 0 ? 'word_edited' : `word_${decision}`);
  };
  return (
    <li>
      <button
        type="button"
        className="inbox-row"
        aria-current={isChosen ? 'true' : undefined}
        onClick={onChoose}
        data-decided=""
      >
        <Icon aria-hidden="true" />
        <span className="inbox-name">{phase.name[currentLanguage()]}</span>
        <time className="inbox-age" dateTime={approval.decidedAt} title={moment(approval.decidedAt)}>
          {ago(approval.decidedAt)}
        </time>
        <span className="inbox-campaign">{campaign.name}</span>
        <span className="inbox-note">
          {who()} · {word()}
        </span>
        {approval.feedback && <span className="inbox-words">{approval.feedback}</span>}
      </button>
    </li>
  );
}

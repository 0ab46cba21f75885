// Everything that waits for a person, in all campaigns: a list to go through, and beside it what is decided about. What was put aside and what was
// decided lately are lists of their own.
import type { ReactNode } from 'react';
import { useCommands } from '../../commands/registry.ts';
import { ProblemNotice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { useWords } from '../../i18n/messages.ts';
import { usePageTitle } from '../../live/page-title.ts';
import './inbox.css';
import { InboxLists } from './inbox-lists.tsx';
import { InboxReview, type ReviewProps } from './inbox-review.tsx';
import { inboxWords } from './messages.ts';
import { NothingHere } from './nothing-here.tsx';
import { snoozeUntil } from './snooze-times.ts';
import { type InboxAddress, type InboxState, useInbox } from './use-inbox.ts';

interface InboxPageProps extends InboxAddress {
  /** The phase with its decisions; another feature draws it. */
  readonly review: (props: ReviewProps) => ReactNode;
  readonly campaignLink: (campaignId: string, label: string) => ReactNode;
  readonly campaignsLink: (label: string) => ReactNode;
}

export function InboxPage({ review, campaignLink, campaignsLink, ...address }: InboxPageProps) {
  const say = useWords(inboxWords);
  usePageTitle(say('title'));
  const inbox = useInbox(address);
  useInboxKeys(inbox);
  const { query, shown } = inbox;
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
  return (
    <div className="inbox" data-open={address.chosen ? '' : undefined}>
      <InboxLists {...{ inbox, campaignsLink, ...address }} />
      <section className="inbox-pane" aria-label={say('review')} ref={inbox.pane}>
        {shown ? (
          <InboxReview {...{ inbox, shown, review, campaignLink }} onBack={() => address.onChoose(undefined)} />
        ) : (
          <NothingHere {...{ campaignsLink, list: address.list }} />
        )}
      </section>
    </div>
  );
}

function useInboxKeys({ step, open, putAside }: InboxState): void {
  const say = useWords(inboxWords);
  const group = say('keys');
  useCommands([
    { id: 'inbox-next', group, keys: 'j', label: say('keyNext'), run: () => step(1) },
    { id: 'inbox-before', group, keys: 'k', label: say('keyBefore'), run: () => step(-1) },
    { id: 'inbox-open', group, keys: 'Enter', label: say('keyOpen'), run: open },
    {
      id: 'inbox-aside',
      group,
      keys: 's',
      label: say('keyAside'),
      run: () => putAside(snoozeUntil('tomorrow', new Date())),
    },
  ]);
}

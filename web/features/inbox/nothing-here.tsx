import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { EmptyState } from '../../design/placeholders.tsx';
import { useWords } from '../../i18n/messages.ts';
import type { InboxList } from './inbox-choice.ts';
import { inboxWords } from './messages.ts';

interface NothingHereProps {
  readonly list: InboxList;
  readonly campaignsLink: (label: string) => ReactNode;
}

/** Where a list is empty, or nothing of it is read: what will stand there, and where to go meanwhile. */
export function NothingHere({ list, campaignsLink }: NothingHereProps) {
  const say = useWords(inboxWords);
  return (
    <div className="inbox-empty">
      <Inbox aria-hidden="true" />
      {list === 'waiting' && (
        <EmptyState title={say('emptyTitle')} action={campaignsLink(say('toCampaigns'))}>
          {say('emptyText')}
        </EmptyState>
      )}
      {list === 'later' && <EmptyState title={say('laterEmpty')}>{say('laterHint')}</EmptyState>}
      {list === 'decided' && <EmptyState title={say('decidedTitle')}>{say('decidedHint')}</EmptyState>}
    </div>
  );
}

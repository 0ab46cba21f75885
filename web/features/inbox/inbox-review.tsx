// What is read beside the list, with its decisions: another feature draws it.
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { type ReactNode, Suspense, useEffect } from 'react';
import { Button } from '../../design/button.tsx';
import { Boundary } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { useWords } from '../../i18n/messages.ts';
import { campaignQuery } from '../../live/campaign-data.ts';
import type { InboxChoice } from './inbox-choice.ts';
import { inboxWords } from './messages.ts';
import { SnoozeMenu } from './snooze-menu.tsx';
import type { InboxState } from './use-inbox.ts';

export interface ReviewProps extends InboxChoice {
  readonly above: ReactNode;
  readonly onDecided: () => void;
}

interface InboxReviewProps {
  readonly inbox: InboxState;
  readonly shown: InboxChoice;
  readonly onBack: () => void;
  readonly review: (props: ReviewProps) => ReactNode;
  readonly campaignLink: (campaignId: string, label: string) => ReactNode;
}

export function InboxReview({ inbox, shown, onBack, review, campaignLink }: InboxReviewProps) {
  const say = useWords(inboxWords);
  const { shownItem } = inbox;
  // What the review reads, too: here for its name alone.
  const campaign = useQuery(campaignQuery(shown.campaign));
  const place = `${shown.campaign}/${shown.phase}`;
  const above = (
    <div className="inbox-above small">
      <p>
        {campaignLink(shown.campaign, shownItem?.campaign.name ?? campaign.data?.name ?? say('toCampaign'))}
        {shownItem && shownItem.holdsUp > 0 && (
          <span className="soft">{say('holdsUp', { count: shownItem.holdsUp })}</span>
        )}
      </p>
      {shownItem && <SnoozeMenu item={shownItem} isAside={inbox.aside.includes(shownItem)} onSnooze={inbox.putAside} />}
    </div>
  );
  return (
    <>
      <div className="inbox-back">
        <h1 className="visually-hidden">{say('title')}</h1>
        <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
          {say('back')}
        </Button>
      </div>
      <Boundary resetKey={place}>
        <Suspense key={place} fallback={<Skeleton lines={8} />}>
          {review({ ...shown, onDecided: inbox.goOn, above })}
          <Drawn onDrawn={inbox.readAwaited} />
        </Suspense>
      </Boundary>
    </>
  );
}

/** Calls back once what it stands beside is there. */
function Drawn({ onDrawn }: { readonly onDrawn: () => void }) {
  useEffect(onDrawn, [onDrawn]);
  return null;
}

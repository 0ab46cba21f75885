// One thing that waits: what it is, of which campaign, for how long, and until when.
import { AlarmClock, Hourglass } from 'lucide-react';
import type { ApprovalItem } from '../../../shared/contracts/routes/approvals-routes.ts';
import { sayFailure } from '../../design/failure.tsx';
import { PhaseStatusIcon } from '../../design/status.tsx';
import { ago, until } from '../../i18n/formats.ts';
import { currentLanguage, useWords } from '../../i18n/messages.ts';
import { inboxWords } from './messages.ts';

interface InboxRowProps {
  readonly item: ApprovalItem;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A question ends by itself: in its last days the row says when. */
const urgentMilliseconds = 3 * 24 * 60 * 60 * 1000;

export function InboxRow({
  item: { campaign, phase, holdsUp, decideBy, snoozedUntil },
  isChosen,
  onChoose,
}: InboxRowProps) {
  const say = useWords(inboxWords);
  const isStopped = phase.status !== 'WAITING_VALIDATION';
  const isUrgent = decideBy !== undefined && Date.parse(decideBy) - Date.now() < urgentMilliseconds;
  return (
    <li>
      <button
        type="button"
        className="inbox-row"
        aria-current={isChosen ? 'true' : undefined}
        data-stopped={isStopped || undefined}
        onClick={onChoose}
      >
        <PhaseStatusIcon status={phase.status} />
        <span className="inbox-name">{phase.name[currentLanguage()]}</span>
        {phase.waitingSince && (
          <time className="inbox-age" dateTime={phase.waitingSince}>
            {ago(phase.waitingSince)}
          </time>
        )}
        <span className="inbox-campaign">{campaign.name}</span>
        <span className="inbox-note">
          {phase.status === 'BUDGET_HOLD' && say('held')}
          {phase.status === 'FAILED' && (phase.failure ? sayFailure(phase.failure) : say('failed'))}
          {!isStopped && (phase.attempt > 1 ? say('again', { attempt: phase.attempt }) : say('toApprove'))}
          {!isStopped && holdsUp > 0 && ` · ${say('holdsUp', { count: holdsUp })}`}
        </span>
        {snoozedUntil && Date.parse(snoozedUntil) > Date.now() && (
          <span className="status" data-tone="neutral">
            <AlarmClock aria-hidden="true" />
            {say('backAt', { when: until(snoozedUntil) })}
          </span>
        )}
        {isUrgent && decideBy && (
          <span className="status" data-tone="retry">
            <Hourglass aria-hidden="true" />
            {say('ends', { when: until(decideBy) })}
          </span>
        )}
      </button>
    </li>
  );
}

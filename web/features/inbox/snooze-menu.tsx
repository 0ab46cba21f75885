// Puts what is read aside for a while, or takes it up again.
import { AlarmClock, AlarmClockOff } from 'lucide-react';
import type { ApprovalItem } from '../../../shared/contracts/routes/approvals-routes.ts';
import { Button } from '../../design/button.tsx';
import { Menu } from '../../design/surfaces.tsx';
import { moment } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { inboxWords } from './messages.ts';
import { snoozeNames, snoozeUntil } from './snooze-times.ts';

interface SnoozeMenuProps {
  readonly item: ApprovalItem;
  readonly isAside: boolean;
  readonly onSnooze: (until: Date | null) => void;
}

export function SnoozeMenu({ item, isAside, onSnooze }: SnoozeMenuProps) {
  const say = useWords(inboxWords);
  if (isAside)
    return (
      <Button icon={<AlarmClockOff aria-hidden="true" />} onClick={() => onSnooze(null)}>
        {say('takeUp')}
        <span className="visually-hidden">{say('asideUntil', { when: moment(item.snoozedUntil ?? '') })}</span>
      </Button>
    );
  const now = new Date();
  return (
    <Menu
      label={say('aside')}
      trigger={
        <>
          <AlarmClock aria-hidden="true" />
          {say('aside')}
        </>
      }
      entries={snoozeNames.map((name) => {
        const until = snoozeUntil(name, now);
        return {
          id: name,
          label: say(name, { when: moment(until) }),
          onSelect: () => onSnooze(snoozeUntil(name, new Date())),
        };
      })}
    />
  );
}

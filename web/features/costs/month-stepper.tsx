import { ChevronLeft, ChevronRight } from 'lucide-react';
import { IconButton } from '../../design/button.tsx';
import { monthName } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { currentMonth, otherMonth } from './costs-data.ts';
import { costsWords } from './messages.ts';

export function MonthStepper({
  month,
  onMonth,
}: {
  readonly month: string;
  readonly onMonth: (month: string) => void;
}) {
  const say = useWords(costsWords);
  return (
    <div className="stepper">
      <IconButton
        label={say('monthBefore')}
        icon={<ChevronLeft aria-hidden="true" />}
        onClick={() => onMonth(otherMonth(month, -1))}
      />
      <span className="stepper-name" aria-live="polite">
        {monthName(`${month}-01`)}
      </span>
      <IconButton
        label={say('monthAfter')}
        icon={<ChevronRight aria-hidden="true" />}
        disabled={month >= currentMonth()}
        onClick={() => onMonth(otherMonth(month, 1))}
      />
    </div>
  );
}

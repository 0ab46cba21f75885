// What the page is narrowed to, each to be taken off.
import { X } from 'lucide-react';
import { Button } from '../../design/button.tsx';
import { day as dayName } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import type { CostsView } from './breakdown.tsx';
import type { CostsFilter } from './costs-data.ts';
import { useKeyNames } from './key-names.ts';
import { costsWords } from './messages.ts';

interface FiltersProps {
  readonly view: CostsView;
  readonly onView: (view: CostsView) => void;
  readonly campaignNames: ReadonlyMap<string, string>;
}

export function Filters({ view, onView, campaignNames }: FiltersProps) {
  const say = useWords(costsWords);
  const nameOf = useKeyNames();
  const shown = Object.entries(view.filter).filter(([, value]) => value !== undefined) as [keyof CostsFilter, string][];
  return (
    <ul className="chips filters-on" aria-label={say('narrowed')}>
      {shown.map(([field, value]) => (
        <li key={field}>
          <Button
            icon={<X aria-hidden="true" />}
            onClick={() => onView({ ...view, filter: { ...view.filter, [field]: undefined } })}
          >
            {field === 'day' ? dayName(value) : (campaignNames.get(value) ?? nameOf(field, value))}
            <span className="visually-hidden">{say('takeOff')}</span>
          </Button>
        </li>
      ))}
      <li>
        <Button kind="quiet" onClick={() => onView({ ...view, filter: {} })}>
          {say('wholeMonth')}
        </Button>
      </li>
    </ul>
  );
}

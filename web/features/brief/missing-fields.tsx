// What is still missing in the brief, each with the way to its field.
import { Notice } from '../../design/notice.tsx';
import { useWords } from '../../i18n/messages.ts';
import type { BriefField, needsOf } from './brief-form-state.ts';
import { briefWords } from './messages.ts';

interface MissingFieldsProps {
  readonly fields: readonly BriefField[];
  readonly needs: ReturnType<typeof needsOf>;
  readonly onOpen: (field: BriefField) => void;
}

export function MissingFields({ fields, needs, onOpen }: MissingFieldsProps) {
  const say = useWords(briefWords);
  return (
    <Notice tone="fail" title={say('errorSummary', { count: fields.length })}>
      <ul className="brief-errors">
        {fields.map((field) => (
          <li key={field}>
            <button type="button" className="link" onClick={() => onOpen(field)}>
              {say(needs[field] ?? 'incomplete')}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

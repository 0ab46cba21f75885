// A brief as somebody has it, in a mail or a document: what was found for each field, to take over or not.
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react';
import { channelName } from '../../../../shared/contracts/channels.ts';
import { Button } from '../../../design/button.tsx';
import { TextAreaField } from '../../../design/field.tsx';
import { Dialog } from '../../../design/surfaces.tsx';
import { list } from '../../../i18n/formats.ts';
import { useLanguage, useWords } from '../../../i18n/messages.ts';
import type { BriefField, BriefForm } from '../brief-form-state.ts';
import { briefWords } from '../messages.ts';
import { titleOf } from '../step-fields.tsx';
import { readPastedBrief, type Suggestion } from './read-pasted-brief.ts';

/** A dozen pages: more is no brief, and would be read for seconds. */
const LONGEST_BRIEF = 30_000;

interface PasteDialogProps {
  readonly form: BriefForm;
  readonly onTake: (changes: Partial<BriefForm>) => void;
  readonly onClose: () => void;
}

export default function PasteDialog({ form, onTake, onClose }: PasteDialogProps) {
  const say = useWords(briefWords);
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<Partial<Record<BriefField, boolean>>>({});
  const read = useDeferredValue(text);
  const { suggestions, leftOut } = useMemo(() => readPastedBrief(read), [read]);
  const news = suggestions.filter(({ changes }) => !isSame(form, changes));
  // What was typed into the form stays, unless somebody says otherwise.
  const isTaken = ({ field }: Suggestion) => ticked[field] ?? !isWritten(form, field);
  const taken = news.filter(isTaken);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onTake(Object.assign({}, ...taken.map(({ changes }) => changes)));
    onClose();
  };
  return (
    <Dialog title={say('pasteTitle')} open wide onClose={onClose}>
      <form className="dialog-form" onSubmit={submit}>
        <TextAreaField
          label={say('pasteLabel')}
          hint={say('pasteText')}
          rows={8}
          maxLength={LONGEST_BRIEF}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="suggestions-head" aria-live="polite">
          {text.trim() && suggestions.length === 0 && <p className="soft">{say('pasteNothing')}</p>}
          {news.length > 0 && <h3>{say('pasteFound')}</h3>}
        </div>
        <ul className="suggestions">
          {news.map((suggestion) => (
            <SuggestionRow
              key={suggestion.field}
              suggestion={suggestion}
              form={form}
              isTaken={isTaken(suggestion)}
              onChange={(isOn) => setTicked((known) => ({ ...known, [suggestion.field]: isOn }))}
            />
          ))}
        </ul>
        {leftOut.length > 0 && (
          <section>
            <h3>{say('pasteLeftOut')}</h3>
            <p className="small soft">{say('pasteLeftOutText')}</p>
            <ul className="suggestions-left-out small">
              {leftOut.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
        )}
        <div className="dialog-actions dialog-actions-kept">
          <Button onClick={onClose}>{say('close')}</Button>
          <Button kind="primary" type="submit" disabled={taken.length === 0}>
            {say('pasteTake', { count: taken.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface RowProps {
  readonly suggestion: Suggestion;
  readonly form: BriefForm;
  readonly isTaken: boolean;
  readonly onChange: (isTaken: boolean) => void;
}

function SuggestionRow({ suggestion: { field, changes, source }, form, isTaken, onChange }: RowProps) {
  const say = useWords(briefWords);
  const shown = useShown();
  const value = shown(field, { ...form, ...changes });
  return (
    <li>
      <label className="suggestion" data-taken={isTaken || undefined}>
        <input type="checkbox" checked={isTaken} onChange={(event) => onChange(event.target.checked)} />
        <span className="suggestion-text">
          <span className="small soft">{say(titleOf(field))}</span>
          <span className="suggestion-value">{value}</span>
          {source !== '' && source !== value && field !== 'objectives' && (
            <span className="small soft">{say('from', { quote: source })}</span>
          )}
          {isWritten(form, field) && <span className="small">{say('pasteKept', { text: shown(field, form) })}</span>}
        </span>
      </label>
    </li>
  );
}

/** What a field holds, for reading. */
function useShown(): (field: BriefField, form: BriefForm) => string {
  const say = useWords(briefWords);
  const language = useLanguage();
  return (field, form) => {
    if (field === 'channels') return list(form.channels.map((channel) => channelName(channel, language)));
    if (field === 'language') return say(form.language === 'fr' ? 'french' : 'english');
    if (field === 'budgetAmount') return `${form.budgetAmount} ${form.currency}`;
    return form[field];
  };
}

/** Language and currency have a value before anybody chooses. */
const isWritten = (form: BriefForm, field: BriefField): boolean => field !== 'language' && form[field].length > 0;

const isSame = (form: BriefForm, changes: Partial<BriefForm>): boolean =>
  Object.entries(changes).every(([field, value]) => String(form[field as BriefField]) === String(value));

// The output of a phase as a form in its own structure, with what was changed beside it.
import { diffWords } from 'diff';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { ZodType } from 'zod';
import { agentOutputSchemas } from '../../../shared/contracts/agent-outputs.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { jsonPointer } from '../../../shared/contracts/problems.ts';
import { Button, IconButton } from '../../design/button.tsx';
import { TextAreaField, TextField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { useWords } from '../../words/words.ts';
import type { Decide } from './decisions.tsx';
import { fieldWords, fixedFields, isFieldName } from './field-words.ts';
import { changesBetween, type Json, type Path, withoutAt, withValueAt } from './json-edit.ts';
import { nameOf } from './phase-names.ts';
import { runWords } from './words.ts';

interface EditDialogProps {
  readonly phase: Phase;
  readonly output: unknown;
  readonly decide: Decide;
  readonly onClose: () => void;
}
type Errors = Readonly<Record<string, string>>;

export function EditDialog({ phase, output, decide, onClose }: EditDialogProps) {
  const say = useWords(runWords);
  const titleOf = useFieldTitle();
  const original = output as Json;
  const [edited, setEdited] = useState(original);
  const [errors, setErrors] = useState<Errors>({});
  const changes = changesBetween(original, edited);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const schema: ZodType = agentOutputSchemas[phase.agent];
    const checked = schema.safeParse(edited);
    const found = Object.fromEntries(
      (checked.error?.issues ?? []).map(({ path, message }) => [jsonPointer(path), message]),
    );
    setErrors(found);
    if (checked.success) return decide.mutate({ kind: 'approve', editedData: edited as Record<string, unknown> });
    const [first] = Object.keys(found);
    requestAnimationFrame(() => document.getElementById(`edit-${first}`)?.focus());
  };
  return (
    <Dialog title={say('editTitle', { name: nameOf(phase) })} open wide onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        <p className="soft">{say('editText')}</p>
        <div className="edit">
          <div className="edit-fields">
            <Value
              name=""
              value={edited}
              path={[]}
              errors={errors}
              onChange={(path, value) => setEdited((known) => withValueAt(known, path, value))}
              onRemove={(path) => setEdited((known) => withoutAt(known, path))}
            />
          </div>
          <aside className="edit-changes" aria-live="polite">
            <h3>{say('changes', { count: changes.length })}</h3>
            <ul className="edit-diffs">
              {changes.map(({ path, before, after }) => (
                <li key={jsonPointer(path)}>
                  <p className="small soft">
                    {path.map((part) => (typeof part === 'number' ? part + 1 : titleOf(part))).join(' › ')}
                  </p>
                  <p>
                    {diffWords(before, after).map(({ value, added, removed }, place) => {
                      const Mark = added ? 'ins' : removed ? 'del' : 'span';
                      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is its place
                      return <Mark key={place}>{value}</Mark>;
                    })}
                  </p>
                </li>
              ))}
            </ul>
          </aside>
        </div>
        {decide.error && <ProblemNotice error={decide.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{say('close')}</Button>
          <Button kind="primary" type="submit" working={decide.isPending} disabled={changes.length === 0}>
            {say('saveApprove')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ValueProps {
  readonly name: string;
  readonly value: Json;
  readonly path: Path;
  readonly errors: Errors;
  readonly onChange: (path: Path, value: Json) => void;
  readonly onRemove: (path: Path) => void;
}

const longText = 60;

function Value({ name, value, path, errors, onChange, onRemove }: ValueProps) {
  const say = useWords(runWords);
  const titleOf = useFieldTitle();
  const group = useId();
  const pointer = jsonPointer(path);
  const error = errors[pointer];
  const label = typeof path.at(-1) === 'number' ? say('entry', { number: Number(path.at(-1)) + 1 }) : titleOf(name);
  if (fixedFields.has(name) || value === null) return null;
  if (typeof value === 'string')
    return (
      <TextValue
        id={`edit-${pointer}`}
        label={label}
        error={error}
        value={value}
        onText={(text) => onChange(path, text)}
      />
    );
  if (typeof value === 'number')
    return (
      <TextField
        id={`edit-${pointer}`}
        label={label}
        error={error}
        inputMode="decimal"
        value={String(value)}
        onChange={(event) => {
          const read = Number(event.target.value.replace(',', '.'));
          if (!Number.isNaN(read)) onChange(path, read);
        }}
      />
    );
  if (typeof value === 'boolean') return null;
  const inside = { errors, onChange, onRemove };
  if (Array.isArray(value))
    return (
      <fieldset className="edit-group" aria-labelledby={group}>
        <p className="edit-legend" id={group}>
          {say('listOf', { name: titleOf(name), count: value.length })}
        </p>
        {error && <p className="field-error">{error}</p>}
        {value.map((item, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
          <div key={place} className="edit-item">
            <Value name={name} value={item} path={[...path, place]} {...inside} />
            {value.length > 1 && (
              <IconButton
                label={say('removeItem', { number: place + 1 })}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => onRemove([...path, place])}
              />
            )}
          </div>
        ))}
        {value.every((item) => typeof item === 'string') && (
          <Button onClick={() => onChange(path, [...value, ''])}>{say('addItem')}</Button>
        )}
      </fieldset>
    );
  const fields = Object.entries(value).map(([key, item]) => (
    <Value key={key} name={key} value={item} path={[...path, key]} {...inside} />
  ));
  if (path.length === 0) return <>{fields}</>;
  return (
    <fieldset className="edit-group" aria-label={label}>
      {typeof path.at(-1) !== 'number' && <p className="edit-legend">{label}</p>}
      {fields}
    </fieldset>
  );
}

interface TextValueProps {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onText: (text: string) => void;
}

/** One line or several, by what it was when the dialog opened: a field that changes its kind would lose who types in it. */
function TextValue({ value, onText, ...parts }: TextValueProps) {
  const [isLong] = useState(value.length > longText || value.includes('\n'));
  const field = { ...parts, value, onChange: (event: { target: { value: string } }) => onText(event.target.value) };
  return isLong ? <TextAreaField {...field} rows={2} /> : <TextField {...field} />;
}

/** The name of a field in the language of the person. */
function useFieldTitle(): (name: string) => string {
  const say = useWords(fieldWords);
  return (name) => (isFieldName(name) ? say(name) : name);
}

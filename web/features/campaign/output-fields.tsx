// An output as fields in its own structure: texts, numbers, choices and lists, as its agent's schema says.
import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { jsonPointer } from '../../../shared/contracts/problems.ts';
import { Button, IconButton } from '../../design/button.tsx';
import { SelectField, TextAreaField, TextField } from '../../design/field.tsx';
import { useWords } from '../../i18n/messages.ts';
import { useFieldTitle } from './field-names.ts';
import { fixedFields, type Json, type Path, withoutAt, withValueAt } from './json-edit.ts';
import { emptyOf, numbered, type Shape, shapeFor } from './json-schema.ts';
import { outputFieldWords } from './output-fields-messages.ts';

export type FieldErrors = Readonly<Record<string, string>>;
export const fieldId = (pointer: string): string => `edit-${pointer}`;

interface OutputFieldsProps {
  readonly value: Json;
  readonly shape: Shape;
  readonly errors: FieldErrors;
  readonly onChange: (change: (known: Json) => Json) => void;
}

export function OutputFields({ value, shape, errors, onChange }: OutputFieldsProps) {
  return (
    <Value
      name=""
      value={value}
      shape={shape}
      path={[]}
      errors={errors}
      onChange={(path, changed) => onChange((known) => withValueAt(known, path, changed))}
      onRemove={(path) => onChange((known) => withoutAt(known, path))}
    />
  );
}

interface ValueProps {
  readonly name: string;
  readonly value: Json;
  readonly shape: Shape | undefined;
  readonly path: Path;
  readonly errors: FieldErrors;
  readonly onChange: (path: Path, value: Json) => void;
  readonly onRemove: (path: Path) => void;
}

function Value(props: ValueProps) {
  const { name, value, path } = props;
  const say = useWords(outputFieldWords);
  const titleOf = useFieldTitle();
  if (fixedFields.has(name) || value === null || typeof value === 'boolean') return null;
  const place = path.at(-1);
  const label = typeof place === 'number' ? say('entry', { number: place + 1 }) : titleOf(name);
  if (Array.isArray(value)) return <List {...props} entries={value} />;
  if (typeof value === 'object') return <Group {...props} label={label} entries={value as Record<string, Json>} />;
  return <Leaf {...props} label={label} value={value as string | number} />;
}

function Leaf({
  value,
  shape,
  path,
  errors,
  onChange,
  label,
}: ValueProps & { readonly label: string; readonly value: string | number }) {
  const titleOf = useFieldTitle();
  const pointer = jsonPointer(path);
  const common = { id: fieldId(pointer), label, error: errors[pointer] };
  if (shape?.enum)
    return (
      <SelectField
        {...common}
        value={String(value)}
        options={shape.enum.map((choice) => ({ value: String(choice), label: titleOf(String(choice)) }))}
        onChange={(chosen) => onChange(path, chosen)}
      />
    );
  if (typeof value === 'number')
    return <NumberValue {...common} value={value} onNumber={(read) => onChange(path, read)} />;
  if (shape?.format === 'date-time')
    return (
      <TextField
        {...common}
        type="datetime-local"
        value={localTime(value)}
        onChange={({ target }) => onChange(path, target.value ? new Date(target.value).toISOString() : '')}
      />
    );
  return <TextValue {...common} value={value} onText={(text) => onChange(path, text)} />;
}

/** An instant as the browser's own field writes it. */
function localTime(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return '';
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function List({
  entries,
  name,
  shape,
  path,
  errors,
  onChange,
  onRemove,
}: ValueProps & { readonly entries: readonly Json[] }) {
  const say = useWords(outputFieldWords);
  const titleOf = useFieldTitle();
  const group = useId();
  const error = errors[jsonPointer(path)];
  const add = () => onChange(path, [...entries, numbered(emptyOf(shape?.items ?? {}), entries.length)]);
  return (
    <fieldset className="edit-group" aria-labelledby={group} id={fieldId(jsonPointer(path))} tabIndex={-1}>
      <p className="edit-legend" id={group}>
        {say('listOf', { name: titleOf(name), count: entries.length })}
      </p>
      {error && <p className="field-error">{error}</p>}
      {entries.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an entry is its place
        <div key={place} className="edit-item">
          <Value
            name={name}
            value={item}
            shape={shapeFor(shape?.items, item)}
            path={[...path, place]}
            {...{ errors, onChange, onRemove }}
          />
          {entries.length > (shape?.minItems ?? 0) && (
            <IconButton
              label={say('removeItem', { number: place + 1 })}
              icon={<Trash2 aria-hidden="true" />}
              onClick={() => onRemove([...path, place])}
            />
          )}
        </div>
      ))}
      {shape?.items && (
        <Button icon={<Plus aria-hidden="true" />} onClick={add}>
          {say('addItem')}
        </Button>
      )}
    </fieldset>
  );
}

function Group({
  entries,
  shape: given,
  path,
  label,
  errors,
  onChange,
  onRemove,
}: ValueProps & { readonly label: string; readonly entries: Readonly<Record<string, Json>> }) {
  const shape = shapeFor(given, entries);
  const fields = Object.entries(entries).map(([key, item]) => (
    <Value
      key={key}
      name={key}
      value={item}
      shape={shapeFor(shape?.properties?.[key], item)}
      path={[...path, key]}
      {...{ errors, onChange, onRemove }}
    />
  ));
  if (path.length === 0) return <>{fields}</>;
  return (
    <fieldset className="edit-group" aria-label={label}>
      {typeof path.at(-1) !== 'number' && <p className="edit-legend">{label}</p>}
      {fields}
    </fieldset>
  );
}

interface CommonProps {
  readonly id: string;
  readonly label: string;
  readonly error: string | undefined;
}

/** Keeps what is typed, also while it is no number yet. */
function NumberValue({
  value,
  onNumber,
  ...parts
}: CommonProps & { readonly value: number; readonly onNumber: (read: number) => void }) {
  const [text, setText] = useState(String(value));
  return (
    <TextField
      {...parts}
      inputMode="decimal"
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        const read = Number(target.value.replace(',', '.'));
        if (target.value.trim() !== '' && !Number.isNaN(read)) onNumber(read);
      }}
    />
  );
}

const longText = 60;

/** One line or several, by what it was when the dialog opened: a field that changes its kind would lose who types in it. */
function TextValue({
  value,
  onText,
  ...parts
}: CommonProps & { readonly value: string; readonly onText: (text: string) => void }) {
  const [isLong] = useState(value === '' || value.length > longText || value.includes('\n'));
  const field = { ...parts, value, onChange: (event: { target: { value: string } }) => onText(event.target.value) };
  return isLong ? <TextAreaField {...field} rows={1} /> : <TextField {...field} />;
}

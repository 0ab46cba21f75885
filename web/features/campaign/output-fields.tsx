// An output as fields in its own structure: texts, numbers, choices and lists, as its agent's schema says.
import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { jsonPointer } from '../../../shared/contracts/problems.ts';
import { Button, IconButton } from '../../design/button.tsx';
import { useWords } from '../../i18n/messages.ts';
import { useFieldTitle } from './field-names.ts';
import { fixedFields, type Json, withoutAt, withValueAt } from './json-edit.ts';
import { emptyOf, numbered, type Shape, shapeFor } from './json-schema.ts';
import { outputFieldWords } from './output-fields-messages.ts';
import { type FieldErrors, fieldId, Leaf, type ValueProps } from './output-leaf.tsx';

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

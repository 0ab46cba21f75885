// One value of an output as the field that fits it: a choice, a number, a time or a text.
import { useState } from 'react';
import { jsonPointer } from '../../../shared/contracts/problems.ts';
import { SelectField, TextAreaField, TextField } from '../../design/field.tsx';
import { useFieldTitle } from './field-names.ts';
import type { Json, Path } from './json-edit.ts';
import type { Shape } from './json-schema.ts';

export type FieldErrors = Readonly<Record<string, string>>;
export const fieldId = (pointer: string): string => `edit-${pointer}`;

export interface ValueProps {
  readonly name: string;
  readonly value: Json;
  readonly shape: Shape | undefined;
  readonly path: Path;
  readonly errors: FieldErrors;
  readonly onChange: (path: Path, value: Json) => void;
  readonly onRemove: (path: Path) => void;
}

export function Leaf({
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

// One of a few, all of them before the eyes.
import type { ReactNode } from 'react';

interface ChoicesProps<Value extends string | number | undefined> {
  /** Heard, not seen: what stands around it says it. */
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: ReactNode])[];
  readonly onChange: (value: Value) => void;
}

export function Choices<Value extends string | number | undefined>(props: ChoicesProps<Value>) {
  const { legend, name, value, options, onChange } = props;
  return (
    <fieldset className="chips">
      <legend className="visually-hidden">{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option ?? ''} className="chip-choice">
          <input type="radio" name={name} checked={value === option} onChange={() => onChange(option)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

// Asks for what a secret is made of: a name, and what it is for.
import type { UseMutationResult } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button, CancelButton } from '../../design/button.tsx';
import { FieldError } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';

interface NewSecretDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly make: Pick<UseMutationResult<unknown, Error, void>, 'mutate' | 'error' | 'isPending'>;
  readonly isComplete: boolean;
  readonly onClose: () => void;
  /** `isChecked`: somebody has tried to send it, so that what is missing is said. */
  readonly children: (isChecked: boolean) => ReactNode;
}

export function NewSecretDialog(props: NewSecretDialogProps) {
  const { title, submitLabel, make, isComplete, onClose, children } = props;
  const [isChecked, setChecked] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isComplete) make.mutate();
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className="setting-form" onSubmit={submit} noValidate>
        {children(isChecked)}
        {make.error && <ProblemNotice error={make.error} />}
        <div className="dialog-actions">
          <CancelButton onClick={onClose} />
          <Button kind="primary" type="submit" working={make.isPending}>
            {submitLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ChecksProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly Value[];
  readonly labelOf: (option: Value) => ReactNode;
  readonly chosen: readonly Value[];
  readonly onChoose: (chosen: readonly Value[]) => void;
  readonly error: string | undefined;
}

/** Some of several. */
export function Checks<Value extends string>(props: ChecksProps<Value>) {
  const { legend, options, labelOf, chosen, onChoose, error } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div className="settings-checks">
        {options.map((option) => (
          <label key={option} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(option)}
              onChange={({ target }) =>
                onChoose(target.checked ? [...chosen, option] : chosen.filter((other) => other !== option))
              }
            />
            {labelOf(option)}
          </label>
        ))}
      </div>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}

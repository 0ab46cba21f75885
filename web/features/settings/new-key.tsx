import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type ApiKeyScope, apiKeyScopes } from '../../../shared/contracts/api-key-scopes.ts';
import { Button, CancelButton } from '../../design/button.tsx';
import { FieldError, SelectField, TextField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { settingsWords } from './messages.ts';

export const keysKey = ['api-keys'] as const;
const scopes = Object.keys(apiKeyScopes) as ApiKeyScope[];
const lifetimes = ['30', '90', '365'] as const;

export function NewKey({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}) {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState<string>(lifetimes[1]);
  const [chosen, setChosen] = useState<readonly ApiKeyScope[]>(['campaigns:read']);
  const [isChecked, setChecked] = useState(false);
  const make = useMutation({
    mutationFn: () => api.call('createApiKey', { body: { name, expiresInDays: Number(days), scopes: [...chosen] } }),
    onSuccess: ({ secret }) => {
      void queries.invalidateQueries({ queryKey: keysKey });
      onMade(secret);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() && chosen.length > 0) make.mutate();
  };
  return (
    <Dialog title={say('newKey')} open onClose={onClose}>
      <form className="setting-form" onSubmit={submit} noValidate>
        <TextField
          label={say('keyName')}
          hint={say('keyNameHint')}
          error={isChecked && !name.trim() ? say('keyNameMissing') : undefined}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        <SelectField
          label={say('lifetime')}
          value={days}
          options={lifetimes.map((value) => ({ value, label: say('days', { days: Number(value) }) }))}
          onChange={setDays}
        />
        <fieldset>
          <legend>{say('mayDo')}</legend>
          <div className="settings-checks">
            {scopes.map((scope) => (
              <label key={scope} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(scope)}
                  onChange={({ target }) =>
                    setChosen(target.checked ? [...chosen, scope] : chosen.filter((other) => other !== scope))
                  }
                />
                {say(`scope_${scope.replace(':', '_') as ScopeWord}`)}
              </label>
            ))}
          </div>
          {isChecked && chosen.length === 0 && <FieldError>{say('mayDoMissing')}</FieldError>}
        </fieldset>
        {make.error && <ProblemNotice error={make.error} />}
        <div className="dialog-actions">
          <CancelButton onClick={onClose} />
          <Button kind="primary" type="submit" working={make.isPending}>
            {say('makeKey')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type Underscored<Scope extends string> = Scope extends `${infer What}:${infer How}` ? `${What}_${How}` : never;
type ScopeWord = Underscored<ApiKeyScope>;

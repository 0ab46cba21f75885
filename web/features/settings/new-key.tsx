import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type ApiKeyScope, apiKeyScopes } from '../../../shared/contracts/api-key-scopes.ts';
import { SelectField, TextField } from '../../design/field.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { settingsWords } from './messages.ts';
import { Checks, NewSecretDialog } from './new-secret-dialog.tsx';

export const keysKey = ['api-keys'] as const;
const scopes = Object.keys(apiKeyScopes) as ApiKeyScope[];
const lifetimes = ['30', '90', '365'] as const;

interface NewKeyProps {
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}

export function NewKey({ onClose, onMade }: NewKeyProps) {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [days, setDays] = useState<string>(lifetimes[1]);
  const [chosen, setChosen] = useState<readonly ApiKeyScope[]>(['campaigns:read']);
  const make = useMutation({
    mutationFn: () => api.call('createApiKey', { body: { name, expiresInDays: Number(days), scopes: [...chosen] } }),
    onSuccess: ({ secret }) => {
      void queries.invalidateQueries({ queryKey: keysKey });
      onMade(secret);
    },
  });
  const isNamed = name.trim() !== '';
  return (
    <NewSecretDialog
      title={say('newKey')}
      submitLabel={say('makeKey')}
      isComplete={isNamed && chosen.length > 0}
      {...{ make, onClose }}
    >
      {(isChecked) => (
        <>
          <TextField
            label={say('keyName')}
            hint={say('keyNameHint')}
            error={isChecked && !isNamed ? say('keyNameMissing') : undefined}
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
          <Checks
            legend={say('mayDo')}
            options={scopes}
            labelOf={(scope) => say(`scope_${scope.replace(':', '_') as ScopeWord}`)}
            chosen={chosen}
            onChoose={setChosen}
            error={isChecked && chosen.length === 0 ? say('mayDoMissing') : undefined}
          />
        </>
      )}
    </NewSecretDialog>
  );
}

type Underscored<Scope extends string> = Scope extends `${infer What}:${infer How}` ? `${What}_${How}` : never;
type ScopeWord = Underscored<ApiKeyScope>;

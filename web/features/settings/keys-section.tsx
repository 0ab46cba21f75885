// Keys by which other programs use the partner API.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { ApiKey } from '../../../shared/contracts/api-key.ts';
import { type ApiKeyScope, apiKeyScopes } from '../../../shared/contracts/api-key-scopes.ts';
import { Button, CancelButton } from '../../design/button.tsx';
import { FieldError, SelectField, TextField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { EmptyState } from '../../design/placeholders.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { ago, day } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { settingsWords } from './messages.ts';
import { SecretDialog } from './secret-dialog.tsx';

const keysKey = ['api-keys'] as const;
const scopes = Object.keys(apiKeyScopes) as ApiKeyScope[];
const lifetimes = ['30', '90', '365'] as const;

export function KeysSection({ docsUrl }: { readonly docsUrl: string }) {
  const say = useWords(settingsWords);
  const { data } = useSuspenseQuery({ queryKey: keysKey, queryFn: () => api.call('listApiKeys') });
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const make = (
    <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setMaking(true)}>
      {say('newKey')}
    </Button>
  );
  return (
    <div className="settings-list">
      <header className="settings-head">
        <p className="soft">
          {say('keysText')} <a href={docsUrl}>{say('docs')}</a>
        </p>
        {data.keys.length > 0 && make}
      </header>
      {data.keys.length === 0 ? (
        <div className="panel">
          <EmptyState title={say('noKeys')} action={make}>
            {say('noKeysText')}
          </EmptyState>
        </div>
      ) : (
        <ul className="panel settings-rows" aria-label={say('keys')}>
          {data.keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      )}
      {isMaking && (
        <NewKey
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            setSecret(made);
          }}
        />
      )}
      {secret && <SecretDialog title={say('keyMade')} secret={secret} onClose={() => setSecret(undefined)} />}
    </div>
  );
}

function KeyRow({ apiKey }: { readonly apiKey: ApiKey }) {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.call('revokeApiKey', { params: { keyId: apiKey.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keysKey }),
  });
  return (
    <li className="settings-row">
      <KeyRound aria-hidden="true" />
      <div>
        <strong>{apiKey.name}</strong> <code className="mono soft">{apiKey.prefix}…</code>
        <p className="soft small">
          {say('expires', { when: day(apiKey.expiresAt) })} ·{' '}
          {apiKey.lastUsedAt ? say('lastUsed', { when: ago(apiKey.lastUsedAt) }) : say('neverUsed')}
        </p>
        <p className="settings-tags">
          {apiKey.scopes.map((scope) => (
            <code key={scope} className="tag mono">
              {scope}
            </code>
          ))}
        </p>
      </div>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {say('revoke')}
      </Button>
      <Dialog title={say('revokeTitle', { name: apiKey.name })} open={isAsking} onClose={() => setAsking(false)}>
        <p>{say('revokeText')}</p>
        {revoke.error && <ProblemNotice error={revoke.error} />}
        <div className="dialog-actions">
          <Button onClick={() => setAsking(false)}>{say('keep')}</Button>
          <Button kind="danger" working={revoke.isPending} onClick={() => revoke.mutate()}>
            {say('revoke')}
          </Button>
        </div>
      </Dialog>
    </li>
  );
}

function NewKey({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: (secret: string) => void }) {
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

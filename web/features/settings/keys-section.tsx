// Keys by which other programs use the partner API.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ApiKey } from '../../../shared/contracts/api-key.ts';
import { Button } from '../../design/button.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { EmptyState } from '../../design/placeholders.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { ago, day } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { settingsWords } from './messages.ts';
import { keysKey, NewKey } from './new-key.tsx';
import { SecretDialog } from './secret-dialog.tsx';

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

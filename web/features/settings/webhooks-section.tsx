// Where events are sent.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Plus, Send, Webhook as WebhookIcon } from 'lucide-react';
import { useState } from 'react';
import type { Webhook } from '../../../shared/contracts/webhook.ts';
import { Button } from '../../design/button.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { EmptyState } from '../../design/placeholders.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { Deliveries, deliveriesKey } from './hook-deliveries.tsx';
import { settingsWords } from './messages.ts';
import { hooksKey, NewHook } from './new-webhook.tsx';
import { SecretDialog } from './secret-dialog.tsx';

export function WebhooksSection({ docsUrl }: { readonly docsUrl: string }) {
  const say = useWords(settingsWords);
  const { data } = useSuspenseQuery({ queryKey: hooksKey, queryFn: () => api.call('listWebhooks') });
  const [isMaking, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const make = (
    <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setMaking(true)}>
      {say('newHook')}
    </Button>
  );
  return (
    <div className="settings-list">
      <header className="settings-head">
        <p className="soft">
          {say('hooksText')} <a href={docsUrl}>{say('docs')}</a>
        </p>
        {data.webhooks.length > 0 && make}
      </header>
      {data.webhooks.length === 0 ? (
        <div className="panel">
          <EmptyState title={say('noHooks')} action={make}>
            {say('noHooksText')}
          </EmptyState>
        </div>
      ) : (
        data.webhooks.map((hook) => <Hook key={hook.id} hook={hook} onSecret={setSecret} />)
      )}
      {isMaking && (
        <NewHook
          onClose={() => setMaking(false)}
          onMade={(made) => {
            setMaking(false);
            setSecret(made);
          }}
        />
      )}
      {secret && <SecretDialog title={say('hookMade')} secret={secret} onClose={() => setSecret(undefined)} />}
    </div>
  );
}

function Hook({ hook, onSecret }: { readonly hook: Webhook; readonly onSecret: (secret: string) => void }) {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const params = { webhookId: hook.id };
  const [isOpen, setOpen] = useState(false);
  const refresh = () => queries.invalidateQueries({ queryKey: hooksKey });
  const act = useMutation({
    mutationFn: async (what: 'test' | 'rotate' | 'switch' | 'delete') => {
      if (what === 'test') await api.call('testWebhook', { params });
      if (what === 'rotate') onSecret((await api.call('rotateWebhookSecret', { params })).secret);
      if (what === 'switch') await api.call('changeWebhook', { params, body: { enabled: !hook.enabled } });
      if (what === 'delete') await api.call('deleteWebhook', { params });
      return what;
    },
    onSuccess: (what) => {
      if (what === 'test') setOpen(true);
      void queries.invalidateQueries({ queryKey: deliveriesKey(hook.id) });
    },
    onSettled: refresh,
  });
  return (
    <section className="panel hook" aria-label={hook.description ?? hook.url}>
      <div className="settings-row">
        <WebhookIcon aria-hidden="true" />
        <div>
          <strong>{hook.description ?? hook.url}</strong>{' '}
          <span className="status" data-tone={hook.enabled ? 'done' : 'neutral'}>
            {say(hook.enabled ? 'enabled' : 'disabled')}
          </span>
          {hook.description && <p className="soft small hook-url">{hook.url}</p>}
          <p className="settings-tags">
            {hook.events.map((type) => (
              <code key={type} className="tag mono">
                {type}
              </code>
            ))}
          </p>
        </div>
        <Button icon={<Send aria-hidden="true" />} working={act.isPending} onClick={() => act.mutate('test')}>
          {say('test')}
        </Button>
      </div>
      {hook.disabledBecause && <Notice tone="fail">{hook.disabledBecause}</Notice>}
      {act.error && <ProblemNotice error={act.error} />}
      <details className="hook-log" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{say('log')}</summary>
        {isOpen && <Deliveries webhookId={hook.id} />}
      </details>
      <div className="button-row hook-actions">
        <Button kind="quiet" onClick={() => act.mutate('switch')}>
          {say(hook.enabled ? 'disable' : 'enable')}
        </Button>
        <Button kind="quiet" onClick={() => act.mutate('rotate')}>
          {say('rotate')}
        </Button>
        <Button kind="danger" onClick={() => act.mutate('delete')}>
          {say('remove')}
        </Button>
      </div>
    </section>
  );
}

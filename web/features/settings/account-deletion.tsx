import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { closeSession } from '../../live/session.ts';
import { settingsWords } from './messages.ts';
import { Setting } from './setting.tsx';

export function Deletion() {
  const say = useWords(settingsWords);
  const [isOpen, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const remove = useMutation({
    mutationFn: () => api.call('deleteAccount', { body: { password } }),
    onSuccess: closeSession,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    remove.mutate();
  };
  return (
    <Setting title={say('end')} text={say('endText')} danger>
      <div className="button-row">
        <Button kind="danger" onClick={() => setOpen(true)}>
          {say('deleteAccount')}
        </Button>
      </div>
      <Dialog title={say('deleteTitle')} open={isOpen} onClose={() => setOpen(false)}>
        <form className="setting-form" onSubmit={submit} noValidate>
          <p>{say('deleteText')}</p>
          <TextField
            label={say('currentPassword')}
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
          {remove.error && <ProblemNotice error={remove.error} />}
          <div className="dialog-actions">
            <Button onClick={() => setOpen(false)}>{say('keep')}</Button>
            <Button kind="danger" type="submit" working={remove.isPending} disabled={password === ''}>
              {say('deleteAccount')}
            </Button>
          </div>
        </form>
      </Dialog>
    </Setting>
  );
}

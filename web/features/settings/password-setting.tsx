import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../../shared/client/api-errors.ts';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { openSession } from '../../live/session.ts';
import { settingsWords } from './messages.ts';
import { Setting } from './setting.tsx';

const fewestCharacters = 8;

export function Password() {
  const say = useWords(settingsWords);
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const [isShort, setShort] = useState(false);
  const change = useMutation({
    mutationFn: () => api.call('changePassword', { body: { currentPassword: current, newPassword: fresh } }),
    onSuccess: (session) => {
      openSession(session);
      setCurrent('');
      setFresh('');
    },
  });
  const isWrong = change.error instanceof ApiProblem && change.error.code === 'wrong-credentials';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setShort(fresh.length < fewestCharacters);
    if (fresh.length >= fewestCharacters) change.mutate();
  };
  return (
    <Setting title={say('password')} text={say('passwordText')}>
      <form className="setting-form" onSubmit={submit} noValidate>
        <TextField
          label={say('currentPassword')}
          type="password"
          autoComplete="current-password"
          value={current}
          error={isWrong ? say('passwordWrong') : undefined}
          onChange={(event) => setCurrent(event.target.value)}
        />
        <TextField
          label={say('newPassword')}
          type="password"
          autoComplete="new-password"
          value={fresh}
          hint={say('passwordHint')}
          error={isShort ? say('passwordShort') : undefined}
          onChange={(event) => setFresh(event.target.value)}
        />
        {change.error && !isWrong && <ProblemNotice error={change.error} />}
        {change.isSuccess && <Notice tone="done">{say('passwordChanged')}</Notice>}
        <div className="button-row">
          <Button type="submit" working={change.isPending}>
            {say('changePassword')}
          </Button>
        </div>
      </form>
    </Setting>
  );
}

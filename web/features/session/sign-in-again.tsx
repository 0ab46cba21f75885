// A session that ended while somebody works: they sign in again above the page, which keeps all that they typed.
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { AriaLanguage } from '../../design/aria-language.tsx';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { openSession } from '../../live/session.ts';
import { sessionWords } from './messages.ts';

interface SignInAgainProps {
  readonly email: string;
  /** It is not them any more. */
  readonly onLeave: () => void;
}

export default function SignInAgain({ email, onLeave }: SignInAgainProps) {
  const say = useWords(sessionWords);
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  const signIn = useMutation({
    mutationFn: () => api.call('login', { body: { email, password } }),
    onSuccess: openSession,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(!password);
    if (password) signIn.mutate();
  };
  return (
    <AriaLanguage>
      <Dialog title={say('endedTitle')} open>
        <form className="dialog-form" onSubmit={submit} noValidate>
          <p>{say('endedText', { email })}</p>
          {signIn.error && <ProblemNotice error={signIn.error} />}
          <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
          <TextField
            id="again-password"
            name="password"
            label={say('password')}
            type="password"
            autoComplete="current-password"
            value={password}
            error={isMissing ? say('missingPassword') : undefined}
            onChange={(event) => setPassword(event.target.value)}
          />
          <div className="dialog-actions">
            <Button kind="quiet" onClick={onLeave}>
              {say('somebodyElse')}
            </Button>
            <Button kind="primary" type="submit" working={signIn.isPending}>
              {say('signIn')}
            </Button>
          </div>
        </form>
      </Dialog>
    </AriaLanguage>
  );
}

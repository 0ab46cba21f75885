// Signing in, registering, confirming an e-mail and setting a new password: one frame, four forms.
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { ApiProblem } from '../../../shared/client/api-errors.ts';
import { Button } from '../../design/button.tsx';
import { TextField } from '../../design/field.tsx';
import { Logo } from '../../design/logo.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { currentLanguage, useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { openSession } from '../../live/session.ts';
import { settings } from '../../live/settings.ts';
import { sessionWords } from './messages.ts';
import './session.css';
import { Orbit } from './orbit.tsx';

export type SessionForm = 'sign-in' | 'register' | 'confirm' | 'forgot';

interface SessionPageProps {
  readonly form: SessionForm;
  /** Leads to another of the forms; the page around knows the addresses. */
  readonly link: (form: SessionForm, label: string) => ReactNode;
  readonly onForm: (form: SessionForm) => void;
  readonly onSignedIn: () => void;
}

interface Kept {
  readonly email: string;
  readonly password: string;
  readonly name: string;
  readonly code: string;
}
type Missing = Partial<Record<keyof Kept, string>>;

export function SessionPage({ form, link, onForm, onSignedIn }: SessionPageProps) {
  const say = useWords(sessionWords);
  const [kept, setKept] = useState<Kept>({ email: '', password: '', name: '', code: '' });
  const [said, setSaid] = useState<string>();
  const [codeSent, setCodeSent] = useState(false);
  const [missing, setMissing] = useState<Missing>({});

  const submit = useMutation({
    mutationFn: async ({ email, password, code, name }: Kept) => {
      const named = name.trim() ? { name } : {};
      if (form === 'sign-in') return void enter(await api.call('login', { body: { email, password } }));
      if (form === 'register') {
        const answer = await api.call('register', { body: { email, password, ...named } });
        return 'token' in answer ? enter(answer) : onForm('confirm');
      }
      if (form === 'confirm') {
        await api.call('confirmEmail', { body: { email, code, password, ...named } });
        return back(say('confirmed'));
      }
      if (!codeSent) {
        await api.call('forgotPassword', { body: { email } });
        return setCodeSent(true);
      }
      await api.call('resetPassword', { body: { email, code, password } });
      setCodeSent(false);
      return back(say('passwordSet'));
    },
  });
  const resend = useMutation({
    mutationFn: () => api.call('resendCode', { body: { email: kept.email } }),
    onSuccess: () => setSaid(say('resent')),
  });
  const enter = (session: Parameters<typeof openSession>[0]) => {
    openSession(session);
    onSignedIn();
  };
  const back = (words: string) => {
    setSaid(words);
    setKept((known) => ({ ...known, password: '', code: '' }));
    onForm('sign-in');
  };

  const { demo } = settings();
  const lookAround = () => {
    const filled = { ...kept, ...demo };
    setKept(filled);
    submit.mutate(filled);
  };

  const asksCode = form === 'confirm' || (form === 'forgot' && codeSent);
  const asksPassword = form !== 'forgot' || codeSent;
  const choosesPassword = form !== 'sign-in';
  const problems = fieldProblems(submit.error);
  const check = (event: FormEvent) => {
    event.preventDefault();
    const found: Missing = {
      ...(/^\S+@\S+\.\S+$/.test(kept.email) ? {} : { email: say('missingEmail') }),
      ...(asksCode && !kept.code.trim() ? { code: say('missingCode') } : {}),
      ...(asksPassword && !kept.password ? { password: say('missingPassword') } : {}),
      ...(asksPassword && choosesPassword && kept.password && kept.password.length < 8
        ? { password: say('shortPassword') }
        : {}),
    };
    setMissing(found);
    const [first] = Object.keys(found);
    if (first) return document.getElementById(`session-${first}`)?.focus();
    setSaid(undefined);
    submit.mutate(kept);
  };
  const field = (name: keyof Kept) => ({
    id: `session-${name}`,
    name,
    value: kept[name],
    error: missing[name] ?? problems[name],
    onChange: (event: { target: { value: string } }) => setKept((known) => ({ ...known, [name]: event.target.value })),
  });
  const titles = {
    'sign-in': 'signIn',
    register: 'registerTitle',
    confirm: 'confirmTitle',
    forgot: 'forgotTitle',
  } as const;
  const buttons = {
    'sign-in': 'signIn',
    register: 'register',
    confirm: 'confirm',
    forgot: codeSent ? 'setPassword' : 'sendCode',
  } as const;

  usePageTitle(say(titles[form]));
  // Who comes to type types at once; on a phone it would raise the keyboard over what is offered.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another form has another first field
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) document.querySelector<HTMLElement>('.session-form input')?.focus();
  }, [form]);

  return (
    <main className="session">
      <section className="session-side">
        <p className="session-brand">
          <Logo />
          AstroMedia
        </p>
        <div>
          <p className="session-lead">{say('lead')}</p>
          <ul className="session-points">
            <li>{say('point1')}</li>
            <li>{say('point2')}</li>
            <li>{say('point3')}</li>
          </ul>
        </div>
        <Orbit />
      </section>
      <section className="session-main">
        <form className="session-form" onSubmit={check} noValidate>
          <h1>{say(titles[form])}</h1>
          {form === 'sign-in' && demo && (
            <Notice tone="star" action={<Button onClick={lookAround}>{say('lookAround')}</Button>}>
              {say('demo')}
            </Notice>
          )}
          {said && <Notice tone="done">{said}</Notice>}
          {submit.error && Object.keys(problems).length === 0 && <ProblemNotice error={submit.error} />}
          {form === 'forgot' && !codeSent && <p className="soft">{say('forgotLead')}</p>}
          {form === 'register' && <TextField {...field('name')} label={say('name')} optional autoComplete="name" />}
          <TextField {...field('email')} label={say('email')} type="email" autoComplete="username" inputMode="email" />
          {asksCode && (
            <TextField
              {...field('code')}
              label={say('code')}
              hint={say('codeHint', { email: kept.email })}
              autoComplete="one-time-code"
              inputMode="numeric"
            />
          )}
          {asksPassword && (
            <TextField
              {...field('password')}
              label={say(form === 'forgot' ? 'newPassword' : 'password')}
              type="password"
              autoComplete={choosesPassword ? 'new-password' : 'current-password'}
              {...(choosesPassword ? { hint: say('passwordHint') } : {})}
            />
          )}
          <Button kind="primary" type="submit" working={submit.isPending}>
            {say(buttons[form])}
          </Button>
          {form === 'confirm' && (
            <Button kind="quiet" working={resend.isPending} onClick={() => resend.mutate()}>
              {say('resend')}
            </Button>
          )}
          <p className="session-links">
            {form === 'sign-in' && (
              <>
                <span>
                  {say('noAccount')} {link('register', say('register'))}
                </span>
                {link('forgot', say('forgot'))}
              </>
            )}
            {form === 'register' && (
              <span>
                {say('hasAccount')} {link('sign-in', say('signIn'))}
              </span>
            )}
            {(form === 'forgot' || form === 'confirm') && link('sign-in', say('backToSignIn'))}
          </p>
        </form>
      </section>
    </main>
  );
}

/** What the server finds wrong with single fields, to be shown beside them. It speaks English: elsewhere it is folded away with the problem. */
function fieldProblems(error: unknown): Missing {
  if (!(error instanceof ApiProblem) || currentLanguage() !== 'en') return {};
  return Object.fromEntries(error.fields.map(({ pointer, detail }) => [pointer.replace('#/', ''), detail]));
}

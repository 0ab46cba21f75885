// The person's own account: name, language, looks, notices, password, and its end.
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../../shared/client/api-errors.ts';
import { Button } from '../../design/button.tsx';
import { SelectField, TextField } from '../../design/field.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { chooseTheme, themes, useTheme } from '../../design/theme.ts';
import { chooseLanguage, uiLanguages, useLanguage, useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { chooseNotices, useWantsNotices } from '../../live/desktop-notices.ts';
import { closeSession, openSession } from '../../live/session.ts';
import { settingsWords } from './messages.ts';
import { Setting } from './setting.tsx';

const profileKey = ['profile'] as const;
const zones = Intl.supportedValuesOf('timeZone');
const fewestCharacters = 8;

export function AccountSection() {
  return (
    <div className="settings-groups">
      <Profile />
      <Looks />
      <Password />
      <Deletion />
    </div>
  );
}

function Profile() {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const { data: profile } = useSuspenseQuery({ queryKey: profileKey, queryFn: () => api.call('getProfile') });
  const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [name, setName] = useState(profile.name ?? '');
  const [timeZone, setTimeZone] = useState(profile.timeZone ?? ownZone);
  const save = useMutation({
    mutationFn: () => api.call('changeProfile', { body: { ...(name.trim() ? { name } : {}), timeZone } }),
    onSuccess: (changed) => queries.setQueryData(profileKey, changed),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Setting title={say('profile')} text={say('profileText', { email: profile.email })}>
      <form className="setting-form" onSubmit={submit}>
        <TextField label={say('name')} value={name} onChange={(event) => setName(event.target.value)} maxLength={100} />
        <SelectField
          label={say('timeZone')}
          value={timeZone}
          options={[...new Set([timeZone, ownZone, ...zones])].map((zone) => ({ value: zone, label: zone }))}
          onChange={setTimeZone}
        />
        {save.error && <ProblemNotice error={save.error} />}
        <div className="button-row">
          <Button type="submit" kind="primary" working={save.isPending}>
            {say('save')}
          </Button>
          {save.isSuccess && <span className="soft small">{say('saved')}</span>}
        </div>
      </form>
    </Setting>
  );
}

function Looks() {
  const say = useWords(settingsWords);
  const language = useLanguage();
  const theme = useTheme();
  const notices = useWantsNotices();
  const [isRefused, setRefused] = useState(false);
  const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;
  const languageWords = { en: 'english', fr: 'french' } as const;
  const choose = async (wanted: boolean) => setRefused(!(await chooseNotices(wanted)) && wanted);
  return (
    <Setting title={say('looks')} text={say('looksText')}>
      <fieldset>
        <legend>{say('language')}</legend>
        <div className="chips">
          {uiLanguages.map((name) => (
            <label key={name} className="chip-choice">
              <input type="radio" name="language" checked={language === name} onChange={() => chooseLanguage(name)} />
              {say(languageWords[name])}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{say('theme')}</legend>
        <div className="chips">
          {themes.map((name) => (
            <label key={name} className="chip-choice">
              <input type="radio" name="theme" checked={theme === name} onChange={() => chooseTheme(name)} />
              {say(themeWords[name])}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="choice">
        <input type="checkbox" checked={notices} onChange={(event) => void choose(event.target.checked)} />
        <span>
          <strong>{say('notices')}</strong>
          <span>{say('noticesText')}</span>
        </span>
      </label>
      {isRefused && <Notice tone="retry">{say('noticesRefused')}</Notice>}
    </Setting>
  );
}

function Password() {
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

function Deletion() {
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

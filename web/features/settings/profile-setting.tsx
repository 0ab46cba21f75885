import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design/button.tsx';
import { SelectField, TextField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { settingsWords } from './messages.ts';
import { Setting } from './setting.tsx';

const profileKey = ['profile'] as const;
const zones = Intl.supportedValuesOf('timeZone');

export function Profile() {
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

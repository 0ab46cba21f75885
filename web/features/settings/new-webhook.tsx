import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { liveEventTypes } from '../../../shared/contracts/live-events.ts';
import { Button, CancelButton } from '../../design/button.tsx';
import { FieldError, TextField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { settingsWords } from './messages.ts';

export const hooksKey = ['webhooks'] as const;

export function NewHook({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}) {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [chosen, setChosen] = useState<readonly (typeof liveEventTypes)[number][]>([
    'campaign:completed',
    'campaign:failed',
  ]);
  const [isChecked, setChecked] = useState(false);
  const isUrl = URL.canParse(url);
  const make = useMutation({
    mutationFn: () =>
      api.call('createWebhook', {
        body: { url, events: [...chosen], ...(description.trim() ? { description } : {}) },
      }),
    onSuccess: ({ secret }) => {
      void queries.invalidateQueries({ queryKey: hooksKey });
      onMade(secret);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isUrl && chosen.length > 0) make.mutate();
  };
  return (
    <Dialog title={say('newHook')} open onClose={onClose}>
      <form className="setting-form" onSubmit={submit} noValidate>
        <TextField
          label={say('hookUrl')}
          hint={say('hookUrlHint')}
          type="url"
          error={isChecked && !isUrl ? say('hookUrlWrong') : undefined}
          value={url}
          onChange={(event) => setUrl(event.target.value)}
        />
        <TextField
          label={say('hookName')}
          optional
          value={description}
          maxLength={200}
          onChange={(event) => setDescription(event.target.value)}
        />
        <fieldset>
          <legend>{say('hookEvents')}</legend>
          <div className="settings-checks">
            {liveEventTypes.map((type) => (
              <label key={type} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(type)}
                  onChange={({ target }) =>
                    setChosen(target.checked ? [...chosen, type] : chosen.filter((other) => other !== type))
                  }
                />
                <code className="mono">{type}</code>
              </label>
            ))}
          </div>
          {isChecked && chosen.length === 0 && <FieldError>{say('hookEventsMissing')}</FieldError>}
        </fieldset>
        {make.error && <ProblemNotice error={make.error} />}
        <div className="dialog-actions">
          <CancelButton onClick={onClose} />
          <Button kind="primary" type="submit" working={make.isPending}>
            {say('makeHook')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

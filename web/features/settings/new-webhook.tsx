import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type LiveEventType, liveEventTypes } from '../../../shared/contracts/live-events.ts';
import { TextField } from '../../design/field.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { settingsWords } from './messages.ts';
import { Checks, NewSecretDialog } from './new-secret-dialog.tsx';

export const hooksKey = ['webhooks'] as const;

interface NewHookProps {
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}

export function NewHook({ onClose, onMade }: NewHookProps) {
  const say = useWords(settingsWords);
  const queries = useQueryClient();
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [chosen, setChosen] = useState<readonly LiveEventType[]>(['campaign:completed', 'campaign:failed']);
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
  return (
    <NewSecretDialog
      title={say('newHook')}
      submitLabel={say('makeHook')}
      isComplete={isUrl && chosen.length > 0}
      {...{ make, onClose }}
    >
      {(isChecked) => (
        <>
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
          <Checks
            legend={say('hookEvents')}
            options={liveEventTypes}
            labelOf={(type) => <code className="mono">{type}</code>}
            chosen={chosen}
            onChoose={setChosen}
            error={isChecked && chosen.length === 0 ? say('hookEventsMissing') : undefined}
          />
        </>
      )}
    </NewSecretDialog>
  );
}

// The decisions that need words.
import { useState } from 'react';
import { TextField } from '../../design/field.tsx';
import { useWords } from '../../i18n/messages.ts';
import { Frame, type TakenBackProps } from './decision-frame.tsx';
import { decisionWords } from './decision-messages.ts';
import { nameOf } from './phase-names.ts';

export default function SkipDialog({ phase, decide, overtaken, takenBack, onClose }: TakenBackProps) {
  const say = useWords(decisionWords);
  const [reason, setReason] = useState(takenBack?.kind === 'skip' ? takenBack.reason : '');
  return (
    <Frame
      title={say('skipTitle', { name: nameOf(phase) })}
      submitLabel={say('skip')}
      words={reason}
      {...{ decide, overtaken, onClose }}
      onSubmit={() => decide.mutate({ kind: 'skip', reason })}
    >
      <p>{say('skipText')}</p>
      <TextField
        label={say('skipReason')}
        optional
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Frame>
  );
}

import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { TextAreaField } from '../../design/field.tsx';
import { useWords } from '../../i18n/messages.ts';
import { Frame, type TakenBackProps } from './decision-frame.tsx';
import { decisionWords } from './decision-messages.ts';

const reasons = ['reason1', 'reason2', 'reason3', 'reason4'] as const;

export default function FeedbackDialog({ decide, overtaken, takenBack, onClose }: TakenBackProps) {
  const say = useWords(decisionWords);
  const [feedback, setFeedback] = useState(takenBack?.kind === 'reject' ? takenBack.feedback : '');
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    setMissing(!feedback.trim());
    if (feedback.trim()) decide.mutate({ kind: 'reject', feedback });
    else document.getElementById('feedback')?.focus();
  };
  return (
    <Frame
      title={say('requestChanges')}
      submitLabel={say('send')}
      words={feedback}
      onSubmit={submit}
      {...{ decide, overtaken, onClose }}
    >
      <TextAreaField
        id="feedback"
        label={say('feedback')}
        hint={say('feedbackHint')}
        error={isMissing ? say('feedbackMissing') : undefined}
        value={feedback}
        onChange={(event) => setFeedback(event.target.value)}
      />
      <fieldset>
        <legend>{say('reasons')}</legend>
        <div className="chips">
          {reasons.map((reason) => (
            <Button
              key={reason}
              onClick={() => setFeedback((known) => (known.trim() ? `${known.trim()}\n${say(reason)}` : say(reason)))}
            >
              {say(reason)}
            </Button>
          ))}
        </div>
      </fieldset>
    </Frame>
  );
}

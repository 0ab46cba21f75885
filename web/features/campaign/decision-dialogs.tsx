// The decisions that need words.
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { findProvider } from '../../../shared/contracts/providers.ts';
import type { ModelChoice } from '../../../shared/contracts/routes/phases-routes.ts';
import { Button, CancelButton } from '../../design/button.tsx';
import { ChoiceField, TextAreaField, TextField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import type { HeldAnswer } from '../../live/held-answer.ts';
import { CopyWords } from './copy-words.tsx';
import { decisionWords } from './decision-messages.ts';
import { nameOf } from './phase-names.ts';
import type { Decide } from './use-decide.ts';

interface DecisionDialogProps {
  readonly phase: Phase;
  readonly decide: Decide;
  /** What to say where the phase waits no more; it can then only be read and copied. */
  readonly overtaken: ReactNode;
  readonly onClose: () => void;
}

interface FrameProps extends Omit<DecisionDialogProps, 'phase'> {
  readonly title: string;
  readonly submitLabel: string;
  readonly onSubmit: () => void;
  /** What was typed. */
  readonly words: string;
  readonly children: ReactNode;
}

function Frame({ title, submitLabel, decide, overtaken, words, onClose, onSubmit, children }: FrameProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!overtaken) onSubmit();
  };
  return (
    <Dialog title={title} open onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} noValidate>
        {children}
        {overtaken || (decide.error && <ProblemNotice error={decide.error} />)}
        <div className="dialog-actions">
          <CancelButton onClick={onClose} />
          {overtaken ? (
            words.trim() && <CopyWords words={words} />
          ) : (
            <Button kind="primary" type="submit" working={decide.isPending}>
              {submitLabel}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

const reasons = ['reason1', 'reason2', 'reason3', 'reason4'] as const;

interface TakenBackProps extends DecisionDialogProps {
  /** What was decided before and taken back: its words are there again. */
  readonly takenBack: HeldAnswer | undefined;
}

export function FeedbackDialog({ decide, overtaken, takenBack, onClose }: TakenBackProps) {
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

interface RetryDialogProps extends DecisionDialogProps {
  readonly models: readonly ModelChoice[];
}

export function RetryDialog({ phase, models, decide, overtaken, onClose }: RetryDialogProps) {
  const say = useWords(decisionWords);
  const [instructions, setInstructions] = useState('');
  const [model, setModel] = useState('');
  return (
    <Frame
      title={say('retryTitle', { name: nameOf(phase) })}
      submitLabel={say('retryNow')}
      words={instructions}
      {...{ decide, overtaken, onClose }}
      onSubmit={() => decide.mutate({ kind: 'retry', instructions, model })}
    >
      <TextAreaField
        label={say('instructions')}
        optional
        value={instructions}
        onChange={(event) => setInstructions(event.target.value)}
      />
      {models.length > 0 && <ModelField models={models} value={model} onChange={setModel} />}
    </Frame>
  );
}

interface ModelFieldProps {
  readonly models: readonly ModelChoice[];
  /** Empty: as before. */
  readonly value: string;
  readonly onChange: (model: string) => void;
}

function ModelField({ models, value, onChange }: ModelFieldProps) {
  const say = useWords(decisionWords);
  const providerOf = ({ provider }: ModelChoice) =>
    provider === 'offline-studio' ? say('offlineStudio') : (findProvider(provider)?.label ?? provider);
  const priceOf = ({ costMicroUsd: { minimum, maximum } }: ModelChoice) =>
    minimum === maximum
      ? spending(minimum)
      : say('priceRange', { minimum: spending(minimum), maximum: spending(maximum) });
  const hintOf = (model: ModelChoice) =>
    [
      priceOf(model),
      providerOf(model),
      ...(model.asked ? [say('askedBefore')] : []),
      ...(model.fitsCap ? [] : [say('overCap')]),
    ].join(' · ');
  return (
    <ChoiceField
      legend={say('whichModel')}
      name="model"
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: say('sameModel'), hint: say('sameModelHint') },
        ...models.map((model) => ({ value: model.id, label: model.id, hint: hintOf(model) })),
      ]}
    />
  );
}

export function SkipDialog({ phase, decide, overtaken, takenBack, onClose }: TakenBackProps) {
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

import { useState } from 'react';
import { findProvider } from '../../../shared/contracts/providers.ts';
import type { ModelChoice } from '../../../shared/contracts/routes/phases-routes.ts';
import { ChoiceField, TextAreaField } from '../../design/field.tsx';
import { spending } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { type DecisionDialogProps, Frame } from './decision-frame.tsx';
import { decisionWords } from './decision-messages.ts';
import { nameOf } from './phase-names.ts';

interface RetryDialogProps extends DecisionDialogProps {
  readonly models: readonly ModelChoice[];
}

export default function RetryDialog({ phase, models, decide, overtaken, onClose }: RetryDialogProps) {
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

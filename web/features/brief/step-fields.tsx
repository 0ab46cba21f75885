// The fields of each step.
import { Check } from 'lucide-react';
import { type Channel, channelName, channels } from '../../../shared/contracts/channels.ts';
import { currencySchema } from '../../../shared/contracts/currency.ts';
import { ChoiceField, FieldError, SelectField, TextAreaField, TextField } from '../../design/field.tsx';
import { useLanguage, useWords } from '../../i18n/messages.ts';
import type { BriefField, BriefForm, BriefStep } from './brief-form-state.ts';
import { type BriefWord, briefWords } from './messages.ts';

interface StepFieldsProps {
  readonly step: BriefStep;
  readonly form: BriefForm;
  readonly change: (changes: Partial<BriefForm>) => void;
  readonly leave: (field: BriefField) => void;
  readonly errorOf: (field: BriefField) => string | undefined;
}
type TextName = Exclude<BriefField, 'channels' | 'language' | 'governanceMode' | 'analysisDepth'>;

const currencies = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY'].filter(
  (code) => currencySchema.safeParse(code).success,
);

/** The name of a field as it stands above it. */
export const titleOf = (field: BriefField): BriefWord =>
  field === 'channels'
    ? 'channelsLabel'
    : field === 'governanceMode'
      ? 'mode'
      : field === 'analysisDepth'
        ? 'depth'
        : field;

export function StepFields({ step, form, change, leave, errorOf }: StepFieldsProps) {
  const say = useWords(briefWords);
  const text = (name: TextName, hint?: BriefWord) => ({
    id: `brief-${name}`,
    name,
    value: form[name],
    error: errorOf(name),
    ...(hint ? { hint: say(hint) } : {}),
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
    onBlur: () => leave(name),
  });
  switch (step) {
    case 'company':
      return (
        <>
          <TextField {...text('name', 'nameHint')} label={say('name')} />
          <TextField {...text('companyName')} label={say('companyName')} autoComplete="organization" />
          <TextField {...text('sector', 'sectorHint')} label={say('sector')} />
          <div className="brief-pair">
            <TextField {...text('size', 'sizeHint')} label={say('size')} optional />
            <TextField {...text('website', 'websiteHint')} label={say('website')} type="url" inputMode="url" optional />
          </div>
        </>
      );
    case 'goal':
      return (
        <>
          <TextAreaField {...text('objectives', 'objectivesHint')} label={say('objectives')} rows={4} />
          <TextAreaField {...text('targetAudience', 'targetAudienceHint')} label={say('targetAudience')} />
        </>
      );
    case 'brand':
      return (
        <>
          <TextField {...text('tone', 'toneHint')} label={say('tone')} />
          <TextAreaField {...text('brandValues', 'brandValuesHint')} label={say('brandValues')} optional />
          <ChoiceField
            legend={say('language')}
            name="language"
            value={form.language}
            onChange={(language) => change({ language })}
            options={[
              { value: 'fr', label: say('french') },
              { value: 'en', label: say('english') },
            ]}
          />
        </>
      );
    case 'channels':
      return (
        <>
          <Channels
            chosen={form.channels}
            error={errorOf('channels')}
            onChange={(chosen) => change({ channels: chosen })}
          />
          <div className="brief-pair">
            <TextField {...text('budgetAmount', 'budgetHint')} label={say('budgetAmount')} inputMode="decimal" />
            <SelectField
              id="brief-currency"
              label={say('currency')}
              value={form.currency}
              options={[...new Set([form.currency, ...currencies])].map((code) => ({ value: code, label: code }))}
              onChange={(currency) => change({ currency })}
            />
          </div>
          <TextField {...text('duration', 'durationHint')} label={say('duration')} />
        </>
      );
    case 'review':
      return (
        <>
          <ChoiceField
            legend={say('mode')}
            name="mode"
            value={form.governanceMode}
            onChange={(governanceMode) => change({ governanceMode })}
            options={(['GUIDED', 'SEMI_AUTO', 'AUTO'] as const).map((value) => ({
              value,
              label: say(value),
              hint: say(`${value}hint`),
            }))}
          />
          <div className="brief-pair">
            <TextField {...text('aiBudgetUsd', 'aiBudgetHint')} label={say('aiBudgetUsd')} inputMode="decimal" />
            <SelectField
              label={say('depth')}
              value={form.analysisDepth}
              options={[
                { value: 'quick', label: say('quick') },
                { value: 'detailed', label: say('detailed') },
              ]}
              onChange={(depth) => change({ analysisDepth: depth === 'detailed' ? 'detailed' : 'quick' })}
            />
          </div>
        </>
      );
  }
}

interface ChannelsProps {
  readonly chosen: readonly Channel[];
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly Channel[]) => void;
}

function Channels({ chosen, error, onChange }: ChannelsProps) {
  const say = useWords(briefWords);
  const language = useLanguage();
  return (
    <fieldset id="brief-channels" tabIndex={-1} aria-describedby={error ? 'brief-channels-error' : undefined}>
      <legend>{say('channelsLabel')}</legend>
      <div className="chips">
        {channels.map((channel) => {
          const isChosen = chosen.includes(channel);
          return (
            <label className="chip-choice" key={channel}>
              <input
                type="checkbox"
                checked={isChosen}
                onChange={() => onChange(isChosen ? chosen.filter((other) => other !== channel) : [...chosen, channel])}
              />
              {isChosen && <Check aria-hidden="true" />}
              {channelName(channel, language)}
            </label>
          );
        })}
      </div>
      {error && <FieldError id="brief-channels-error">{error}</FieldError>}
    </fieldset>
  );
}

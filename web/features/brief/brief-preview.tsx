// The brief as the agents get it, while it is written.
import { channelName } from '../../../shared/contracts/channels.ts';
import { amount, list } from '../../i18n/formats.ts';
import { useLanguage, useWords } from '../../i18n/messages.ts';
import { type BriefForm, readNumber } from './brief-form-state.ts';
import { type BriefWord, briefWords } from './messages.ts';

export function BriefPreview({ form }: { readonly form: BriefForm }) {
  const say = useWords(briefWords);
  const language = useLanguage();
  const money = readNumber(form.budgetAmount);
  const rows: readonly (readonly [BriefWord, string])[] = [
    ['companyName', [form.companyName, form.sector, form.size].filter(Boolean).join(' · ')],
    ['website', form.website],
    ['aim', form.objectives.trim()],
    ['audience', form.targetAudience],
    ['tone', form.tone],
    ['brandValues', form.brandValues],
    ['channelsLabel', list(form.channels.map((channel) => channelName(channel, language)))],
    ['budgetAmount', money === undefined ? '' : amount(money, form.currency)],
    ['period', form.duration],
  ];
  const written = rows.filter(([, text]) => text.trim());
  return (
    <aside className="brief-preview" aria-labelledby="brief-preview-title">
      <h2 id="brief-preview-title">{say('preview')}</h2>
      {written.length === 0 && <p className="soft">{say('previewEmpty')}</p>}
      <dl>
        {written.map(([label, text]) => (
          <div key={label}>
            <dt>{say(label)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

import { networkNames } from '../../../shared/contracts/channels.ts';
import type { PlannedPost } from '../../../shared/contracts/routes/posts-routes.ts';
import { Choices } from '../../design/choices.tsx';
import { SelectField } from '../../design/field.tsx';
import { useWords } from '../../i18n/messages.ts';
import type { CalendarChoice } from './calendar-data.ts';
import { calendarWords } from './messages.ts';

interface FiltersProps {
  readonly posts: readonly PlannedPost[];
  readonly choice: CalendarChoice;
  readonly go: (changes: Partial<CalendarChoice>) => void;
}

export function Filters({ posts, choice, go }: FiltersProps) {
  const say = useWords(calendarWords);
  const channels = [...new Set(posts.map(({ post }) => post.channel))].sort();
  const campaigns = new Map(posts.map(({ campaign }) => [campaign.id, campaign.name]));
  return (
    <search className="calendar-filters">
      <Choices
        legend={say('networks')}
        name="channel"
        value={choice.channel}
        options={[
          [undefined, say('allNetworks')],
          ...channels.map(
            (channel) =>
              [
                channel,
                <>
                  <span className="network-dot" data-channel={channel} aria-hidden="true" />
                  {networkNames[channel]}
                </>,
              ] as const,
          ),
        ]}
        onChange={(channel) => go({ channel })}
      />
      {campaigns.size > 1 && (
        <SelectField
          label={say('campaign')}
          value={choice.campaign ?? ''}
          options={[
            { value: '', label: say('allCampaigns') },
            ...[...campaigns].map(([value, label]) => ({ value, label })),
          ]}
          onChange={(value) => go({ campaign: value || undefined })}
        />
      )}
    </search>
  );
}

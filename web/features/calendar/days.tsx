// The grid of days: FullCalendar's behaviour in our dress.
import FullCalendar from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import listOfDays from '@fullcalendar/react/list';
import french from '@fullcalendar/react/locales/fr';
import '@fullcalendar/react/skeleton.css';
import classic from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/themes/classic/palette.css';
import '@fullcalendar/react/themes/classic/theme.css';
import { useSyncExternalStore } from 'react';
import type { SocialNetwork } from '../../../shared/contracts/channels.ts';
import { networkNames } from '../../../shared/contracts/channels.ts';
import type { PlannedPost } from '../../../shared/contracts/routes/posts-routes.ts';
import { time } from '../../i18n/formats.ts';
import { useLanguage, useWords } from '../../i18n/messages.ts';
import type { CalendarView } from './calendar-data.ts';
import './days.css';
import { calendarWords } from './messages.ts';
import { type Move, mayMove } from './move-post.tsx';

interface DaysProps {
  readonly view: CalendarView;
  readonly day: string;
  readonly posts: readonly PlannedPost[];
  readonly onOpen: (postId: string) => void;
  /** `undo` puts the post back where it was. */
  readonly onMove: (move: Move, undo: () => void) => void;
}

const viewNames = { month: 'dayGridMonth', week: 'dayGridWeek', list: 'listMonth' } as const;
/** Where seven columns hold no word, a week is a list of its days. */
const narrow = '(max-width: 47.9375rem)';
const inMonth = 4;

export default function Days({ view, day, posts, onOpen, onMove }: DaysProps) {
  const say = useWords(calendarWords);
  const language = useLanguage();
  const isNarrow = useMedia(narrow);
  const isList = view === 'list' || (view === 'week' && isNarrow);
  return (
    <div className="days panel" data-view={isList ? 'list' : view}>
      <FullCalendar
        key={`${view} ${day} ${language} ${isList}`}
        plugins={[dayGrid, listOfDays, interaction, classic]}
        initialView={view === 'week' && isList ? 'listWeek' : viewNames[view]}
        initialDate={day}
        locale={language === 'fr' ? french : 'en-gb'}
        firstDay={1}
        headerToolbar={false}
        height="auto"
        dayMaxEvents={view === 'month' ? inMonth : false}
        displayEventEnd={false}
        fixedWeekCount={false}
        noEventsContent={say('noneFits')}
        eventsHint={say('posts')}
        eventInteractive
        events={posts.map((planned) => ({
          id: `${planned.campaign.id}/${planned.post.id}`,
          title: `${networkNames[planned.post.channel]}: ${planned.post.text.slice(0, 80)}`,
          start: planned.post.scheduledAt,
          startEditable: mayMove(planned),
          extendedProps: { planned },
        }))}
        eventDurationEditable={false}
        eventAllow={({ start }) => start.getTime() > Date.now()}
        eventDrop={({ event, revert }) => {
          if (event.start) onMove({ planned: event.extendedProps['planned'] as PlannedPost, to: event.start }, revert);
        }}
        eventClick={({ event }) => onOpen(event.id)}
        eventContent={({ event }) => (
          <Card {...(event.extendedProps['planned'] as PlannedPost)} view={isList ? 'list' : view} />
        )}
      />
    </div>
  );
}

const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );

function Card({ post, campaign, status, view }: PlannedPost & { readonly view: CalendarView }) {
  const say = useWords(calendarWords);
  const channel: SocialNetwork = post.channel;
  return (
    <span className="day-card" data-view={view} data-status={status} data-channel={channel}>
      <span className="day-card-head">
        <span className="network-dot" data-channel={channel} aria-hidden="true" />
        <time className="number">{time(post.scheduledAt)}</time>
        <span className="day-card-network">{networkNames[channel]}</span>
        {status === 'proposed' && <span className="day-card-status">{say('proposed')}</span>}
      </span>
      {view !== 'month' && <span className="day-card-text">{post.text.split('\n')[0]}</span>}
      {view !== 'month' && <span className="day-card-campaign">{campaign.name}</span>}
    </span>
  );
}

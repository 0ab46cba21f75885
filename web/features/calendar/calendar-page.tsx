// What campaigns have planned to publish, by month, week or as a list.
import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { networkNames } from '../../../shared/contracts/channels.ts';
import type { PlannedPost } from '../../../shared/contracts/routes/posts-routes.ts';
import { PostCard } from '../../../shared/outputs/post-card.ts';
import { useCommands } from '../../commands/registry.ts';
import { Button, IconButton } from '../../design/button.tsx';
import { SelectField } from '../../design/field.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { moment, monthName, weekday } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { OutputReader } from '../../outputs/output-reader.tsx';
import './calendar.css';
import { type CalendarView, calendarViews, postsQuery, spanOf, stepped, today } from './calendar-data.ts';
import { calendarWords } from './messages.ts';
import { type Move, MoveForm, useMovePost } from './move-post.tsx';

const Days = lazy(() => import('./days.tsx'));

export interface CalendarChoice {
  readonly view: CalendarView;
  readonly day: string;
  readonly channel?: string | undefined;
  readonly campaign?: string | undefined;
  readonly post?: string | undefined;
}

interface CalendarPageProps {
  readonly choice: CalendarChoice;
  readonly onChoice: (choice: CalendarChoice) => void;
  readonly campaignLink: (post: PlannedPost, label: string) => ReactNode;
  readonly newLink: (label: string) => ReactNode;
}

export const postIdOf = ({ campaign, post }: PlannedPost): string => `${campaign.id}/${post.id}`;

export function CalendarPage({ choice, onChoice, campaignLink, newLink }: CalendarPageProps) {
  const say = useWords(calendarWords);
  usePageTitle(say('title'));
  const { view, day } = choice;
  const query = useInfiniteQuery(postsQuery(view, day));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const all = query.data?.pages.flatMap((page) => page.posts) ?? [];
  const posts = all.filter(
    ({ post, campaign }) =>
      (!choice.channel || post.channel === choice.channel) && (!choice.campaign || campaign.id === choice.campaign),
  );
  const open = all.find((post) => postIdOf(post) === choice.post);
  const go = (changes: Partial<CalendarChoice>) => onChoice({ ...choice, ...changes });
  const move = useMovePost();
  const [moved, setMoved] = useState<PlannedPost & { readonly before: string }>();
  const moveTo = (asked: Move, undo?: () => void) =>
    move.mutate(asked, {
      onSuccess: ({ post }) => {
        setMoved({ ...post, before: asked.planned.post.scheduledAt });
        go({ post: undefined });
      },
      onError: () => undo?.(),
    });
  const group = say('title');
  useCommands([
    ...calendarViews.map((name) => ({
      id: `calendar-${name}`,
      group,
      keys: { month: 'm', week: 'w', list: 'l' }[name],
      label: say(name),
      run: () => go({ view: name }),
    })),
    { id: 'calendar-today', group, keys: 't', label: say('today'), run: () => go({ day: today() }) },
    { id: 'calendar-before', group, keys: 'k', label: say('before'), run: () => go({ day: stepped(view, day, -1) }) },
    { id: 'calendar-after', group, keys: 'j', label: say('after'), run: () => go({ day: stepped(view, day, 1) }) },
  ]);

  return (
    <div className="page calendar">
      <header className="page-head">
        <h1>{say('title')}</h1>
        <div className="calendar-bar">
          <Button onClick={() => go({ day: today() })}>{say('today')}</Button>
          <IconButton
            label={say('before')}
            icon={<ChevronLeft aria-hidden="true" />}
            onClick={() => go({ day: stepped(view, day, -1) })}
          />
          <IconButton
            label={say('after')}
            icon={<ChevronRight aria-hidden="true" />}
            onClick={() => go({ day: stepped(view, day, 1) })}
          />
          <p className="calendar-range" aria-live="polite">
            <RangeName view={view} day={day} />
          </p>
          <fieldset className="chips">
            <legend className="visually-hidden">{say('views')}</legend>
            {calendarViews.map((name) => (
              <label key={name} className="chip-choice">
                <input type="radio" name="view" checked={view === name} onChange={() => go({ view: name })} />
                {say(name)}
              </label>
            ))}
          </fieldset>
        </div>
      </header>
      {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {move.error && !open && <ProblemNotice error={move.error} />}
      {moved && !move.error && (
        <Notice
          tone="done"
          title={say('moved', { when: moment(moved.post.scheduledAt), network: networkNames[moved.post.channel] })}
          action={
            <Button
              working={move.isPending}
              onClick={() =>
                move.mutate({ planned: moved, to: new Date(moved.before) }, { onSuccess: () => setMoved(undefined) })
              }
            >
              {say('undoMove')}
            </Button>
          }
        />
      )}
      {all.length > 0 && <Filters posts={all} choice={choice} go={go} />}
      {query.isPending ? (
        <div className="panel">
          <Skeleton lines={8} height="3rem" />
        </div>
      ) : (
        <Suspense
          fallback={
            <div className="panel">
              <Skeleton lines={8} height="3rem" />
            </div>
          }
        >
          {all.length === 0 && !hasNextPage && !query.error && (
            <div className="panel calendar-empty">
              <EmptyState title={say('emptyTitle')} action={newLink(say('newCampaign'))}>
                {say('emptyText')}
              </EmptyState>
            </div>
          )}
          {!(all.length === 0 && view === 'list') && (
            <Days view={view} day={day} posts={posts} onOpen={(post) => go({ post })} onMove={moveTo} />
          )}
        </Suspense>
      )}
      {all.length > 0 && view !== 'list' && <p className="soft small">{say('dragHint')}</p>}
      <p className="soft small">{say('zone', { zone: Intl.DateTimeFormat().resolvedOptions().timeZone })}</p>
      {open && (
        <Dialog title={open.campaign.name} open onClose={() => go({ post: undefined })}>
          <p className="calendar-status">
            <span className="status" data-tone={open.status === 'planned' ? 'done' : 'star'}>
              {say(open.status)}
            </span>
            <span className="soft small">{say(open.status === 'planned' ? 'plannedText' : 'proposedText')}</span>
          </p>
          <OutputReader brand={open.campaign.name} timeZone={open.timeZone}>
            <PostCard {...open.post} />
          </OutputReader>
          {move.error && <ProblemNotice error={move.error} />}
          <MoveForm
            key={open.post.scheduledAt}
            planned={open}
            isMoving={move.isPending}
            onMove={(to) => moveTo({ planned: open, to })}
          />
          <div className="dialog-actions">
            {campaignLink(open, say(open.status === 'planned' ? 'toPlan' : 'toDecision'))}
          </div>
        </Dialog>
      )}
    </div>
  );
}

function RangeName({ view, day }: { readonly view: CalendarView; readonly day: string }) {
  const say = useWords(calendarWords);
  if (view !== 'week') return monthName(day);
  const { from, to } = spanOf(view, day);
  // The span has a day more on either side, for who lives east or west of Greenwich.
  const inside = (text: string, by: number) => new Date(new Date(`${text}T12:00:00Z`).getTime() + by * 86_400_000);
  return say('weekOf', { from: weekday(inside(from, 1)), to: weekday(inside(to, -1)) });
}

interface FiltersProps {
  readonly posts: readonly PlannedPost[];
  readonly choice: CalendarChoice;
  readonly go: (changes: Partial<CalendarChoice>) => void;
}

function Filters({ posts, choice, go }: FiltersProps) {
  const say = useWords(calendarWords);
  const channels = [...new Set(posts.map(({ post }) => post.channel))].sort();
  const campaigns = new Map(posts.map(({ campaign }) => [campaign.id, campaign.name]));
  return (
    <search className="calendar-filters">
      <fieldset className="chips">
        <legend className="visually-hidden">{say('networks')}</legend>
        {[undefined, ...channels].map((channel) => (
          <label key={channel ?? 'all'} className="chip-choice">
            <input type="radio" name="channel" checked={choice.channel === channel} onChange={() => go({ channel })} />
            {channel && <span className="network-dot" data-channel={channel} aria-hidden="true" />}
            {channel ? networkNames[channel] : say('allNetworks')}
          </label>
        ))}
      </fieldset>
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

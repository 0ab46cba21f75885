// What campaigns have planned to publish, by month, week or as a list.
import { useInfiniteQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { networkNames } from '../../../shared/contracts/channels.ts';
import type { PlannedPost } from '../../../shared/contracts/routes/posts-routes.ts';
import { PostCard } from '../../../shared/outputs/post-card.ts';
import { useCommands } from '../../commands/registry.ts';
import { Button, IconButton } from '../../design/button.tsx';
import { Choices } from '../../design/choices.tsx';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { Dialog } from '../../design/surfaces.tsx';
import { moment, monthName, weekday } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { OutputReader } from '../../outputs/output-reader.tsx';
import { type CalendarChoice, calendarViews, postsQuery, spanOf, stepped, today } from './calendar-data.ts';
import { calendarWords } from './messages.ts';
import { type Move, MoveForm, useMovePost } from './move-post.tsx';
import './calendar.css';
import { Filters } from './calendar-filters.tsx';

const Days = lazy(() => import('./days.tsx'));

interface CalendarPageProps {
  readonly choice: CalendarChoice;
  readonly onChoice: (choice: CalendarChoice) => void;
  readonly campaignLink: (post: PlannedPost, label: string) => ReactNode;
  readonly newLink: (label: string) => ReactNode;
}

const postIdOf = ({ campaign, post }: PlannedPost): string => `${campaign.id}/${post.id}`;

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
          <Choices
            legend={say('views')}
            name="view"
            value={view}
            options={calendarViews.map((name) => [name, say(name)])}
            onChange={(chosen) => go({ view: chosen })}
          />
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

function RangeName({ view, day }: Pick<CalendarChoice, 'view' | 'day'>) {
  const say = useWords(calendarWords);
  if (view !== 'week') return monthName(day);
  const { from, to } = spanOf(view, day);
  // The span has a day more on either side, for who lives east or west of Greenwich.
  const inside = (text: string, by: number) => new Date(new Date(`${text}T12:00:00Z`).getTime() + by * 86_400_000);
  return say('weekOf', { from: weekday(inside(from, 1)), to: weekday(inside(to, -1)) });
}

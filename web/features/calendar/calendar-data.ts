// Posts of the days that are shown, out of the plans of all campaigns: read page by page until there are no more.
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import { api } from '../../live/api.ts';

export const calendarViews = ['month', 'week', 'list'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What of the page is in its address. */
export interface CalendarChoice {
  readonly view: CalendarView;
  readonly day: string;
  readonly channel?: string | undefined;
  readonly campaign?: string | undefined;
  readonly post?: string | undefined;
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);
const parsed = (day: string): Date => new Date(`${day}T00:00:00Z`);
export const today = (): string => isoDay(new Date());

/** The first and last day that a view of this day shows, weeks that are cut in two included. */
export function spanOf(view: CalendarView, day: string): { readonly from: string; readonly to: string } {
  const at = parsed(day);
  const [first, last] =
    view === 'week'
      ? [at, at]
      : [
          new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1)),
          new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)),
        ];
  const monday = (first.getUTCDay() + 6) % 7;
  const sunday = (7 - last.getUTCDay()) % 7;
  return { from: isoDay(moved(first, -monday - 1)), to: isoDay(moved(last, sunday + 1)) };
}

const moved = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);

export function stepped(view: CalendarView, day: string, by: number): string {
  const at = parsed(day);
  if (view === 'week') return isoDay(moved(at, 7 * by));
  return isoDay(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + by, 1)));
}

export const postsQuery = (view: CalendarView, day: string) => {
  const span = spanOf(view, day);
  return infiniteQueryOptions({
    queryKey: ['posts', span],
    queryFn: ({ pageParam }) =>
      api.call('listPosts', { query: { ...span, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
};

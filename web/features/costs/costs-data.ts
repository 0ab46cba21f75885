// What was used in a month, narrowed to what is looked at, and the calls it is made of.
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { UsageGrouping } from '../../../shared/contracts/usage.ts';
import { api } from '../../live/api.ts';

/** What the figures are narrowed to. */
export interface CostsFilter {
  readonly day?: string | undefined;
  readonly campaignId?: string | undefined;
  readonly agent?: string | undefined;
  readonly model?: string | undefined;
  readonly provider?: string | undefined;
}

/** `2026-11`; its days as the API counts them, in UTC. */
export const currentMonth = (): string => new Date().toISOString().slice(0, 7);
export const otherMonth = (month: string, by: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
};
export const daysOf = (month: string): string[] => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return Array.from({ length: last }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`);
};

const known = (fields: object) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
const asked = (month: string, { day, ...filter }: CostsFilter) => {
  const days = daysOf(month);
  return { from: day ?? days[0], to: day ?? days.at(-1), ...known(filter) };
};

export const usageQuery = (month: string, filter: CostsFilter, groupBy: UsageGrouping) =>
  queryOptions({
    queryKey: ['usage', month, filter, groupBy],
    queryFn: () => api.call('getUsage', { query: { ...asked(month, filter), groupBy } }),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  });

export const quotaQuery = queryOptions({ queryKey: ['quota'], queryFn: () => api.call('getQuota') });

export const callsBehindQuery = (month: string, filter: CostsFilter) =>
  infiniteQueryOptions({
    queryKey: ['usage-calls', month, filter],
    queryFn: ({ pageParam }) =>
      api.call('listCalls', {
        query: { ...asked(month, filter), limit: 5, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });

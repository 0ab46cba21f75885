// The campaigns of the workspace, newest first, like a list of deployments. Those that are under way move as their events come.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Search } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useCallback, useMemo } from 'react';
import { type Campaign, type CampaignStatus, campaignStatuses } from '../../../shared/contracts/campaign.ts';
import { Button } from '../../design/button.tsx';
import { Choices } from '../../design/choices.tsx';
import { designWords } from '../../design/messages.ts';
import { ProblemNotice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { campaignSigns } from '../../design/status.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { campaignKeys } from '../../live/campaign-keys.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { CampaignRow } from './campaign-row.tsx';
import './campaigns.css';
import { campaignsWords } from './messages.ts';
import { useDebounced } from './use-debounced.ts';

const LongRows = lazy(() => import('./campaign-rows.tsx'));

export interface CampaignFilter {
  readonly search: string;
  readonly status: CampaignStatus | undefined;
}

/** What fills a large screen, and is half of what the table reads at once. */
const pageSize = 50;

interface CampaignsPageProps {
  readonly filter: CampaignFilter;
  readonly onFilter: (filter: CampaignFilter) => void;
  readonly onNew: (start: 'empty' | 'sample') => void;
  /** The link to a campaign; the page around knows the addresses. */
  readonly link: (campaign: { readonly id: string; readonly status: CampaignStatus }, label: string) => ReactNode;
}

/** A page of campaigns as they are. */
function FirstRows({
  campaigns,
  link,
}: Pick<CampaignsPageProps, 'link'> & { readonly campaigns: readonly Campaign[] }) {
  const say = useWords(campaignsWords);
  return (
    <ul className="campaign-rows" aria-label={say('title')}>
      {campaigns.map((campaign) => (
        <li key={campaign.id} className="campaign-place">
          <CampaignRow campaign={campaign} link={link} />
        </li>
      ))}
    </ul>
  );
}

export function CampaignsPage({ filter, onFilter, onNew, link }: CampaignsPageProps) {
  const say = useWords(campaignsWords);
  const sayState = useWords(designWords);
  usePageTitle(say('title'));
  const search = useDebounced(filter.search.trim());
  const { status } = filter;
  const query = useInfiniteQuery({
    queryKey: [...campaignKeys.lists, search, status],
    queryFn: ({ pageParam }) =>
      api.call('listCampaigns', {
        query: { limit: pageSize, ...(search ? { search } : {}), ...(status ? { status } : {}), ...pageParam },
      }),
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }) => (nextCursor ? { cursor: nextCursor } : undefined),
    placeholderData: keepPreviousData,
    // Once more pages were read than one, campaigns move by their own events, and a new one is at the top of the list that is asked for next.
    refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > 1 ? false : 60_000),
  });
  const campaigns = useMemo(() => query.data?.pages.flatMap((page) => page.campaigns) ?? [], [query.data]);
  const more = useCallback(() => {
    if (!query.isFetchingNextPage) void query.fetchNextPage();
  }, [query.isFetchingNextPage, query.fetchNextPage]);
  const isFiltered = search !== '' || status !== undefined;
  const isEmpty = query.isSuccess && campaigns.length === 0;

  return (
    <div className="page">
      <header className="page-head">
        <h1>{say('title')}</h1>
        <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => onNew('empty')}>
          {say('newCampaign')}
        </Button>
      </header>
      {!(isEmpty && !isFiltered) && (
        <search className="filters">
          <label className="search">
            <span className="visually-hidden">{say('search')}</span>
            <Search aria-hidden="true" />
            <input
              className="input"
              type="search"
              placeholder={say('search')}
              value={filter.search}
              onChange={(event) => onFilter({ ...filter, search: event.target.value })}
            />
          </label>
          <Choices
            legend={say('showing')}
            name="status"
            value={status}
            options={[undefined, ...campaignStatuses].map((value) => [
              value,
              value ? sayState(campaignSigns[value].word) : say('all'),
            ])}
            onChange={(value) => onFilter({ ...filter, status: value })}
          />
        </search>
      )}
      {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && (
        <div className="panel">
          <Skeleton lines={6} height="2rem" />
        </div>
      )}
      {campaigns.length > 0 && (
        <div className="panel campaign-table" aria-busy={query.isPlaceholderData}>
          <div className="campaign-head" aria-hidden="true">
            <span>{say('campaign')}</span>
            <span>{say('status')}</span>
            <span>{say('progress')}</span>
            <span>{say('now')}</span>
            <span>{say('spent')}</span>
          </div>
          <Suspense fallback={<FirstRows campaigns={campaigns.slice(0, pageSize)} link={link} />}>
            {campaigns.length > pageSize || query.hasNextPage ? (
              <LongRows
                campaigns={campaigns}
                link={link}
                hasMore={query.hasNextPage && !query.isFetchNextPageError}
                onEnd={more}
              />
            ) : (
              <FirstRows campaigns={campaigns} link={link} />
            )}
          </Suspense>
        </div>
      )}
      {query.hasNextPage && (
        <Button working={query.isFetchingNextPage} onClick={more}>
          {say('more')}
        </Button>
      )}
      {isEmpty && isFiltered && (
        <EmptyState
          title={say('noneTitle')}
          action={<Button onClick={() => onFilter({ search: '', status: undefined })}>{say('clear')}</Button>}
        >
          {search ? say('noneText', { search }) : say('noneStatus')}
        </EmptyState>
      )}
      {isEmpty && !isFiltered && (
        <div className="panel">
          <EmptyState
            title={say('emptyTitle')}
            action={
              <>
                <Button kind="primary" onClick={() => onNew('sample')}>
                  {say('sample')}
                </Button>
                <Button onClick={() => onNew('empty')}>{say('newCampaign')}</Button>
              </>
            }
          >
            {say('emptyText')}
          </EmptyState>
        </div>
      )}
    </div>
  );
}

// The campaigns of the workspace, newest first, like a list of deployments. Those that are under way move as their events come.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Search } from 'lucide-react';
import { type ReactNode, useDeferredValue } from 'react';
import { type CampaignStatus, campaignStatuses } from '../../../shared/contracts/campaign.ts';
import { Button } from '../../design/button.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { campaignSigns } from '../../design/status.tsx';
import { designWords } from '../../design/words.ts';
import { api } from '../../live/api.ts';
import { campaignKeys } from '../../live/campaign-data.ts';
import { useWords } from '../../words/words.ts';
import { CampaignRow } from './campaign-row.tsx';
import './campaigns.css';
import { campaignsWords } from './words.ts';

export interface CampaignFilter {
  readonly search: string;
  readonly status: CampaignStatus | undefined;
}

interface CampaignsPageProps {
  readonly filter: CampaignFilter;
  readonly onFilter: (filter: CampaignFilter) => void;
  readonly onNew: (start: 'empty' | 'sample') => void;
  /** The link to a campaign; the page around knows the addresses. */
  readonly link: (campaign: { readonly id: string; readonly status: CampaignStatus }, label: string) => ReactNode;
}

export function CampaignsPage({ filter, onFilter, onNew, link }: CampaignsPageProps) {
  const say = useWords(campaignsWords);
  const sayState = useWords(designWords);
  const search = useDeferredValue(filter.search.trim());
  const { status } = filter;
  const query = useInfiniteQuery({
    queryKey: [...campaignKeys.lists, search, status],
    queryFn: ({ pageParam }) =>
      api.call('listCampaigns', {
        query: { limit: 20, ...(search ? { search } : {}), ...(status ? { status } : {}), ...pageParam },
      }),
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }) => (nextCursor ? { cursor: nextCursor } : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const campaigns = query.data?.pages.flatMap((page) => page.campaigns) ?? [];
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
          <fieldset className="chips">
            <legend className="visually-hidden">{say('showing')}</legend>
            {[undefined, ...campaignStatuses].map((value) => (
              <label className="chip-choice" key={value ?? 'all'}>
                <input
                  type="radio"
                  name="status"
                  checked={status === value}
                  onChange={() => onFilter({ ...filter, status: value })}
                />
                {value ? sayState(campaignSigns[value].word) : say('all')}
              </label>
            ))}
          </fieldset>
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
          <ul className="campaign-rows" aria-label={say('title')}>
            {campaigns.map((campaign) => (
              <CampaignRow key={campaign.id} campaign={campaign} link={link} />
            ))}
          </ul>
        </div>
      )}
      {query.hasNextPage && (
        <Button working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
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

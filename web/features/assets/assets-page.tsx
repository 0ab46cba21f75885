// Every picture and film of the workspace: found by what it is, looked at in full, and approved, refused, put away or taken home.
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Asset, isGenerated } from '../../../shared/contracts/asset.ts';
import { Button } from '../../design/button.tsx';
import { Choices } from '../../design/choices.tsx';
import { SelectField } from '../../design/field.tsx';
import { ProblemNotice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { api } from '../../live/api.ts';
import { campaignKeys } from '../../live/campaign-keys.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { AssetFile } from '../../outputs/media.tsx';
import '../../../shared/outputs/outputs.css';
import { day } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { AssetDialog, assetsKey, type CampaignLink } from './asset-dialog.tsx';
import { assetStatuses, type ShownStatus, StatusChip } from './asset-status.tsx';
import './assets.css';
import { assetsWords } from './messages.ts';

export interface AssetsFilter {
  readonly kind?: 'image' | 'video' | undefined;
  readonly status?: ShownStatus | undefined;
  readonly campaign?: string | undefined;
  readonly asset?: string | undefined;
}

interface AssetsPageProps {
  readonly filter: AssetsFilter;
  readonly onFilter: (filter: AssetsFilter) => void;
  readonly campaignLink: CampaignLink;
  readonly newLink: (label: string) => ReactNode;
}

export function AssetsPage({ filter, onFilter, campaignLink, newLink }: AssetsPageProps) {
  const say = useWords(assetsWords);
  usePageTitle(say('title'));
  const { kind, status, campaign } = filter;
  const query = useInfiniteQuery({
    queryKey: [...assetsKey, kind, status, campaign],
    queryFn: ({ pageParam }) =>
      api.call('listAssets', {
        query: {
          limit: 24,
          ...(kind ? { kind } : {}),
          ...(status ? { status } : {}),
          ...(campaign ? { campaignId: campaign } : {}),
          ...pageParam,
        },
      }),
    initialPageParam: {},
    getNextPageParam: ({ nextCursor }) => (nextCursor ? { cursor: nextCursor } : undefined),
    placeholderData: keepPreviousData,
  });
  const names = useCampaignNames();
  const assets = query.data?.pages.flatMap((page) => page.assets) ?? [];
  const open = assets.find(({ id }) => id === filter.asset);
  const isFiltered = Boolean(kind ?? status ?? campaign);
  const go = (changes: AssetsFilter) => onFilter({ ...filter, ...changes });

  return (
    <div className="page">
      <header className="page-head">
        <h1>{say('title')}</h1>
      </header>
      {(assets.length > 0 || isFiltered) && (
        <search className="assets-filters">
          <Choices
            legend={say('kind')}
            name="kind"
            value={kind}
            options={[
              [undefined, say('all')],
              ['image', say('images')],
              ['video', say('videos')],
            ]}
            onChange={(value) => go({ kind: value })}
          />
          <Choices
            legend={say('status')}
            name="status"
            value={status}
            options={[[undefined, say('current')], ...assetStatuses.map((name) => [name, say(name)] as const)]}
            onChange={(value) => go({ status: value })}
          />
          {names.size > 1 && (
            <SelectField
              label={say('campaign')}
              value={campaign ?? ''}
              options={[
                { value: '', label: say('allCampaigns') },
                ...[...names].map(([value, label]) => ({ value, label })),
              ]}
              onChange={(value) => go({ campaign: value || undefined })}
            />
          )}
        </search>
      )}
      {query.error && <ProblemNotice error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && (
        <div className="panel">
          <Skeleton lines={6} height="4rem" />
        </div>
      )}
      {query.isSuccess && assets.length === 0 && (
        <div className="panel">
          <EmptyState
            title={say(isFiltered ? 'noneTitle' : 'emptyTitle')}
            action={
              isFiltered ? <Button onClick={() => onFilter({})}>{say('clear')}</Button> : newLink(say('newCampaign'))
            }
          >
            {say(isFiltered ? 'noneText' : 'emptyText')}
          </EmptyState>
        </div>
      )}
      {assets.length > 0 && (
        <ul className="assets" aria-label={say('title')} aria-busy={query.isPlaceholderData}>
          {assets.map((asset) => (
            <li key={asset.id} className="asset card">
              <AssetFile assetId={asset.id} alt={altOf(asset, names, say('fileOf'))} still />
              <div className="asset-line">
                <button type="button" className="asset-name" onClick={() => go({ asset: asset.id })}>
                  {isGenerated(asset) ? say('variant', { variant: asset.variant }) : asset.fileName}
                </button>
                <StatusChip status={asset.status} />
              </div>
              <p className="soft small">
                {asset.campaignId ? (names.get(asset.campaignId) ?? say('aCampaign')) : say('uploaded')} ·{' '}
                {day(asset.createdAt)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button working={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say('more')}
        </Button>
      )}
      {open && (
        <AssetDialog
          asset={open}
          campaignName={open.campaignId ? (names.get(open.campaignId) ?? say('aCampaign')) : undefined}
          campaignLink={campaignLink}
          onClose={() => go({ asset: undefined })}
        />
      )}
    </div>
  );
}

const altOf = (asset: Asset, names: ReadonlyMap<string, string>, of: string): string =>
  `${of} ${(asset.campaignId && names.get(asset.campaignId)) ?? asset.fileName}`;

function useCampaignNames(): ReadonlyMap<string, string> {
  const { data } = useQuery({
    queryKey: [...campaignKeys.lists, 'names'],
    queryFn: () => api.call('listCampaigns', { query: { limit: 100 } }),
    staleTime: 60_000,
  });
  return new Map((data?.campaigns ?? []).map(({ id, name }) => [id, name]));
}

import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Suspense, useCallback } from 'react';
import { AriaLanguage } from '../../design/aria-language.tsx';
import { PageSkeleton } from '../../design/placeholders.tsx';
import { CampaignPage } from '../../features/campaign/campaign-page.tsx';
import type { CampaignSelection } from '../../features/campaign/campaign-selection.ts';
import { loadAllRoutes } from '../../live/api.ts';
import { compareLink } from './compare-link.tsx';

const route = getRouteApi('/shell/campaigns/$campaignId');

void loadAllRoutes();

export default function CampaignRoute() {
  const { campaignId } = route.useParams();
  const { phase, view = 'graph', tab = 'output' } = route.useSearch();
  const navigate = useNavigate({ from: '/campaigns/$campaignId' });
  const select = useCallback(
    (changes: Partial<CampaignSelection>) =>
      void navigate({
        to: '/campaigns/$campaignId',
        params: { campaignId },
        replace: true,
        search: (known) => {
          const { phase: nextPhase, ...rest } = { ...known, ...changes };
          return nextPhase ? { ...rest, phase: nextPhase } : rest;
        },
      }),
    [navigate, campaignId],
  );
  return (
    <AriaLanguage>
      <Suspense fallback={<PageSkeleton />}>
        <CampaignPage
          key={campaignId}
          campaignId={campaignId}
          selection={{ phase, view, tab }}
          onSelect={select}
          compareLink={compareLink}
          briefLink={(label) => (
            <Link className="button" data-kind="primary" to="/campaigns/new" search={{ draft: campaignId }}>
              {label}
            </Link>
          )}
        />
      </Suspense>
    </AriaLanguage>
  );
}

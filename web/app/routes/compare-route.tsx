import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { AriaLanguage } from '../../design/aria-language.tsx';
import { PageSkeleton } from '../../design/placeholders.tsx';
import { ComparePage } from '../../features/compare/compare-page.tsx';

const route = getRouteApi('/shell/campaigns/$campaignId/compare/$phaseId');

export default function CompareRoute() {
  const { campaignId, phaseId } = route.useParams();
  const { mode = 'side', blind = false } = route.useSearch();
  const navigate = useNavigate();
  const toPhase = { to: '/campaigns/$campaignId', params: { campaignId }, search: { phase: phaseId } } as const;
  return (
    <AriaLanguage>
      <Suspense fallback={<PageSkeleton />}>
        <ComparePage
          campaignId={campaignId}
          phaseId={phaseId}
          choice={{ mode, blind }}
          onChoice={(choice) =>
            void navigate({
              to: '/campaigns/$campaignId/compare/$phaseId',
              params: { campaignId, phaseId },
              replace: true,
              search: {
                ...(choice.mode === 'overlay' ? { mode: 'overlay' } : {}),
                ...(choice.blind ? { blind: true } : {}),
              },
            })
          }
          backLink={(label) => (
            <Link className="button" data-kind="plain" {...toPhase}>
              {label}
            </Link>
          )}
          onApproved={() => void navigate(toPhase)}
        />
      </Suspense>
    </AriaLanguage>
  );
}

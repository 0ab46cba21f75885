import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { AriaLanguage } from '../../design/aria-language.tsx';
import type { DetailTab } from '../../features/campaign/phase-detail.tsx';
import { PhaseReview } from '../../features/campaign/phase-review.tsx';
import type { InboxChoice, InboxList } from '../../features/inbox/inbox-choice.ts';
import { InboxPage } from '../../features/inbox/inbox-page.tsx';
import { loadAllRoutes } from '../../live/api.ts';
import { compareLink } from './compare-link.tsx';

const route = getRouteApi('/shell/approvals');

void loadAllRoutes();

export default function InboxRoute() {
  const { list = 'waiting', campaign, phase, tab = list === 'decided' ? 'history' : 'output' } = route.useSearch();
  const navigate = useNavigate();
  const choose = (choice: InboxChoice | undefined, next?: DetailTab, of: InboxList = list) =>
    void navigate({
      to: '/approvals',
      search: {
        ...(of === 'waiting' ? {} : { list: of }),
        ...choice,
        ...(choice && next ? { tab: next } : {}),
      },
    });
  return (
    <AriaLanguage>
      <InboxPage
        list={list}
        onList={(next) => choose(undefined, undefined, next)}
        chosen={campaign && phase ? { campaign, phase } : undefined}
        onChoose={(choice) => choose(choice)}
        review={({ campaign: campaignId, phase: phaseId, ...parts }) => (
          <PhaseReview
            campaignId={campaignId}
            phaseId={phaseId}
            tab={tab}
            onTab={(next) => choose({ campaign: campaignId, phase: phaseId }, next)}
            compareLink={compareLink}
            onPhase={(other) =>
              void navigate({ to: '/campaigns/$campaignId', params: { campaignId }, search: { phase: other } })
            }
            {...parts}
          />
        )}
        campaignLink={(campaignId, label) => (
          <Link to="/campaigns/$campaignId" params={{ campaignId }}>
            {label}
          </Link>
        )}
        campaignsLink={(label) => (
          <Link to="/" className="button" data-kind="primary">
            {label}
          </Link>
        )}
      />
    </AriaLanguage>
  );
}

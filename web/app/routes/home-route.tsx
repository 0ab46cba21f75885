import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { CampaignsPage } from '../../features/campaigns/campaigns-page.tsx';

const route = getRouteApi('/shell/');

export default function HomeRoute() {
  const { search = '', status } = route.useSearch();
  const navigate = useNavigate();
  return (
    <CampaignsPage
      filter={{ search, status }}
      onFilter={(filter) =>
        void navigate({
          to: '/',
          replace: true,
          search: {
            ...(filter.search ? { search: filter.search } : {}),
            ...(filter.status ? { status: filter.status } : {}),
          },
        })
      }
      onNew={(start) => void navigate({ to: '/campaigns/new', search: start === 'sample' ? { start } : {} })}
      link={linkTo}
    />
  );
}

const linkTo = (campaign: { readonly id: string; readonly status: string }, label: string) =>
  campaign.status === 'DRAFT' ? (
    <Link to="/campaigns/new" search={{ draft: campaign.id }}>
      {label}
    </Link>
  ) : (
    <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
      {label}
    </Link>
  );

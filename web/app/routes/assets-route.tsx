import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { AriaLanguage } from '../../design/aria-language.tsx';
import { AssetsPage } from '../../features/assets/assets-page.tsx';

const route = getRouteApi('/shell/assets');

export default function AssetsRoute() {
  const filter = route.useSearch();
  const navigate = useNavigate();
  return (
    <AriaLanguage>
      <AssetsPage
        filter={filter}
        onFilter={(next) =>
          void navigate({
            to: '/assets',
            replace: true,
            search: Object.fromEntries(Object.entries(next).filter(([, value]) => value)),
          })
        }
        campaignLink={(campaignId, phase, label) => (
          <Link to="/campaigns/$campaignId" params={{ campaignId }} search={phase ? { phase } : {}}>
            {label}
          </Link>
        )}
        newLink={(label) => (
          <Link to="/campaigns/new" className="button" data-kind="primary">
            {label}
          </Link>
        )}
      />
    </AriaLanguage>
  );
}

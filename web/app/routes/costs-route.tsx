import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { AriaLanguage } from '../../design/aria-language.tsx';
import { currentMonth } from '../../features/costs/costs-data.ts';
import { CostsPage } from '../../features/costs/costs-page.tsx';

const route = getRouteApi('/shell/costs');

export default function CostsRoute() {
  const { month = currentMonth(), by = 'campaign', ...filter } = route.useSearch();
  const navigate = useNavigate();
  return (
    <AriaLanguage>
      <CostsPage
        view={{ month, by, filter }}
        onView={(view) =>
          void navigate({
            to: '/costs',
            replace: true,
            search: Object.fromEntries(
              Object.entries({ month: view.month, by: view.by, ...view.filter }).filter(([, value]) => value),
            ),
          })
        }
        campaignLink={(campaignId, phase, label) => (
          <Link to="/campaigns/$campaignId" params={{ campaignId }} search={phase ? { phase, tab: 'provenance' } : {}}>
            {label}
          </Link>
        )}
      />
    </AriaLanguage>
  );
}

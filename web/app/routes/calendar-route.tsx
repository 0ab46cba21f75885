import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { AriaLanguage } from '../../design/aria-language.tsx';
import { today } from '../../features/calendar/calendar-data.ts';
import { CalendarPage } from '../../features/calendar/calendar-page.tsx';

const route = getRouteApi('/shell/calendar');
const narrow = matchMedia('(max-width: 48rem)');

export default function CalendarRoute() {
  const { view = narrow.matches ? 'list' : 'month', day = today(), ...rest } = route.useSearch();
  const navigate = useNavigate();
  return (
    <AriaLanguage>
      <CalendarPage
        choice={{ view, day, ...rest }}
        onChoice={(choice) =>
          void navigate({
            to: '/calendar',
            replace: true,
            search: Object.fromEntries(Object.entries(choice).filter(([, value]) => value)),
          })
        }
        campaignLink={({ campaign, phaseId, status }, label) => (
          <Link
            to="/campaigns/$campaignId"
            params={{ campaignId: campaign.id }}
            search={{ phase: phaseId }}
            className="button"
            data-kind={status === 'planned' ? 'plain' : 'star'}
          >
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

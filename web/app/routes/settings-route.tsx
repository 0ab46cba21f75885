import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { AriaLanguage } from '../../design/aria-language.tsx';
import { SettingsPage } from '../../features/settings/settings-page.tsx';
import { settings } from '../../live/settings.ts';

const route = getRouteApi('/shell/settings');

export default function SettingsRoute() {
  const { section = 'account' } = route.useSearch();
  const navigate = useNavigate();
  return (
    <AriaLanguage>
      <SettingsPage
        section={section}
        onSection={(next) => void navigate({ to: '/settings', search: next === 'account' ? {} : { section: next } })}
        docsUrl={`${settings().apiUrl}/api/v1/docs`}
      />
    </AriaLanguage>
  );
}

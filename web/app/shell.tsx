// What stands around every page of who is signed in: where to go, and the account.

import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { BookOpen, CircleUser, Languages, LayoutList, LogOut, Monitor, Moon, SquarePen, Sun } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Logo } from '../design/logo.tsx';
import { Notice } from '../design/notice.tsx';
import { Menu } from '../design/surfaces.tsx';
import { chooseTheme, useTheme } from '../design/theme.ts';
import { signOut } from '../live/api.ts';
import { closeLive } from '../live/live.ts';
import { useSession } from '../live/session.ts';
import { settings } from '../live/settings.ts';
import { chooseLanguage, useLanguage, useWords } from '../words/words.ts';
import { appWords } from './words.ts';

export function Shell() {
  const say = useWords(appWords);
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isOnline = useOnline();
  // A session that ended elsewhere, or could not be renewed, leads to the sign-in and back here.
  useEffect(() => {
    if (session) return;
    closeLive();
    queries.clear();
    void navigate({ to: '/sign-in', search: { next: location.pathname + location.search } });
  }, [session, navigate, queries]);

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="rail">
        <Link to="/" className="rail-brand" aria-label="AstroMedia">
          <Logo />
          <span>AstroMedia</span>
        </Link>
        <nav aria-label={say('navigation')} className="rail-nav">
          <Link to="/" className="rail-link" activeOptions={{ exact: true, includeSearch: false }}>
            <LayoutList aria-hidden="true" />
            <span>{say('campaigns')}</span>
          </Link>
          <Link to="/campaigns/new" className="rail-link" activeOptions={{ includeSearch: false }}>
            <SquarePen aria-hidden="true" />
            <span>{say('newCampaign')}</span>
          </Link>
          <a className="rail-link rail-wide" href={`${settings().apiUrl}/api/v1/docs`} target="_blank" rel="noreferrer">
            <BookOpen aria-hidden="true" />
            <span>{say('docs')}</span>
          </a>
        </nav>
        <AccountMenu email={session?.user.email ?? ''} />
      </header>
      <main id="content" className="content" tabIndex={-1}>
        {!isOnline && <Notice tone="retry">{say('offline')}</Notice>}
        <Outlet />
      </main>
    </div>
  );
}

const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;

function AccountMenu({ email }: { readonly email: string }) {
  const say = useWords(appWords);
  const language = useLanguage();
  const theme = useTheme();
  const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;
  return (
    <div className="rail-account">
      <Menu
        label={say('account', { email })}
        trigger={<CircleUser aria-hidden="true" />}
        iconOnly
        entries={[
          {
            id: 'language',
            label: say('language'),
            icon: <Languages />,
            onSelect: () => chooseLanguage(language === 'fr' ? 'en' : 'fr'),
          },
          ...(['system', 'light', 'dark'] as const).map((name) => {
            const Icon = themeIcons[name];
            return {
              id: name,
              label: say(themeWords[name]),
              icon: <Icon />,
              checked: name === theme,
              onSelect: () => chooseTheme(name),
            };
          }),
          { id: 'sign-out', label: say('signOut'), icon: <LogOut />, onSelect: () => void signOut() },
        ]}
      />
      <span className="rail-email small soft">{email}</span>
    </div>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const note = () => setOnline(navigator.onLine);
    addEventListener('online', note);
    addEventListener('offline', note);
    return () => {
      removeEventListener('online', note);
      removeEventListener('offline', note);
    };
  }, []);
  return isOnline;
}

// What stands around every page of who is signed in: where to go, and the account.

import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import {
  BookOpen,
  Check,
  CircleUser,
  Languages,
  LayoutList,
  LogOut,
  Monitor,
  Moon,
  SquarePen,
  Sun,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { Logo } from '../design/logo.tsx';
import { Notice } from '../design/notice.tsx';
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
const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

/** A popover of the browser: it closes on Escape and on a press elsewhere, and costs the first page no library. */
function AccountMenu({ email }: { readonly email: string }) {
  const say = useWords(appWords);
  const language = useLanguage();
  const theme = useTheme();
  return (
    <div className="rail-account">
      <button
        type="button"
        className="rail-link account-button"
        popoverTarget="account"
        aria-label={say('account', { email })}
      >
        <CircleUser aria-hidden="true" />
        <span className="rail-email" aria-hidden="true">
          {email}
        </span>
      </button>
      <div id="account" popover="auto" className="popover account">
        <p className="account-email small soft">{email}</p>
        <button type="button" className="menu-item" onClick={() => chooseLanguage(language === 'fr' ? 'en' : 'fr')}>
          <Languages aria-hidden="true" />
          {say('language')}
        </button>
        {(['system', 'light', 'dark'] as const).map((name) => {
          const Icon = themeIcons[name];
          return (
            <button
              key={name}
              type="button"
              className="menu-item"
              aria-pressed={name === theme}
              onClick={() => chooseTheme(name)}
            >
              <Icon aria-hidden="true" />
              {say(themeWords[name])}
              {name === theme && <Check data-check="" aria-hidden="true" />}
            </button>
          );
        })}
        <button type="button" className="menu-item" onClick={() => void signOut()}>
          <LogOut aria-hidden="true" />
          {say('signOut')}
        </button>
      </div>
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

// What stands around every page of who is signed in: where to go, what waits, and the account.
import { useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import {
  BookOpen,
  CalendarDays,
  CircleCheckBig,
  Coins,
  Command,
  Images,
  LayoutList,
  Settings,
  SquarePen,
} from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCommandKeys, useCommands } from '../commands/registry.ts';
import { Logo } from '../design/logo.tsx';
import { Notice } from '../design/notice.tsx';
import { useWords } from '../i18n/messages.ts';
import { useWatchedApprovals } from '../live/approvals-data.ts';
import { closeLive } from '../live/live.ts';
import { useReachability } from '../live/reachability.ts';
import { closeSession, useSession } from '../live/session.ts';
import { settings } from '../live/settings.ts';
import { AccountMenu } from './account-menu.tsx';
import { appWords } from './messages.ts';
import { UndoBar } from './undo-bar.tsx';
import { useSamePerson } from './use-same-person.ts';
import { useWaiting } from './use-waiting.ts';

const SignInAgain = lazy(() => import('../features/session/sign-in-again.tsx'));
const Palette = lazy(() => import('./palette.tsx'));

const places = [
  { to: '/', icon: LayoutList, word: 'campaigns', keys: 'g h' },
  { to: '/approvals', icon: CircleCheckBig, word: 'approvals', keys: 'g a' },
  { to: '/calendar', icon: CalendarDays, word: 'calendar', keys: 'g c' },
  { to: '/assets', icon: Images, word: 'assets', keys: 'g m' },
  { to: '/costs', icon: Coins, word: 'costs', keys: 'g s' },
] as const;

export function Shell() {
  const say = useWords(appWords);
  const session = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const reachability = useReachability();
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts'>();
  const waiting = useWaiting();
  useWatchedApprovals();
  // Who leaves is led to the sign-in. A session that only ended is opened again above the page (below), so that nothing is lost.
  useEffect(() => {
    if (session) return;
    closeLive();
    queries.clear();
    void navigate({ to: '/sign-in', search: { next: location.pathname + location.search } });
  }, [session, navigate, queries]);
  useSamePerson(session?.user.id);
  const group = say('keysEverywhere');
  useCommandKeys();
  useCommands([
    { id: 'palette', group, keys: 'mod+k', label: say('openPalette'), run: () => setOverlay('palette') },
    { id: 'shortcuts', group, keys: '?', label: say('openShortcuts'), run: () => setOverlay('shortcuts') },
    ...places.map(({ to, word, keys }) => ({
      id: `go-${word}`,
      group: say('navigation'),
      keys,
      label: say(word),
      run: () => void navigate({ to }),
    })),
    {
      id: 'go-settings',
      group: say('navigation'),
      keys: 'g ,',
      label: say('settings'),
      run: () => void navigate({ to: '/settings' }),
    },
    {
      id: 'go-new',
      group: say('navigation'),
      keys: 'n',
      label: say('newCampaign'),
      run: () => void navigate({ to: '/campaigns/new' }),
    },
  ]);

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
        <button type="button" className="rail-link rail-find" onClick={() => setOverlay('palette')}>
          <Command aria-hidden="true" />
          <span>{say('find')}</span>
          <span className="rail-key" aria-hidden="true">
            {say('findKeys')}
          </span>
        </button>
        <nav aria-label={say('navigation')} className="rail-nav">
          {places.map(({ to, icon: Icon, word }) => (
            <Link key={to} to={to} className="rail-link" activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Icon aria-hidden="true" />
              <span className="rail-word">{say(word)}</span>
              {word === 'approvals' && waiting > 0 && (
                <>
                  <span className="rail-count">{waiting}</span>
                  <span className="visually-hidden">{say('approvalsWaiting', { count: waiting })}</span>
                </>
              )}
            </Link>
          ))}
        </nav>
        <div className="rail-end">
          <Link
            to="/campaigns/new"
            className="rail-link"
            activeOptions={{ includeSearch: false }}
            aria-label={say('newCampaign')}
          >
            <SquarePen aria-hidden="true" />
            <span className="rail-word">{say('newCampaign')}</span>
          </Link>
          <Link to="/settings" className="rail-link rail-wide" activeOptions={{ includeSearch: false }}>
            <Settings aria-hidden="true" />
            <span>{say('settings')}</span>
          </Link>
          <a className="rail-link rail-wide" href={`${settings().apiUrl}/api/v1/docs`} target="_blank" rel="noreferrer">
            <BookOpen aria-hidden="true" />
            <span>{say('docs')}</span>
          </a>
          <AccountMenu email={session?.user.email ?? ''} />
        </div>
      </header>
      <main id="content" className="content" tabIndex={-1}>
        {reachability !== 'reachable' && <Notice tone="retry">{say(reachability)}</Notice>}
        <Outlet />
      </main>
      <UndoBar />
      {session?.hasEnded && (
        <Suspense>
          <SignInAgain email={session.user.email} onLeave={closeSession} />
        </Suspense>
      )}
      {overlay && (
        <Suspense>
          <Palette shows={overlay} onClose={() => setOverlay(undefined)} />
        </Suspense>
      )}
    </div>
  );
}

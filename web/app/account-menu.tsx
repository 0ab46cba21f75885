// Who is signed in, and how the application speaks and looks to them.
import { Link } from '@tanstack/react-router';
import { BookOpen, Check, CircleUser, Languages, LogOut, Monitor, Moon, Settings, Sun } from 'lucide-react';
import { chooseTheme, useTheme } from '../design/theme.ts';
import { chooseLanguage, useLanguage, useWords } from '../i18n/messages.ts';
import { signOut } from '../live/api.ts';
import { settings } from '../live/settings.ts';
import { sendAllNow } from '../live/undoable-decisions.ts';
import { appWords } from './messages.ts';

const themeIcons = { system: Monitor, light: Sun, dark: Moon } as const;
const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;

/** A popover of the browser: it closes on Escape and on a press elsewhere, and costs the first page no library. */
export function AccountMenu({ email }: { readonly email: string }) {
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
        <Link to="/settings" className="menu-item" onClick={() => document.getElementById('account')?.hidePopover()}>
          <Settings aria-hidden="true" />
          {say('settings')}
        </Link>
        <a className="menu-item" href={`${settings().apiUrl}/api/v1/docs`} target="_blank" rel="noreferrer">
          <BookOpen aria-hidden="true" />
          {say('docs')}
        </a>
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
        <button type="button" className="menu-item" onClick={() => void sendAllNow().then(signOut)}>
          <LogOut aria-hidden="true" />
          {say('signOut')}
        </button>
      </div>
    </div>
  );
}

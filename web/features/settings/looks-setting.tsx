import { useState } from 'react';
import { Notice } from '../../design/notice.tsx';
import { chooseTheme, themes, useTheme } from '../../design/theme.ts';
import { chooseLanguage, uiLanguages, useLanguage, useWords } from '../../i18n/messages.ts';
import { chooseNotices, useWantsNotices } from '../../live/desktop-notices.ts';
import { settingsWords } from './messages.ts';
import { Setting } from './setting.tsx';

export function Looks() {
  const say = useWords(settingsWords);
  const language = useLanguage();
  const theme = useTheme();
  const notices = useWantsNotices();
  const [isRefused, setRefused] = useState(false);
  const themeWords = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const;
  const languageWords = { en: 'english', fr: 'french' } as const;
  const choose = async (wanted: boolean) => setRefused(!(await chooseNotices(wanted)) && wanted);
  return (
    <Setting title={say('looks')} text={say('looksText')}>
      <fieldset>
        <legend>{say('language')}</legend>
        <div className="chips">
          {uiLanguages.map((name) => (
            <label key={name} className="chip-choice">
              <input type="radio" name="language" checked={language === name} onChange={() => chooseLanguage(name)} />
              {say(languageWords[name])}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{say('theme')}</legend>
        <div className="chips">
          {themes.map((name) => (
            <label key={name} className="chip-choice">
              <input type="radio" name="theme" checked={theme === name} onChange={() => chooseTheme(name)} />
              {say(themeWords[name])}
            </label>
          ))}
        </div>
      </fieldset>
      <label className="choice">
        <input type="checkbox" checked={notices} onChange={(event) => void choose(event.target.checked)} />
        <span>
          <strong>{say('notices')}</strong>
          <span>{say('noticesText')}</span>
        </span>
      </label>
      {isRefused && <Notice tone="retry">{say('noticesRefused')}</Notice>}
    </Setting>
  );
}

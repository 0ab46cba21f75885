// What a person sets for themselves, and how other programs get in: account, API keys, webhooks.
import { Suspense } from 'react';
import { Boundary } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { Tabs } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { AccountSection } from './account-section.tsx';
import { KeysSection } from './keys-section.tsx';
import './settings.css';
import { settingsWords } from './messages.ts';
import { WebhooksSection } from './webhooks-section.tsx';

export const settingsSections = ['account', 'keys', 'webhooks'] as const;
export type SettingsSection = (typeof settingsSections)[number];

interface SettingsPageProps {
  readonly section: SettingsSection;
  readonly onSection: (section: SettingsSection) => void;
  readonly docsUrl: string;
}

export function SettingsPage({ section, onSection, docsUrl }: SettingsPageProps) {
  const say = useWords(settingsWords);
  usePageTitle(say('title'));
  const contents = {
    account: <AccountSection />,
    keys: <KeysSection docsUrl={docsUrl} />,
    webhooks: <WebhooksSection docsUrl={docsUrl} />,
  };
  return (
    <div className="page settings">
      <h1>{say('title')}</h1>
      <Tabs
        label={say('title')}
        selected={section}
        onSelect={onSection}
        tabs={settingsSections.map((id) => ({
          id,
          label: say(id),
          content: (
            <Boundary resetKey={id}>
              <Suspense fallback={<Skeleton lines={6} height="2rem" />}>{contents[id]}</Suspense>
            </Boundary>
          ),
        }))}
      />
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import { EmptyState } from '../design/placeholders.tsx';
import { useWords } from '../i18n/messages.ts';
import { usePageTitle } from '../live/page-title.ts';
import { appWords } from './messages.ts';

/** Of an address that leads nowhere, with a way out. */
export function Missing() {
  const say = useWords(appWords);
  usePageTitle(say('notFoundTitle'));
  return (
    <EmptyState
      level={1}
      title={say('notFoundTitle')}
      action={
        <Link className="button" to="/">
          {say('home')}
        </Link>
      }
    >
      {say('notFoundText')}
    </EmptyState>
  );
}

export const NotFound = () => (
  <main>
    <Missing />
  </main>
);

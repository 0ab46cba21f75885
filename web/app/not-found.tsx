import { Link } from '@tanstack/react-router';
import { EmptyState } from '../design/placeholders.tsx';
import { usePageTitle } from '../live/page-title.ts';
import { useWords } from '../words/words.ts';
import { appWords } from './words.ts';

export function NotFound() {
  const say = useWords(appWords);
  usePageTitle(say('notFoundTitle'));
  return (
    <main>
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
    </main>
  );
}

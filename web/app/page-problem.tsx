import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useCallback } from 'react';
import { ApiProblem } from '../../shared/client/api-errors.ts';
import { ProblemNotice } from '../design/notice.tsx';
import { useWords } from '../i18n/messages.ts';
import { usePageTitle } from '../live/page-title.ts';
import { appWords } from './messages.ts';
import { Missing } from './not-found.tsx';

/** In the place of a page that could not be read or drawn; what stands around it still works. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  const say = useWords(appWords);
  const isMissing = error instanceof ApiProblem && error.code === 'not-found';
  usePageTitle(say(isMissing ? 'notFoundTitle' : 'problemTitle'));
  const { reset: readAgain } = useQueryErrorResetBoundary();
  const retry = useCallback(() => {
    readAgain();
    reset();
  }, [readAgain, reset]);
  // Trying again brings nothing back.
  if (isMissing) return <Missing />;
  return (
    <div className="page">
      <h1>{say('problemTitle')}</h1>
      <ProblemNotice error={error} retry={retry} />
    </div>
  );
}

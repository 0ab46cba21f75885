// Before the launch: what was understood of the brief, what it will cost, and where it will wait for a person.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import type { BriefInput } from '../../../shared/contracts/brief.ts';
import { ProblemNotice } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { useWords } from '../../i18n/messages.ts';
import { api } from '../../live/api.ts';
import { Estimate } from './brief-estimate.tsx';
import { Reading, type ReadingProps } from './brief-reading.tsx';
import { briefWords } from './messages.ts';

interface BriefReviewProps extends Pick<ReadingProps, 'onAnswer'> {
  readonly brief: BriefInput;
  /** What is chosen once it is known what was understood. */
  readonly children: ReactNode;
}

export function BriefReview({ brief, onAnswer, children }: BriefReviewProps) {
  const say = useWords(briefWords);
  const asked = useDeferredValue(JSON.stringify(brief));
  const estimate = useQuery({
    queryKey: ['estimate', asked],
    queryFn: () => api.call('estimateCampaign', { body: JSON.parse(asked) }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (estimate.error)
    return (
      <>
        <ProblemNotice error={estimate.error} retry={() => void estimate.refetch()} />
        {children}
      </>
    );
  if (!estimate.data)
    return (
      <>
        <div className="panel">
          <p className="panel-body soft">{say('estimating')}</p>
          <Skeleton lines={5} />
        </div>
        {children}
      </>
    );
  return (
    <>
      <Reading reading={estimate.data.reading} onAnswer={onAnswer} />
      {children}
      <Estimate estimate={estimate.data} />
    </>
  );
}

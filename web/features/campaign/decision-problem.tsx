// Why a decision did not count, and who was faster.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../../shared/client/api-errors.ts';
import { Notice, ProblemNotice } from '../../design/notice.tsx';
import { moment } from '../../i18n/formats.ts';
import { currentLanguage, useWords } from '../../i18n/messages.ts';
import { phaseQuery } from '../../live/campaign-data.ts';
import { CopyWords } from './copy-words.tsx';
import { decisionWords } from './decision-messages.ts';
import { useDecider } from './use-decider.ts';

interface DecisionProblemProps {
  readonly campaignId: string;
  readonly phaseId: string;
  readonly error: unknown;
}

interface TakenAlong {
  /** What was written for it, to be copied. */
  readonly words?: string;
  readonly children?: ReactNode;
}

/** Why a decision did not count; where somebody was faster, who it was and what they decided. */
export function DecisionProblem({ campaignId, phaseId, error, words, children }: DecisionProblemProps & TakenAlong) {
  const say = useWords(decisionWords);
  if (!error) return null;
  if (!(error instanceof ApiProblem) || error.code !== 'conflict') return <ProblemNotice error={error} />;
  return (
    <Notice tone="retry" title={say('decidedElsewhere')}>
      <LastDecision campaignId={campaignId} phaseId={phaseId} />
      {currentLanguage() === 'en' && <p>{error.detail ?? error.title}</p>}
      {children}
      {words && <CopyWords words={words} />}
    </Notice>
  );
}

/** Inside a dialog about a phase that waits no more. */
export function Overtaken({ campaignId, phaseId, error }: DecisionProblemProps) {
  const say = useWords(decisionWords);
  const isConflict = error instanceof ApiProblem && error.code === 'conflict';
  return (
    <Notice tone="retry" title={say(isConflict ? 'decidedElsewhere' : 'overtakenTitle')}>
      <LastDecision campaignId={campaignId} phaseId={phaseId} />
      <p>{say('overtakenText')}</p>
    </Notice>
  );
}

function LastDecision({ campaignId, phaseId }: Omit<DecisionProblemProps, 'error'>) {
  const say = useWords(decisionWords);
  const who = useDecider();
  const last = useQuery(phaseQuery(campaignId, phaseId)).data?.approvals.at(-1);
  if (!last) return null;
  return (
    <p>
      {say('decidedBy', {
        who: who(last.decidedBy),
        decision: say(`word_${last.decision}`),
        when: moment(last.decidedAt),
      })}
    </p>
  );
}

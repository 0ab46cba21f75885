// The page on which two variants of a phase are compared.
import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { EmptyState } from '../../design/placeholders.tsx';
import { currentLanguage, useWords } from '../../i18n/messages.ts';
import { phaseQuery, useLiveCampaign } from '../../live/campaign-data.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { holdDecision, useIsHeld } from '../../live/undoable-decisions.ts';
import './compare.css';
import type { CompareChoice } from './compare-choice.ts';
import { Comparison } from './comparison.tsx';
import { compareWords } from './messages.ts';
import { pairIn } from './pair.ts';

interface ComparePageProps {
  readonly campaignId: string;
  readonly phaseId: string;
  readonly choice: CompareChoice;
  readonly onChoice: (choice: CompareChoice) => void;
  readonly backLink: (label: string) => ReactNode;
  readonly onApproved: () => void;
}

export function ComparePage({ campaignId, phaseId, choice, onChoice, backLink, onApproved }: ComparePageProps) {
  const say = useWords(compareWords);
  const campaign = useLiveCampaign(campaignId);
  const { data } = useSuspenseQuery(phaseQuery(campaignId, phaseId));
  const { phase } = data;
  const name = phase.name[currentLanguage()];
  usePageTitle(say('title', { name }));
  const isOnItsWay = useIsHeld(campaignId, phaseId);
  const pair = pairIn(data.output);
  if (!pair)
    return (
      <div className="page">
        <EmptyState level={1} title={say('none')} action={backLink(say('back'))}>
          {say('noneText')}
        </EmptyState>
      </div>
    );
  const isWaiting =
    !isOnItsWay &&
    phase.status === 'WAITING_VALIDATION' &&
    (campaign.status === 'RUNNING' || campaign.status === 'PAUSED');
  return (
    <div className="page compare">
      <header className="page-head">
        <div>
          <p className="small soft">{campaign.name}</p>
          <h1>{say('title', { name })}</h1>
        </div>
        {backLink(say('back'))}
      </header>
      <Comparison
        key={`${phase.attempt} ${choice.blind}`}
        pair={pair}
        {...{ choice, onChoice, isWaiting }}
        onApprove={(variant) => {
          const answer = { kind: 'approve', choice: variant } as const;
          holdDecision({ campaignId, phaseId, attempt: phase.attempt, phaseName: phase.name, answer });
          onApproved();
        }}
      />
    </div>
  );
}

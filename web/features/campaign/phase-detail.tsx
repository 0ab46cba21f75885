// All about one phase: what it made, from what, by which model and for how much, and who decided what.
import { usePrefetchQuery, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { Skeleton } from '../../design/placeholders.tsx';
import { PhaseStatusPill } from '../../design/status.tsx';
import { Tabs } from '../../design/surfaces.tsx';
import { useWords } from '../../i18n/messages.ts';
import { phaseQuery } from '../../live/campaign-data.ts';
import { drawingQuery } from '../../outputs/drawings.ts';
import { Decisions } from './decisions.tsx';
import { campaignWords } from './messages.ts';
import { PhaseHistory } from './phase-history.tsx';
import { PhaseInputs } from './phase-inputs.tsx';
import { nameOf } from './phase-names.ts';
import { PhaseOutput } from './phase-output.tsx';
import { PhaseStopped } from './phase-stopped.tsx';

const Provenance = lazy(async () => ({ default: (await import('./provenance.tsx')).Provenance }));

export const detailTabs = ['output', 'inputs', 'provenance', 'history'] as const;
export type DetailTab = (typeof detailTabs)[number];

/** Leads to where the two variants of a phase are compared. */
export type CompareLink = (campaignId: string, phaseId: string, label: string) => ReactNode;

interface PhaseDetailProps {
  readonly campaign: CampaignDetail;
  readonly phase: Phase;
  readonly tab: DetailTab;
  readonly onTab: (tab: DetailTab) => void;
  readonly onPhase: (phaseId: string) => void;
  readonly onDecided?: () => void;
  readonly compareLink: CompareLink;
  readonly above?: ReactNode;
}

export function PhaseDetail({ campaign, phase, tab, above, onTab, onPhase, onDecided, compareLink }: PhaseDetailProps) {
  const say = useWords(campaignWords);
  usePrefetchQuery(drawingQuery(phase.agent));
  const { data } = useSuspenseQuery(phaseQuery(campaign.id, phase.id));
  return (
    <div className="detail">
      {above}
      <header className="detail-head">
        <h2 tabIndex={-1}>{nameOf(phase)}</h2>
        <PhaseStatusPill status={phase.status} />
        {phase.attempt > 1 && <span className="small soft">{say('attempt', { attempt: phase.attempt })}</span>}
      </header>
      <PhaseStopped campaign={campaign} phase={phase} />
      <Tabs
        label={say('detail', { name: nameOf(phase) })}
        selected={tab}
        onSelect={onTab}
        tabs={[
          {
            id: 'output',
            label: say('output'),
            content: (
              <>
                {isPair(data.output) && (
                  <p className="compare-link">{compareLink(campaign.id, phase.id, say('compare'))}</p>
                )}
                <PhaseOutput campaign={campaign} phase={phase} output={data.output} />
              </>
            ),
          },
          {
            id: 'inputs',
            label: say('inputs'),
            content: <PhaseInputs campaign={campaign} phase={phase} onPhase={onPhase} />,
          },
          {
            id: 'provenance',
            label: say('provenance'),
            content: (
              <Suspense fallback={<Skeleton lines={5} />}>
                <Provenance campaign={campaign} phase={phase} />
              </Suspense>
            ),
          },
          {
            id: 'history',
            label: say('history'),
            content: <PhaseHistory approvals={data.approvals} moves={data.moves} />,
          },
        ]}
      />
      <Decisions
        campaign={campaign}
        phase={phase}
        output={data.output}
        lastAnswer={data.lastAnswer?.value}
        models={data.models}
        onDecided={onDecided}
      />
    </div>
  );
}

const isPair = (output: unknown): boolean =>
  typeof output === 'object' && output !== null && ('visuals' in output || 'videos' in output);

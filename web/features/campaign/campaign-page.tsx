// A campaign while it runs: its phases, how they hang together, and all about the one that is looked at.
import { ArrowLeft } from 'lucide-react';
import { lazy, type ReactNode, type RefObject, Suspense, useCallback, useRef } from 'react';
import { Button } from '../../design/button.tsx';
import { Boundary } from '../../design/notice.tsx';
import { PhaseStrip } from '../../design/phase-strip.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { asksSomebody } from '../../design/status.tsx';
import { afterDialog, Tabs } from '../../design/surfaces.tsx';
import { useLanguage, useWords } from '../../i18n/messages.ts';
import { useLiveCampaign } from '../../live/campaign-data.ts';
import { usePageTitle } from '../../live/page-title.ts';
import { CampaignHeader } from './campaign-header.tsx';
import { campaignWords } from './messages.ts';
import { Announcer } from './phase-announcer.tsx';
import { type CompareLink, PhaseDetail } from './phase-detail.tsx';
import { PhaseList } from './phase-list.tsx';
import { nameOf } from './phase-names.ts';
import './campaign.css';
import type { CampaignSelection } from './campaign-selection.ts';
import { usePhaseKeys } from './use-phase-keys.ts';

const PhaseGraph = lazy(() => import('./phase-graph.tsx'));
const PhaseTimeline = lazy(() => import('./phase-timeline.tsx'));
const EventLog = lazy(() => import('./event-log.tsx'));

interface CampaignPageProps {
  readonly campaignId: string;
  readonly selection: CampaignSelection;
  readonly onSelect: (changes: Partial<CampaignSelection>) => void;
  readonly briefLink: (label: string) => ReactNode;
  readonly compareLink: CompareLink;
}

export function CampaignPage({ campaignId, selection, onSelect, briefLink, compareLink }: CampaignPageProps) {
  const say = useWords(campaignWords);
  useLanguage();
  const campaign = useLiveCampaign(campaignId);
  const chosen = campaign.phases.find(({ id }) => id === selection.phase);
  const shown = chosen ?? campaign.phases.find(asksSomebody) ?? campaign.phases[0];
  usePageTitle(campaign.name);
  usePhaseKeys(campaign, shown?.id, onSelect);
  const select = useCallback((phase: string) => onSelect({ phase, tab: 'output' }), [onSelect]);
  const detail = useRef<HTMLElement>(null);
  const review = (phase: string) => {
    select(phase);
    pointAtDecision(detail);
  };
  /** Who has decided stays with what they decided about, whatever waits next. */
  const stay = (phase: string) => {
    select(phase);
    afterDialog(() => detail.current?.querySelector('h2')?.focus({ preventScroll: true }));
  };
  const part = (content: ReactNode) => (
    <Boundary resetKey={campaignId}>
      <Suspense fallback={<Skeleton lines={6} height="2.5rem" />}>{content}</Suspense>
    </Boundary>
  );

  return (
    <div className="run" data-chosen={chosen ? '' : undefined}>
      <CampaignHeader campaign={campaign} onReview={review} briefLink={briefLink} />
      <div className="run-ruler">
        <PhaseStrip statuses={campaign.phases.map(({ status }) => status)} />
      </div>
      <Announcer campaign={campaign} />
      <div className="run-panes" data-chosen={chosen ? '' : undefined}>
        <nav className="run-phases" aria-label={say('phases')}>
          <PhaseList campaign={campaign} selected={shown?.id} onSelect={select} />
        </nav>
        <section className="run-centre" aria-label={say('views')}>
          <Tabs
            label={say('views')}
            look="segmented"
            selected={selection.view}
            onSelect={(view) => onSelect({ view })}
            tabs={[
              {
                id: 'graph',
                label: say('graph'),
                content: part(<PhaseGraph campaign={campaign} selected={shown?.id} onSelect={select} />),
              },
              {
                id: 'timeline',
                label: say('timeline'),
                content: part(<PhaseTimeline campaign={campaign} selected={shown?.id} onSelect={select} />),
              },
              { id: 'log', label: say('log'), content: part(<EventLog campaign={campaign} />) },
            ]}
          />
        </section>
        {shown && (
          <section className="run-detail" ref={detail} aria-label={say('detail', { name: nameOf(shown) })}>
            <div className="run-back">
              <Button
                kind="quiet"
                icon={<ArrowLeft aria-hidden="true" />}
                onClick={() => onSelect({ phase: undefined })}
              >
                {say('back')}
              </Button>
            </div>
            <Boundary resetKey={shown.id}>
              <Suspense fallback={<Skeleton lines={8} />}>
                <PhaseDetail
                  key={shown.id}
                  campaign={campaign}
                  phase={shown}
                  tab={selection.tab}
                  onTab={(tab) => onSelect({ tab })}
                  onPhase={select}
                  onDecided={() => stay(shown.id)}
                  compareLink={compareLink}
                />
              </Suspense>
            </Boundary>
          </section>
        )}
      </div>
    </div>
  );
}

/** Shows where it is decided, also to who has the phase before their eyes already. */
function pointAtDecision(detail: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => {
    detail.current?.querySelector('h2')?.focus();
    detail.current?.querySelector('.decisions')?.animate({ outlineColor: ['var(--star-edge)', 'transparent'] }, 1600);
  });
}

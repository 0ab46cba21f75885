// A campaign while it runs: its phases, how they hang together, and all about the one that is looked at.
import { ArrowLeft } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { PhaseStatus } from '../../../shared/contracts/phase.ts';
import { Button } from '../../design/button.tsx';
import { Boundary } from '../../design/notice.tsx';
import { Skeleton } from '../../design/placeholders.tsx';
import { Ruler } from '../../design/ruler.tsx';
import { phaseSigns } from '../../design/status.tsx';
import { Tabs } from '../../design/surfaces.tsx';
import { designWords } from '../../design/words.ts';
import { useLiveCampaign } from '../../live/campaign-data.ts';
import { useLanguage, useWords } from '../../words/words.ts';
import { EventLog } from './event-log.tsx';
import { type DetailTab, PhaseDetail } from './phase-detail.tsx';
import { PhaseList } from './phase-list.tsx';
import { asksSomebody, nameOf } from './phase-names.ts';
import './run.css';
import { RunHeader } from './run-header.tsx';
import { RunTimeline } from './run-timeline.tsx';
import { runWords } from './words.ts';

const PhaseGraph = lazy(() => import('./phase-graph.tsx'));

export const runViews = ['graph', 'timeline', 'log'] as const;
export type RunView = (typeof runViews)[number];

/** What of the page is in its address. */
export interface RunSelection {
  readonly phase?: string | undefined;
  readonly view: RunView;
  readonly tab: DetailTab;
}

interface RunPageProps {
  readonly campaignId: string;
  readonly selection: RunSelection;
  readonly onSelect: (changes: Partial<RunSelection>) => void;
  readonly briefLink: (label: string) => ReactNode;
}

export function RunPage({ campaignId, selection, onSelect, briefLink }: RunPageProps) {
  const say = useWords(runWords);
  useLanguage();
  const campaign = useLiveCampaign(campaignId);
  const chosen = campaign.phases.find(({ id }) => id === selection.phase);
  const shown = chosen ?? campaign.phases.find(asksSomebody) ?? campaign.phases[0];
  useTitle(campaign);
  useKeys(campaign, shown?.id, onSelect);
  const select = (phase: string) => onSelect({ phase, tab: 'output' });

  return (
    <div className="run">
      <RunHeader campaign={campaign} onReview={select} briefLink={briefLink} />
      <div className="run-ruler">
        <Ruler statuses={campaign.phases.map(({ status }) => status)} />
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
                content: (
                  <Boundary resetKey={campaignId}>
                    <Suspense fallback={<Skeleton lines={6} height="2.5rem" />}>
                      <PhaseGraph campaign={campaign} selected={shown?.id} onSelect={select} />
                    </Suspense>
                  </Boundary>
                ),
              },
              {
                id: 'timeline',
                label: say('timeline'),
                content: <RunTimeline campaign={campaign} selected={shown?.id} onSelect={select} />,
              },
              {
                id: 'log',
                label: say('log'),
                content: (
                  <Boundary resetKey={campaignId}>
                    <Suspense fallback={<Skeleton lines={8} />}>
                      <EventLog campaign={campaign} />
                    </Suspense>
                  </Boundary>
                ),
              },
            ]}
          />
        </section>
        {shown && (
          <section className="run-detail" aria-label={say('detail', { name: nameOf(shown) })}>
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
                />
              </Suspense>
            </Boundary>
          </section>
        )}
      </div>
    </div>
  );
}

/** What waits is told by the tab, too. */
function useTitle(campaign: CampaignDetail): void {
  const say = useWords(runWords);
  const count = campaign.phases.filter(({ status }) => status === 'WAITING_VALIDATION').length;
  const title = count > 0 ? say('tabWaiting', { count, name: campaign.name }) : campaign.name;
  useEffect(() => {
    document.title = `${title} · AstroMedia`;
    return () => {
      document.title = 'AstroMedia';
    };
  }, [title]);
}

/** j and k go through the phases, 1 to 3 choose the view; never while somebody types. */
function useKeys(campaign: CampaignDetail, shown: string | undefined, onSelect: RunPageProps['onSelect']): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const target = event.target as HTMLElement;
      if (target.closest('input, textarea, select, [role="dialog"], [role="menu"]')) return;
      const view = runViews[Number(event.key) - 1];
      if (view) return onSelect({ view });
      const step = { j: 1, k: -1 }[event.key];
      if (!step) return;
      const next = campaign.phases[campaign.phases.findIndex(({ id }) => id === shown) + step];
      if (next) onSelect({ phase: next.id });
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [campaign.phases, shown, onSelect]);
}

/** Says aloud what phases come to, and nothing of what stood when the page was opened. */
function Announcer({ campaign }: { readonly campaign: CampaignDetail }) {
  const say = useWords(runWords);
  const sayStatus = useWords(designWords);
  const before = useRef<ReadonlyMap<string, PhaseStatus>>(undefined);
  const [words, setWords] = useState('');
  // The words follow the campaign; the language may change without a word.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const known = before.current;
    before.current = new Map(campaign.phases.map(({ id, status }) => [id, status]));
    const moved = campaign.phases.filter(({ id, status }) => known && known.get(id) !== status && status !== 'READY');
    if (moved.length === 0) return;
    setWords(
      moved
        .map((phase) => say('announce', { phase: nameOf(phase), status: sayStatus(phaseSigns[phase.status].word) }))
        .join('. '),
    );
  }, [campaign.phases]);
  return (
    <p className="visually-hidden" aria-live="polite">
      {words}
    </p>
  );
}

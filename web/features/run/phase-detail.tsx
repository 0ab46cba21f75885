// All about one phase: what it made, from what, by which model and for how much, and who decided what.
import { usePrefetchQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { lazy, memo, type ReactNode, Suspense } from 'react';
import type { AgentOutput } from '../../../shared/contracts/agent-outputs.ts';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Approval, Phase, PostMove } from '../../../shared/contracts/phase.ts';
import { FailureText } from '../../design/failure.tsx';
import { Notice } from '../../design/notice.tsx';
import { EmptyState, Skeleton } from '../../design/placeholders.tsx';
import { PhaseStatusPill } from '../../design/status.tsx';
import { Tabs } from '../../design/surfaces.tsx';
import { moment } from '../../i18n/formats.ts';
import { useWords } from '../../i18n/messages.ts';
import { phaseQuery } from '../../live/campaign-data.ts';
import { drawingQuery } from '../../outputs/drawings.ts';
import { Output } from '../../outputs/output.tsx';
import { OutputReader } from '../../outputs/output-reader.tsx';
import { Decisions } from './decisions.tsx';
import { usePointerTitle } from './field-names.ts';
import { runWords } from './messages.ts';
import { nameOf, namesOf } from './phase-names.ts';
import { useDecider } from './use-decider.ts';

const ModelAtWork = lazy(async () => ({ default: (await import('./model-at-work.tsx')).ModelAtWork }));
const Provenance = lazy(async () => ({ default: (await import('./provenance.tsx')).Provenance }));
/** Drawn again with its output, not with every event of the campaign. */
const ShownOutput = memo(Output);

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
  const say = useWords(runWords);
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
      <Stopped phase={phase} />
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
                <OutputTab campaign={campaign} phase={phase} output={data.output} />
              </>
            ),
          },
          {
            id: 'inputs',
            label: say('inputs'),
            content: <Inputs campaign={campaign} phase={phase} onPhase={onPhase} />,
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
          { id: 'history', label: say('history'), content: <History approvals={data.approvals} moves={data.moves} /> },
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

function Stopped({ phase }: { readonly phase: Phase }) {
  const say = useWords(runWords);
  if (phase.status === 'SKIPPED' && phase.skippedBecause)
    return (
      <Notice tone="neutral" title={say('skippedTitle')}>
        {phase.skippedBecause}
      </Notice>
    );
  if (phase.status !== 'FAILED' && phase.status !== 'BUDGET_HOLD') return null;
  const isHeld = phase.status === 'BUDGET_HOLD';
  return (
    <Notice tone={isHeld ? 'retry' : 'fail'} title={say(isHeld ? 'budgetTitle' : 'failureTitle')}>
      {phase.failure && <FailureText failure={phase.failure} />}
    </Notice>
  );
}

function OutputTab({ campaign, phase, output }: { campaign: CampaignDetail; phase: Phase; output: unknown }) {
  const say = useWords(runWords);
  const timeZone = useTimeZone(campaign);
  if (output !== undefined) {
    const { companyInfo, campaignGoals } = campaign.briefData;
    return (
      <OutputReader
        brand={companyInfo.name}
        website={companyInfo.website}
        budget={campaignGoals.budget}
        timeZone={timeZone}
      >
        <ShownOutput agent={phase.agent} output={output} />
      </OutputReader>
    );
  }
  if (phase.status === 'RUNNING')
    return (
      <>
        <Suspense>
          <ModelAtWork campaign={campaign} phase={phase} />
        </Suspense>
        <Skeleton lines={7} />
      </>
    );
  return (
    <EmptyState title={nameOf(phase)}>
      {phase.waitsFor.length > 0 ? say('noOutputWaits', { names: namesOf(campaign, phase.waitsFor) }) : say('noOutput')}
    </EmptyState>
  );
}

/** Where the campaign's people are, as it was read out of the brief. */
function useTimeZone(campaign: CampaignDetail): string | undefined {
  const brief = campaign.phases.find(({ agent }) => agent === 'Human');
  const { data } = useQuery({ ...phaseQuery(campaign.id, brief?.id ?? ''), enabled: brief !== undefined });
  return (data?.output as AgentOutput<'Human'> | undefined)?.briefContext.reading.period.timeZone;
}

interface InputsProps {
  readonly campaign: CampaignDetail;
  readonly phase: Phase;
  readonly onPhase: (phaseId: string) => void;
}

function Inputs({ campaign, phase, onPhase }: InputsProps) {
  const say = useWords(runWords);
  const before = campaign.phases.filter(({ id }) => phase.dependsOn.includes(id));
  if (before.length === 0) return <p className="soft">{say('noInputs')}</p>;
  return (
    <ul className="inputs">
      {before.map((input) => (
        <li key={input.id} className="card">
          <button type="button" className="link" onClick={() => onPhase(input.id)}>
            {say('inputFrom', { name: nameOf(input) })}
          </button>
          <PhaseStatusPill status={input.status} />
        </li>
      ))}
    </ul>
  );
}

interface HistoryProps {
  readonly approvals: readonly Approval[];
  readonly moves: readonly PostMove[];
}

function History({ approvals, moves }: HistoryProps) {
  const say = useWords(runWords);
  const who = useDecider();
  const titleOf = usePointerTitle();
  if (approvals.length + moves.length === 0) return <p className="soft">{say('noHistory')}</p>;
  return (
    <ol className="history">
      {approvals.map((approval) => (
        <li key={`${approval.attempt} ${approval.decidedAt}`}>
          <p>
            <strong>
              {say(`decided_${approval.decision}`, { who: who(approval.decidedBy), attempt: approval.attempt })}
            </strong>{' '}
            <time className="soft small" dateTime={approval.decidedAt}>
              {moment(approval.decidedAt)}
            </time>
          </p>
          {approval.feedback && <blockquote>{approval.feedback}</blockquote>}
          {approval.editedPaths.length > 0 && (
            <p className="small soft">{say('edited', { paths: approval.editedPaths.map(titleOf).join(', ') })}</p>
          )}
        </li>
      ))}
      {moves.map((move) => (
        <li key={`${move.postId} ${move.movedAt}`}>
          <p>
            <strong>
              {say('movedPost', { who: who(move.movedBy), from: moment(move.from), to: moment(move.to) })}
            </strong>{' '}
            <time className="soft small" dateTime={move.movedAt}>
              {moment(move.movedAt)}
            </time>
          </p>
        </li>
      ))}
    </ol>
  );
}

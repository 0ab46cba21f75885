// One campaign of the list: what it is, how far it is, what happens now, and what it has cost.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { memo, type ReactNode, useEffect } from 'react';
import type { Campaign, CampaignDetail, CampaignStatus } from '../../../shared/contracts/campaign.ts';
import type { Phase, PhaseStatus } from '../../../shared/contracts/phase.ts';
import { BudgetBar } from '../../design/budget-bar.tsx';
import { PhaseStrip } from '../../design/phase-strip.tsx';
import { asksSomebody, CampaignPill } from '../../design/status.tsx';
import { ago, list, spending } from '../../i18n/formats.ts';
import { currentLanguage, useWords } from '../../i18n/messages.ts';
import { campaignQuery } from '../../live/campaign-data.ts';
import { followCampaign } from '../../live/live.ts';
import { receive } from '../../live/receive-events.ts';
import { campaignsWords } from './messages.ts';

interface CampaignRowProps {
  readonly campaign: Campaign;
  readonly link: (campaign: { readonly id: string; readonly status: CampaignStatus }, label: string) => ReactNode;
}

/** Drawn again when its own campaign moves, not with the list. Most are over: those ask for nothing and listen to nothing. */
export const CampaignRow = memo(function CampaignRow(props: CampaignRowProps) {
  const { status } = props.campaign;
  const isUnderWay = status === 'RUNNING' || status === 'PAUSED' || status === 'FAILED';
  return isUnderWay ? <RowUnderWay {...props} /> : <Row {...props} detail={undefined} />;
});

function RowUnderWay(props: CampaignRowProps) {
  return <Row {...props} detail={useDetail(props.campaign.id)} />;
}

function Row({ campaign: listed, detail, link }: CampaignRowProps & { readonly detail: CampaignDetail | undefined }) {
  const say = useWords(campaignsWords);
  const campaign = detail ?? listed;
  const waiting = detail?.status === 'RUNNING' && detail.phases.some(asksSomebody);
  return (
    <div className="campaign-row" data-waiting={waiting || undefined}>
      <div className="campaign-name">
        {link(campaign, campaign.name)}
        <span className="soft small">
          {say(`mode${campaign.governanceMode}`)} · <time dateTime={campaign.createdAt}>{ago(campaign.createdAt)}</time>
        </span>
      </div>
      <div>
        <CampaignPill campaign={campaign} />
      </div>
      <PhaseStrip statuses={statusesOf(campaign, detail)} />
      <p className="campaign-now">
        <Now campaign={campaign} detail={detail} />
      </p>
      <div className="campaign-money">
        <span>{say('of', { spent: spending(campaign.spentMicroUsd), cap: spending(campaign.aiCapMicroUsd) })}</span>
        <BudgetBar
          spentMicroUsd={campaign.spentMicroUsd}
          committedMicroUsd={campaign.committedMicroUsd}
          capMicroUsd={campaign.aiCapMicroUsd}
          label={say('spent')}
        />
      </div>
    </div>
  );
}

/** The phases of a campaign that is under way; of the others the header says enough. */
function useDetail(campaignId: string): CampaignDetail | undefined {
  const queries = useQueryClient();
  const { data } = useQuery(campaignQuery(campaignId));
  const after = data?.lastEvent;
  const isKnown = after !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number is no reason to subscribe again
  useEffect(() => {
    if (isKnown) return followCampaign(campaignId, after, { onEvent: (event) => receive(queries, event) });
    return undefined;
  }, [isKnown, campaignId, queries]);
  return data;
}

const phasesIn = ({ phases }: CampaignDetail, ...statuses: PhaseStatus[]): Phase[] =>
  phases.filter(({ status }) => statuses.includes(status));

/** Without the phases themselves, the number of those that are done draws the same strip. */
const statusesOf = ({ phaseCount, finishedPhaseCount }: Campaign, detail: CampaignDetail | undefined): PhaseStatus[] =>
  detail?.phases.map(({ status }) => status) ??
  Array.from({ length: phaseCount }, (_, position) => (position < finishedPhaseCount ? 'COMPLETED' : 'IDLE'));

const whyOf = { WAITING_VALIDATION: 'waits', FAILED: 'failedAt', BUDGET_HOLD: 'capAt' } as const;

function Now({ campaign, detail }: { readonly campaign: Campaign; readonly detail: CampaignDetail | undefined }) {
  const say = useWords(campaignsWords);
  const language = currentLanguage();
  const names = (phases: readonly Phase[]) => list(phases.map(({ name }) => name[language]));
  if (campaign.status === 'DRAFT') return say('draftNow');
  if (campaign.status === 'PAUSED') return say('pausedNow');
  if (campaign.finishedAt && campaign.status !== 'FAILED') return say('finished', { when: ago(campaign.finishedAt) });
  if (!detail) return null;
  const asked = (['WAITING_VALIDATION', 'FAILED', 'BUDGET_HOLD'] as const).flatMap((status) => {
    const phases = phasesIn(detail, status);
    return phases.length > 0 ? say(whyOf[status], { count: phases.length, names: names(phases) }) : [];
  });
  if (asked.length > 0) return asked.join(' · ');
  const running = phasesIn(detail, 'RUNNING');
  return running.length > 0 ? say('runs', { names: names(running) }) : null;
}

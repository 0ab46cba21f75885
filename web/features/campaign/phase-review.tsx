// One phase of any campaign with all about it, for wherever decisions are taken.
import type { ReactNode } from 'react';
import { EmptyState } from '../../design/placeholders.tsx';
import { useWords } from '../../i18n/messages.ts';
import { useLiveCampaign } from '../../live/campaign-data.ts';
import { type CompareLink, type DetailTab, PhaseDetail } from './phase-detail.tsx';
import './campaign.css';
import { campaignWords } from './messages.ts';

interface PhaseReviewProps {
  readonly campaignId: string;
  readonly phaseId: string;
  readonly tab: DetailTab;
  readonly onTab: (tab: DetailTab) => void;
  readonly onPhase: (phaseId: string) => void;
  readonly onDecided: () => void;
  readonly compareLink: CompareLink;
  /** What stands above: where it belongs. */
  readonly above: ReactNode;
}

export function PhaseReview({ campaignId, phaseId, above, ...detail }: PhaseReviewProps) {
  const say = useWords(campaignWords);
  const campaign = useLiveCampaign(campaignId);
  const phase = campaign.phases.find(({ id }) => id === phaseId);
  if (!phase) return <EmptyState title={campaign.name}>{say('noOutput')}</EmptyState>;
  return <PhaseDetail campaign={campaign} phase={phase} above={above} {...detail} />;
}

// Why a phase is not done: it was left out, it failed, or it is held at the cap.
import { saySkipReason } from '../../../shared/client/say-skip-reason.ts';
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { FailureText } from '../../design/failure.tsx';
import { Notice } from '../../design/notice.tsx';
import { currentLanguage, useWords } from '../../i18n/messages.ts';
import { campaignWords } from './messages.ts';
import { namesOf } from './phase-names.ts';

export function PhaseStopped({ campaign, phase }: { readonly campaign: CampaignDetail; readonly phase: Phase }) {
  const say = useWords(campaignWords);
  if (phase.status === 'SKIPPED' && phase.skippedBecause)
    return (
      <Notice tone="neutral" title={say('skippedTitle')}>
        {saySkipReason(currentLanguage(), phase.skippedBecause, (id) => namesOf(campaign, [id]))}
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

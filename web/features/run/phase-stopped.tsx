// Why a phase is not done: it was left out, it failed, or it is held at the cap.
import type { CampaignDetail } from '../../../shared/contracts/campaign.ts';
import type { Phase } from '../../../shared/contracts/phase.ts';
import { readWhySkipped } from '../../../shared/contracts/said-reasons.ts';
import { FailureText } from '../../design/failure.tsx';
import { Notice } from '../../design/notice.tsx';
import { type Say, useWords } from '../../i18n/messages.ts';
import { runWords } from './messages.ts';
import { namesOf } from './phase-names.ts';

export function PhaseStopped({ campaign, phase }: { readonly campaign: CampaignDetail; readonly phase: Phase }) {
  const say = useWords(runWords);
  if (phase.status === 'SKIPPED' && phase.skippedBecause)
    return (
      <Notice tone="neutral" title={say('skippedTitle')}>
        {sayWhySkipped(say, campaign, phase.skippedBecause)}
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

/** Our own reasons in the reader's language, a person's words as they are. */
function sayWhySkipped(say: Say<keyof typeof runWords.en>, campaign: CampaignDetail, sentence: string): string {
  const why = readWhySkipped(sentence);
  if (!why) return sentence;
  return why.kind === 'byPerson'
    ? say('skippedByPerson')
    : say('skippedMissing', { names: namesOf(campaign, why.phaseIds) });
}

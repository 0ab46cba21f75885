// What a campaign has come to once its phases are over. Whoever ends the last phase ends the campaign with it; the last step of its execution does
// where nobody did.
import type { NewLiveEvent } from '../contracts/live-events.ts';
import type { PhaseStatus } from '../contracts/phase.ts';
import type { Settlement } from '../data/campaign-budget.ts';
import { reachedLevels } from '../domain/costs/cost-alerts.ts';
import type { Outlook } from './gate-lookahead.ts';

interface Ended {
  readonly id: string;
  readonly status: PhaseStatus;
  readonly position: number;
}

export interface CampaignEnd {
  readonly status: 'COMPLETED' | 'FAILED';
  /** The status, and how it came to it. */
  readonly events: readonly [NewLiveEvent, NewLiveEvent];
}

export const isFinished = ({ status }: Pick<Ended, 'status'>): boolean =>
  status === 'COMPLETED' || status === 'SKIPPED';

/** A campaign with an unfinished phase is never COMPLETED. */
export function endOf(phases: readonly Ended[]): CampaignEnd {
  const idsWith = (test: (phase: Ended) => boolean) =>
    phases
      .filter(test)
      .toSorted((one, other) => one.position - other.position)
      .map(({ id }) => id);
  const failedPhases = idsWith((phase) => !isFinished(phase));
  if (failedPhases.length > 0) return ending('FAILED', { type: 'campaign:failed', data: { failedPhases } });
  const skippedPhases = idsWith(({ status }) => status === 'SKIPPED');
  return ending('COMPLETED', { type: 'campaign:completed', data: { skippedPhases } });
}

const ending = (status: CampaignEnd['status'], how: NewLiveEvent): CampaignEnd => ({
  status,
  events: [{ type: 'campaign:status', data: { status } }, how],
});

/**
 * The end that a campaign comes to with this phase, as far as was seen: every other one is finished, nothing is reserved but what is settled with
 * it, and no level of the cap is reached that people are to be told of before. Undefined where another step has something left to do; whether all
 * the others are announced, the write that ends it holds.
 */
export function endWith(
  { header, phases }: Outlook,
  ended: Ended,
  settlements: readonly Settlement[],
): CampaignEnd | undefined {
  if (!header) return undefined;
  const { campaign, reservations, alerted } = header;
  const all = [...phases.filter(({ id }) => id !== ended.id), ended];
  const settled = new Set(settlements.map(({ callId }) => callId));
  const spentMicroUsd = settlements.reduce((sum, { costMicroUsd }) => sum + costMicroUsd, campaign.spentMicroUsd);
  const isOver =
    all.length === campaign.phaseCount &&
    all.every(isFinished) &&
    [...reservations.keys()].every((callId) => settled.has(callId)) &&
    reachedLevels({ ...campaign, spentMicroUsd, alerted }).length === 0;
  return isOver ? endOf(all) : undefined;
}

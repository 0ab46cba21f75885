// Takes a call of the month and reserves its money under the campaign's cap, before the call is made.
import type { Campaign } from '../contracts/campaign.ts';
import { usd } from '../contracts/micro-usd.ts';
import type { ModelCall } from '../contracts/usage.ts';
import type { WarnOfCost } from '../data/campaign-budget.ts';
import type { Campaigns } from '../data/campaigns.ts';
import { BudgetExceeded, CampaignGone, QuotaExceeded } from './call-failures.ts';
import { type CallQuota, campaignCall } from './call-quota.ts';
import { type CallOwner, type SettlementParts, settleEnded } from './settle-call.ts';

export interface ReservationParts extends SettlementParts {
  readonly campaigns: Campaigns;
  readonly quota: Pick<CallQuota, 'take' | 'giveBack' | 'state'>;
  /** Tells people how far the cap is used. */
  readonly warnOfCost?: WarnOfCost;
}

/** Reserves for the calls of a campaign. Its header is as read at the start: the cap in it guards the reservations. */
export function createReservations(parts: ReservationParts, owner: CallOwner, campaign: Campaign) {
  const { reference, userId } = owner;
  const member = { userId, workspaceId: reference.workspaceId };

  async function take({ id, kind, reservedMicroUsd }: ModelCall): Promise<void> {
    if (await parts.quota.take(member, campaignCall(reference, id), reservedMicroUsd)) return;
    const { limit, remaining, resetsAt, money } = await parts.quota.state(member);
    const renewal = `renews on ${resetsAt.slice(0, 10)} (UTC)`;
    if (remaining < 1)
      throw new QuotaExceeded(
        `All ${limit} AI calls of this month are used up. The quota ${renewal}: retry then, have it raised, or skip this phase.`,
      );
    throw new BudgetExceeded(
      `The next ${kind} call may cost $${usd(reservedMicroUsd).toFixed(4)}, and $${usd(money.remainingMicroUsd).toFixed(4)} is left of this month’s AI money. It ${renewal}: retry then or with a cheaper model, have it raised, or skip this phase.`,
    );
  }

  /** Of a run that died before it could record the call, and that asked another candidate: it would not be the one that is settled. */
  async function freeReservation(id: string): Promise<void> {
    const before = (await parts.campaigns.getWithReservations(reference))?.reservations.get(id);
    if (before !== undefined) await parts.campaigns.settle(reference, id, before, 0);
  }

  /** The cap may have moved since the header was read: only the cap of this very moment can refuse a call. */
  async function reserveWithinCap({ id, kind, reservedMicroUsd }: ModelCall): Promise<void> {
    for (let [known, isSettled] = [campaign, false]; ; ) {
      if (await parts.campaigns.reserve(reference, known, id, reservedMicroUsd)) return;
      const now = await parts.campaigns.getWithReservations(reference);
      if (!now) throw new CampaignGone(`Campaign ${reference.campaignId} is not there any more.`);
      const before = now.reservations.get(id);
      if (before === reservedMicroUsd) return; // by a run that died before it could record the call
      if (before !== undefined) await freeReservation(id);
      else if (!isSettled) {
        // What calls of phases hold that have not come to announce their end, or whose process died.
        await settleEnded(parts, owner, now.reservations);
        isSettled = true;
      } else if (now.campaign.aiCapMicroUsd === known.aiCapMicroUsd) {
        await parts.warnOfCost?.(reference, now, true);
        throw new BudgetExceeded(passesCap(kind, reservedMicroUsd, now.campaign), {
          nextMicroUsd: reservedMicroUsd,
          committedMicroUsd: now.campaign.committedMicroUsd,
          capMicroUsd: now.campaign.aiCapMicroUsd,
        });
      }
      known = now.campaign;
    }
  }

  return {
    /** Throws QuotaExceeded, BudgetExceeded or CampaignGone: then nothing was taken. `isFirst`: no run has tried this call before. */
    async reserve(call: ModelCall, isFirst: boolean): Promise<void> {
      await take(call);
      if (call.reservedMicroUsd === 0) {
        if (!isFirst) await freeReservation(call.id);
        return;
      }
      try {
        await reserveWithinCap(call);
      } catch (error) {
        await parts.quota.giveBack(member, campaignCall(reference, call.id), call.reservedMicroUsd);
        throw error;
      }
    },
  };
}

/** The sum that does not fit, whole: the price of the call alone may well be below the cap. */
function passesCap(kind: string, nextMicroUsd: number, { committedMicroUsd, aiCapMicroUsd }: Campaign): string {
  const [next, committed] = [nextMicroUsd, committedMicroUsd].map((money) => `$${usd(money).toFixed(4)}`);
  const least = Math.ceil(usd(nextMicroUsd + committedMicroUsd) * 100) / 100;
  return `The next ${kind} call may cost ${next}. With ${committed} spent or reserved already, that passes the cap of $${usd(aiCapMicroUsd).toFixed(2)}. Raise the cap to $${least.toFixed(2)} or more and retry, or skip this phase.`;
}

// Settles the calls of a run with the write that announces what the run came to, instead of with a write of its own for each. Until then what was
// reserved counts, so that no cap is passed; a run that dies in between leaves what a run leaves that dies after it has recorded how a call ended:
// the record says it, and whoever needs the money (campaign-ledger.ts), asks people or ends the campaign settles it.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { Settlement, WarnOfCost } from '../data/campaign-budget.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import { attemptOf } from '../domain/costs/call-name.ts';
import { isBill } from './settle-call.ts';

export interface DeferredSettlements {
  /** The same campaigns, whose calls are settled later: at the latest when what they hold leaves no room for another. */
  readonly campaigns: Campaigns;
  /** What is still to be settled. */
  open(): readonly Settlement[];
  /** They were settled. */
  leave(): void;
  /** Settles what is still to be settled, each in a write of its own. */
  flush(): Promise<void>;
}

export function deferSettlements(
  campaigns: Campaigns,
  reference: CampaignReference,
  warnOfCost?: WarnOfCost,
): DeferredSettlements {
  /** By the name of the call: one that failed is settled again by whoever asks the next model. */
  const ended = new Map<string, Settlement>();
  const leave = () => ended.clear();
  /** The settling that is under way. */
  let flushing: Promise<void> | undefined;
  async function flush(): Promise<void> {
    while (flushing) await flushing;
    flushing = settleOpen().finally(() => {
      flushing = undefined;
    });
    await flushing;
  }
  async function settleOpen(): Promise<void> {
    const open = [...ended.values()];
    leave();
    for (const { callId, reservedMicroUsd, costMicroUsd } of open) {
      const settled = await campaigns.settle(reference, callId, reservedMicroUsd, costMicroUsd);
      if (settled) await warnOfCost?.(reference, settled);
    }
  }
  return {
    open: () => [...ended.values()],
    leave,
    flush,
    campaigns: {
      ...campaigns,
      async settle(_reference, callId, reservedMicroUsd, costMicroUsd) {
        // Given back whole: the name may be reserved again with another amount, and others may need the room.
        if (costMicroUsd === 0) return campaigns.settle(reference, callId, reservedMicroUsd, 0);
        ended.set(callId, { callId, reservedMicroUsd, costMicroUsd });
        return undefined;
      },
      async reserve(...reservation) {
        if (await campaigns.reserve(...reservation)) return true;
        if (ended.size === 0 && !flushing) return false;
        await flush();
        return campaigns.reserve(...reservation);
      },
    },
  };
}

/** The calls of an attempt that have ended and are not settled, as their records say. */
export async function unsettledCalls(
  { campaigns, calls }: { readonly campaigns: Campaigns; readonly calls: Pick<ModelCalls, 'ofAttempt'> },
  reference: CampaignReference,
  phaseId: string,
  attempt: number,
): Promise<readonly Settlement[]> {
  const header = await campaigns.getWithReservations(reference);
  const open = [...(header?.reservations.keys() ?? [])].filter((name) => {
    const call = attemptOf(name);
    return !isBill(name) && call.phaseId === phaseId && call.attempt === attempt;
  });
  if (open.length === 0) return [];
  const records = await calls.ofAttempt(reference, phaseId, attempt);
  return records
    .filter(({ id, status }) => status !== 'RESERVED' && open.includes(id))
    .map(({ id, reservedMicroUsd, costMicroUsd }) => ({ callId: id, reservedMicroUsd, costMicroUsd }));
}

// What a call cost whose answer was lost, once its provider tells: a signed correction of every counter, made once by the call's name. Until then
// the worst case counts, and the campaign's header says that there is something to ask.
import type { ModelCall } from '../contracts/usage.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import { type MonthlyCalls, monthOf } from '../data/monthly-calls.ts';
import type { Usages } from '../data/usage.ts';
import type { AskBill } from '../models/bill-of-call.ts';
import { logger } from '../runtime/logger.ts';
import { billOf, type CallOwner, callOfBill, isBill, noCounters, usageOf } from './settle-call.ts';

export interface ReconciliationParts {
  readonly campaigns: Pick<Campaigns, 'settle' | 'expectCost'>;
  readonly calls: Pick<ModelCalls, 'get' | 'adjust'>;
  readonly usages: Pick<Usages, 'addCall'>;
  readonly monthlyCalls: Pick<MonthlyCalls, 'correctMoney'>;
  /** Absent where no provider can be asked. */
  readonly askBill?: AskBill | undefined;
}

/** Notes that the provider of a lost call has a name for it, and may tell later what it cost. */
export async function expectBill(
  { campaigns }: Pick<ReconciliationParts, 'campaigns'>,
  { reference }: CallOwner,
  { id, status, requestId }: ModelCall,
): Promise<void> {
  if (status === 'LOST' && requestId !== undefined) await campaigns.expectCost(reference, billOf(id));
}

/**
 * Asks for every bill that is still to come. Safe to repeat and to do at the same time; what cannot be told now is asked next time. A process that
 * dies in between leaves the month at the worst case, never below the truth.
 */
export async function reconcileCalls(
  parts: ReconciliationParts,
  owner: CallOwner,
  reservations: ReadonlyMap<string, number>,
): Promise<void> {
  for (const name of [...reservations.keys()].filter(isBill)) {
    const call = await parts.calls.get(owner.reference, callOfBill(name));
    const told = call && (call.adjustedMicroUsd === undefined ? await toldBy(parts, owner, call) : call);
    if (told) await correct(parts, owner, told);
  }
}

/** The record with the cost that its provider says; undefined where it says none that can be right. */
async function toldBy({ askBill, calls }: ReconciliationParts, owner: CallOwner, call: ModelCall) {
  const { provider, requestId, reservedMicroUsd } = call;
  if (requestId === undefined) return undefined;
  const cost = await askBill?.({ provider, requestId }).catch((error: unknown) => {
    logger.warn('The bill of a lost call could not be asked for: it is asked again', error as Error);
    return undefined;
  });
  if (cost === undefined || !Number.isSafeInteger(cost) || cost < 0 || cost > reservedMicroUsd * 10) return undefined;
  const adjusted: ModelCall = {
    ...call,
    costMicroUsd: cost,
    costSource: 'provider',
    adjustedMicroUsd: cost - call.costMicroUsd,
  };
  return (await calls.adjust(owner.reference, adjusted)) ? adjusted : calls.get(owner.reference, call.id);
}

async function correct(parts: ReconciliationParts, { reference, userId }: CallOwner, call: ModelCall): Promise<void> {
  const { adjustedMicroUsd: difference = 0 } = call;
  const { day, campaignId, agent, provider, model } = usageOf(reference, call);
  const usage = { day, campaignId, agent, provider, model, ...noCounters, costMicroUsd: difference };
  await parts.usages.addCall(userId, usage, billOf(call.id));
  const settled = await parts.campaigns.settle(reference, billOf(call.id), 0, difference);
  if (settled)
    await parts.monthlyCalls.correctMoney(reference.workspaceId, monthOf(new Date(call.startedAt)), userId, difference);
}

// Brings the end of a campaign's call to everything that counts it. The record says how it ended; money and usage follow from the record,
// each once by the call's name, so that whoever finds it half done may finish it.
import type { CampaignReference } from '../contracts/identifiers.ts';
import type { ModelCall, UsageCounters } from '../contracts/usage.ts';
import type { AlertedHeader } from '../data/campaign-headers.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import { dayOf, type Usage, type Usages } from '../data/usage.ts';
import { attemptOf, isFirstTry } from '../domain/costs/call-name.ts';
import { lostCall } from './call-end.ts';

export interface SettlementParts {
  readonly campaigns: Pick<Campaigns, 'expectCost' | 'settle'>;
  readonly calls: Pick<ModelCalls, 'get' | 'put'>;
  readonly usages: Pick<Usages, 'addCall'>;
}

const billSuffix = '#bill';
/** The name under which the header knows that a provider can be asked for the bill of a call: no reservation. */
export const billOf = (callId: string): string => `${callId}${billSuffix}`;
export const isBill = (name: string): boolean => name.endsWith(billSuffix);
export const callOfBill = (name: string): string => name.slice(0, -billSuffix.length);

/** Whose campaign the calls are of. */
export interface CallOwner {
  readonly reference: CampaignReference;
  readonly userId: string;
}

export const noCounters: UsageCounters = {
  calls: 0,
  cacheHits: 0,
  inputTokens: 0,
  outputTokens: 0,
  costMicroUsd: 0,
  savedMicroUsd: 0,
};

/**
 * Writes how a call ended and counts it. A record that has ended stays as it is, and what it says is counted. Safe to repeat; answers with
 * the record, and with the header where its money was settled by this.
 */
export async function endCall(
  parts: SettlementParts,
  owner: CallOwner,
  ended: ModelCall,
): Promise<{ readonly call: ModelCall; readonly settled: AlertedHeader | undefined }> {
  // Money that nobody reserved gets its mark before the record says that there is money to settle.
  if (ended.reservedMicroUsd === 0 && ended.costMicroUsd > 0)
    await parts.campaigns.expectCost(owner.reference, ended.id);
  const isWritten = await parts.calls.put(owner.reference, ended);
  const known = isWritten ? ended : ((await parts.calls.get(owner.reference, ended.id)) ?? ended);
  return { call: known, settled: await countCall(parts, owner, known) };
}

/** Counts a call that has ended, as far as that has not been done; answers with the header where its money was settled by this. */
export async function countCall(
  parts: SettlementParts,
  { reference, userId }: CallOwner,
  call: ModelCall,
): Promise<AlertedHeader | undefined> {
  const hasMoney = call.reservedMicroUsd > 0 || call.costMicroUsd > 0;
  const [settled] = await Promise.all([
    hasMoney ? parts.campaigns.settle(reference, call.id, call.reservedMicroUsd, call.costMicroUsd) : undefined,
    parts.usages.addCall(userId, usageOf(reference, call), call.id),
  ]);
  return settled;
}

/** What a call adds to usage, on the day it ended. */
export const usageOf = ({ campaignId }: CampaignReference, call: ModelCall): Usage => ({
  day: dayOf(new Date(Date.parse(call.startedAt) + call.latencyMilliseconds)),
  campaignId,
  agent: call.agent,
  provider: call.provider,
  model: call.model,
  ...noCounters,
  ...(call.status === 'CACHED'
    ? { cacheHits: 1, savedMicroUsd: call.savedMicroUsd ?? 0 }
    : {
        calls: isFirstTry(call.id) ? 1 : 0,
        inputTokens: call.inputTokens,
        outputTokens: call.outputTokens,
        costMicroUsd: call.costMicroUsd,
      }),
});

/** The record of a call whose process died, or gave it up: the whole reservation counts as spent. */
export function lost(call: ModelCall): ModelCall {
  const { status, usage } = lostCall(call.reservedMicroUsd);
  return { ...call, ...usage, status };
}

/** Ends what a run that died has left open, and counts what it has left uncounted. */
export const concludeCall = (parts: SettlementParts, owner: CallOwner, call: ModelCall) =>
  call.status === 'RESERVED' ? endCall(parts, owner, lost(call)) : countCall(parts, owner, call);

/** Settles the reservations that no run of theirs will: of earlier attempts, or of a campaign that has ended. */
export async function settleLeftOver(
  parts: SettlementParts,
  owner: CallOwner,
  reservations: ReadonlyMap<string, number>,
  isOver: (call: ReturnType<typeof attemptOf>) => boolean,
): Promise<void> {
  await Promise.all(
    [...reservations]
      .filter(([id]) => !isBill(id) && isOver(attemptOf(id)))
      .map(async ([id, reservedMicroUsd]) => {
        const call = await parts.calls.get(owner.reference, id);
        // Reserved by a process that died before it could record the call, let alone make it.
        if (!call) await parts.campaigns.settle(owner.reference, id, reservedMicroUsd, 0);
        else await concludeCall(parts, owner, call);
      }),
  );
}

/** Settles the reservations of calls that have ended, as their records say. Those of calls under way stay. */
export async function settleEnded(
  parts: SettlementParts,
  owner: CallOwner,
  reservations: ReadonlyMap<string, number>,
): Promise<void> {
  const names = [...reservations.keys()].filter((name) => !isBill(name));
  await Promise.all(
    names.map(async (id) => {
      const call = await parts.calls.get(owner.reference, id);
      if (call && call.status !== 'RESERVED') await countCall(parts, owner, call);
    }),
  );
}

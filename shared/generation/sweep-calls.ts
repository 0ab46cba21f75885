// Clears away the names of calls that a month has counted: of those that have ended, and of those whose process died. What a record says
// is counted; what has no record after a while was never made, and is given back.

import type { ModelCall } from '../contracts/usage.ts';
import type { Campaigns } from '../data/campaigns.ts';
import type { GenerationRecord, Generations } from '../data/generations.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import type { MonthlyCalls } from '../data/monthly-calls.ts';
import type { Usages } from '../data/usage.ts';
import type { Member } from '../domain/accounts/membership.ts';
import { abandonedAfterSeconds, isFurtherTry, type SweepCalls } from './call-quota.ts';
import { endGeneration } from './end-generation.ts';
import { type CallOwner, countCall, endCall, lost, type SettlementParts, usageOf } from './settle-call.ts';

export interface CallSweepParts extends SettlementParts {
  readonly calls: ModelCalls;
  readonly campaigns: Pick<Campaigns, 'settle' | 'expectCost' | 'getWithReservations'>;
  readonly generations: Pick<Generations, 'get' | 'end'>;
  readonly usages: Pick<Usages, 'addCall' | 'hasCounted'>;
  readonly monthlyCalls: Pick<MonthlyCalls, 'close' | 'giveBack'>;
  readonly clock: () => Date;
}

/** A number: it has ended, and cost so many micro-dollars. */
type Fate = 'under-way' | 'never-made' | number;

/** A job of a provider may take long; a reservation that is older belongs to nobody any more. */
const longestJobMilliseconds = 24 * 60 * 60 * 1000;

export function createCallSweep(parts: CallSweepParts): SweepCalls {
  const age = (takenAt: number): number => parts.clock().getTime() - takenAt;
  const isAbandoned = (takenAt: number): boolean => age(takenAt) > abandonedAfterSeconds * 1000;

  async function fateOfGeneration(member: Member, generationId: string, takenAt: number): Promise<Fate> {
    const generation = await parts.generations.get(member.workspaceId, generationId);
    if (!generation) return isAbandoned(takenAt) ? 'never-made' : 'under-way';
    if (generation.status !== 'PENDING') return generation.costMicroUsd;
    if (generation.job || !isAbandoned(takenAt)) return 'under-way';
    const ended = abandoned(generation);
    await endGeneration(parts.generations, member, ended);
    return ended.costMicroUsd;
  }

  async function fateOfCampaigns(owner: CallOwner, name: string, takenAt: number, isRoutine: boolean): Promise<Fate> {
    const tries = await parts.calls.triesOf(owner.reference, name);
    const newest = tries.at(-1);
    if (!newest) return isAbandoned(takenAt) ? 'never-made' : 'under-way';
    if (newest.status === 'RESERVED') {
      if (age(takenAt) < longestJobMilliseconds) return 'under-way';
      const { call } = await endCall(parts, owner, lost(newest));
      return costOfTry([...tries.slice(0, -1), call], name);
    }
    // Nearly always they are counted already: reading is cheaper than a write whose condition fails.
    const header = await parts.campaigns.getWithReservations(owner.reference);
    for (const call of tries) {
      const isCounted = await parts.usages.hasCounted(owner.userId, usageOf(owner.reference, call), call.id);
      if (isCounted && !header?.reservations.has(call.id)) continue;
      if (isRoutine && !isAbandoned(takenAt)) return 'under-way';
      await countCall(parts, owner, call);
    }
    return costOfTry(tries, name);
  }

  return async (workspaceId, month, open, isRoutine = false) => {
    const fates = await Promise.all(
      [...open].map(async ([name, { takenAt, heldMicroUsd }]) => {
        const [userId = '', scope = '', call = ''] = name.split('/');
        const reference = { workspaceId, campaignId: scope };
        const fate = await (scope === 'direct'
          ? fateOfGeneration({ workspaceId, userId }, call, takenAt)
          : fateOfCampaigns({ reference, userId }, call, takenAt, isRoutine));
        return { name, heldMicroUsd, fate };
      }),
    );
    await parts.monthlyCalls.close(
      workspaceId,
      month,
      fates.flatMap(({ name, heldMicroUsd, fate }) =>
        typeof fate === 'number' ? [{ name, heldMicroUsd, costMicroUsd: fate }] : [],
      ),
    );
    const neverMade = fates.filter(({ fate }) => fate === 'never-made');
    for (const { name, heldMicroUsd } of neverMade) {
      const isCall = !isFurtherTry(name.slice(name.indexOf('/') + 1));
      await parts.monthlyCalls.giveBack(workspaceId, month, { name, isCall, heldMicroUsd });
    }
    return neverMade.length;
  };
}

/** Each try has an entry of its own. */
const costOfTry = (tries: readonly ModelCall[], name: string): number =>
  tries.find(({ id }) => id === name)?.costMicroUsd ?? 0;

/** The process that made it died. */
const abandoned = (generation: GenerationRecord): GenerationRecord => ({
  ...generation,
  status: 'FAILED',
  costMicroUsd: generation.reservedMicroUsd ?? 0,
  reason: 'Its answer was lost; what it may have cost stays counted.',
});

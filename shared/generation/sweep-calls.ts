// Clears away the names of calls that a month has counted: of those that have ended, and of those whose process died. What a record says
// is counted; what has no record after a while was never made, and is given back.
import type { Campaigns } from '../data/campaigns.ts';
import type { GenerationRecord, Generations } from '../data/generations.ts';
import type { ModelCalls } from '../data/model-calls.ts';
import type { Usages } from '../data/usage.ts';
import type { Member } from '../domain/membership.ts';
import { abandonedAfterSeconds, type SweepCalls } from './call-quota.ts';
import { endGeneration } from './end-generation.ts';
import { type CallOwner, countCall, endCall, lost, type SettlementParts, usageOf } from './settle-call.ts';

export interface CallSweepParts extends SettlementParts {
  readonly calls: ModelCalls;
  readonly campaigns: Pick<Campaigns, 'settle' | 'expectCost' | 'getWithReservations'>;
  readonly generations: Pick<Generations, 'get' | 'end'>;
  readonly usages: Pick<Usages, 'addCall' | 'closeCalls' | 'giveBackCall' | 'hasCounted'>;
  readonly clock: () => Date;
}

type Fate = 'under-way' | 'ended' | 'never-made';

/** A job of a provider may take long; a reservation that is older belongs to nobody any more. */
const longestJobMilliseconds = 24 * 60 * 60 * 1000;

export function createCallSweep(parts: CallSweepParts): SweepCalls {
  const age = (takenAt: number): number => parts.clock().getTime() - takenAt;
  const isAbandoned = (takenAt: number): boolean => age(takenAt) > abandonedAfterSeconds * 1000;

  async function fateOfGeneration(member: Member, generationId: string, takenAt: number): Promise<Fate> {
    const generation = await parts.generations.get(member.workspaceId, generationId);
    if (!generation) return isAbandoned(takenAt) ? 'never-made' : 'under-way';
    if (generation.status !== 'PENDING') return 'ended';
    if (generation.job || !isAbandoned(takenAt)) return 'under-way';
    await endGeneration(parts.generations, member, abandoned(generation));
    return 'ended';
  }

  async function fateOfCampaigns(owner: CallOwner, name: string, takenAt: number): Promise<Fate> {
    const tries = await parts.calls.triesOf(owner.reference, name);
    const newest = tries.at(-1);
    if (!newest) return isAbandoned(takenAt) ? 'never-made' : 'under-way';
    if (newest.status === 'RESERVED') {
      if (age(takenAt) < longestJobMilliseconds) return 'under-way';
      await endCall(parts, owner, lost(newest));
      return 'ended';
    }
    // Nearly always they are counted already: reading is cheaper than a write whose condition fails.
    const header = await parts.campaigns.getWithReservations(owner.reference);
    for (const call of tries) {
      const isCounted = await parts.usages.hasCounted(owner.userId, usageOf(owner.reference, call), call.id);
      if (!isCounted || header?.reservations.has(call.id)) await countCall(parts, owner, call);
    }
    return 'ended';
  }

  return async (workspaceId, month, open) => {
    const fates = await Promise.all(
      [...open].map(async ([name, takenAt]) => {
        const [userId = '', scope = '', call = ''] = name.split('/');
        const reference = { workspaceId, campaignId: scope };
        const fate = await (scope === 'direct'
          ? fateOfGeneration({ workspaceId, userId }, call, takenAt)
          : fateOfCampaigns({ reference, userId }, call, takenAt));
        return { name, fate };
      }),
    );
    const namesOf = (wanted: Fate) => fates.filter(({ fate }) => fate === wanted).map(({ name }) => name);
    await parts.usages.closeCalls(workspaceId, month, namesOf('ended'));
    const neverMade = namesOf('never-made');
    for (const name of neverMade) await parts.usages.giveBackCall(workspaceId, month, name);
    return neverMade.length;
  };
}

/** The process that made it died. */
const abandoned = (generation: GenerationRecord): GenerationRecord => ({
  ...generation,
  status: 'FAILED',
  costMicroUsd: generation.reservedMicroUsd ?? 0,
  reason: 'Its answer was lost; what it may have cost stays counted.',
});

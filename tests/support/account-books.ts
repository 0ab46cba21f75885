// Everything that counts a campaign's calls, in memory and in one list: what was written, in its order.
import type { ModelCall } from '../../shared/contracts/usage.ts';
import type { AlertedHeader } from '../../shared/data/campaign-headers.ts';
import type { Usage } from '../../shared/data/usage.ts';
import { sampleHeader } from './one-phase.ts';

/** A call of a text that has been begun; `changes` say how it went on. */
export const sampleCall = (id: string, changes: Partial<ModelCall> = {}): ModelCall => ({
  ...{ id, phaseId: 'seo', agent: 'SEO', attempt: 1, kind: 'text', provider: 'vendor', model: 'writer-1' },
  ...{ status: 'RESERVED', inputTokens: 0, outputTokens: 0, costMicroUsd: 0, reservedMicroUsd: 100 },
  ...{ promptSha256: '0'.repeat(64), startedAt: '2026-11-26T10:00:00.000Z', latencyMilliseconds: 0, warnings: [] },
  ...changes,
});

export const settledHeader: AlertedHeader = { campaign: sampleHeader, alerted: 0 };

export function accountBooks(records: readonly ModelCall[] = []) {
  const kept = new Map(records.map((call) => [call.id, call]));
  const written: (readonly [what: string, id: string, ...rest: unknown[]])[] = [];
  const usages: Usage[] = [];
  const reference = { workspaceId: sampleHeader.workspaceId, campaignId: sampleHeader.id };
  const parts = {
    campaigns: {
      expectCost: async (_reference: unknown, id: string) => void written.push(['expect', id]),
      async settle(_reference: unknown, id: string, reservedMicroUsd: number, costMicroUsd: number) {
        written.push(['settle', id, reservedMicroUsd, costMicroUsd]);
        return settledHeader;
      },
    },
    calls: {
      get: async (_reference: unknown, id: string) => kept.get(id),
      async put(_reference: unknown, call: ModelCall) {
        if ((kept.get(call.id)?.status ?? 'RESERVED') !== 'RESERVED') return false;
        kept.set(call.id, call);
        written.push(['record', call.id, call.status]);
        return true;
      },
    },
    usages: {
      async addCall(userId: string, usage: Usage, id: string) {
        written.push(['usage', id, userId]);
        usages.push(usage);
      },
    },
  };
  return { parts, kept, written, usages, owner: { reference, userId: 'ann' } };
}

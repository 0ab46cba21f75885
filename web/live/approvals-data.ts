// What waits for a person in all campaigns: the count beside the navigation, and the inbox.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { ApprovalItem } from '../../shared/contracts/routes/approvals-routes.ts';
import { api } from './api.ts';

export const approvalsKey = ['approvals'] as const;

interface Approvals {
  readonly approvals: ApprovalItem[];
  readonly total: number;
}

export const approvalsQuery = (everySeconds: number) =>
  queryOptions({
    queryKey: approvalsKey,
    queryFn: (): Promise<Approvals> => api.call('listApprovals', { query: { limit: 100 } }),
    refetchInterval: everySeconds * 1000,
    staleTime: 2_000,
  });

export const idOf = ({ campaign, phase }: ApprovalItem): string => `${campaign.id}/${phase.id}`;

/** Takes a decided phase off at once; the next answer of the server says what waits instead. */
export function forgetApproval(queries: QueryClient, campaignId: string, phaseId: string): void {
  queries.setQueryData<Approvals>(approvalsKey, (known) => {
    if (!known) return known;
    const approvals = known.approvals.filter((item) => idOf(item) !== `${campaignId}/${phaseId}`);
    return { approvals, total: known.total - (known.approvals.length - approvals.length) };
  });
}

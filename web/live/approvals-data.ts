// What waits for a person in all campaigns: the count beside the navigation, and the inbox.
import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ApprovalItem } from '../../shared/contracts/routes/approvals-routes.ts';
import { api } from './api.ts';
import { isConnected, watchApprovals } from './live.ts';
import { heldKey, useHeldDecisions } from './undoable-decisions.ts';

export const approvalsKey = ['approvals'] as const;
export const decisionsKey = ['decisions'] as const;

interface Approvals {
  readonly approvals: ApprovalItem[];
  readonly total: number;
}

/** The socket tells of every change; without it, and now and then in any case, the list is asked for. */
const approvalsQuery = () =>
  queryOptions({
    queryKey: approvalsKey,
    queryFn: (): Promise<Approvals> => api.call('listApprovals', { query: { limit: 100 } }),
    refetchInterval: () => (isConnected() ? 120_000 : 10_000),
    staleTime: 2_000,
  });

export const idOf = ({ campaign, phase }: ApprovalItem): string => `${campaign.id}/${phase.id}`;

/** Keeps the list as it is at the server, for as long as somebody is signed in. */
export function useWatchedApprovals(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      watchApprovals(() => {
        void queries.invalidateQueries({ queryKey: approvalsKey });
        void queries.invalidateQueries({ queryKey: decisionsKey });
      }),
    [queries],
  );
}

/** What waits now, what was put aside for later, and how many wait, those beyond the list included. Decisions on their way wait no more. */
export function useApprovals() {
  const query = useQuery(approvalsQuery());
  const held = useHeldDecisions();
  const now = useTimeOfNext(query.data?.approvals);
  const sent = new Set(held.filter(({ state }) => state !== 'failed').map(heldKey));
  const open = query.data?.approvals.filter((item) => !sent.has(idOf(item))) ?? [];
  const isAside = ({ snoozedUntil }: ApprovalItem) => snoozedUntil !== undefined && Date.parse(snoozedUntil) > now;
  const waiting = open.filter((item) => !isAside(item));
  const beyond = (query.data?.total ?? 0) - (query.data?.approvals.length ?? 0);
  return { query, waiting, aside: open.filter(isAside), count: waiting.length + beyond };
}

/** The time, moved on when the next thing that was put aside comes back. */
function useTimeOfNext(items: readonly ApprovalItem[] = []): number {
  const [now, setNow] = useState(Date.now);
  const next = Math.min(
    ...items.flatMap(({ snoozedUntil = '' }) => {
      const at = Date.parse(snoozedUntil);
      return at > now ? [at] : [];
    }),
  );
  useEffect(() => {
    if (!Number.isFinite(next)) return;
    // A timer can wait for 24 days at most, and sleeps with the machine: it looks again at least every hour.
    const timer = setTimeout(() => setNow(Date.now()), Math.min(Math.max(next - Date.now(), 0) + 50, 3_600_000));
    return () => clearTimeout(timer);
  }, [next]);
  return now;
}

/** Takes a decided phase off at once; the next answer of the server says what waits instead. */
export function forgetApproval(queries: QueryClient, campaignId: string, phaseId: string): void {
  queries.setQueryData<Approvals>(approvalsKey, (known) => {
    if (!known) return known;
    const approvals = known.approvals.filter((item) => idOf(item) !== `${campaignId}/${phaseId}`);
    return { approvals, total: known.total - (known.approvals.length - approvals.length) };
  });
}

/** Puts a phase aside until then, or takes it up again, here at once; what the server refuses is undone. */
export async function snooze(queries: QueryClient, item: ApprovalItem, until: string | null): Promise<void> {
  const mark = (snoozedUntil: string | undefined) =>
    queries.setQueryData<Approvals>(
      approvalsKey,
      (known) =>
        known && {
          ...known,
          approvals: known.approvals.map((other) => {
            if (idOf(other) !== idOf(item)) return other;
            const { snoozedUntil: _before, ...rest } = other;
            return snoozedUntil === undefined ? rest : { ...rest, snoozedUntil };
          }),
        },
    );
  // A list that is on its way does not know of it yet, and must not take it back.
  void queries.cancelQueries({ queryKey: approvalsKey }, { revert: false, silent: true });
  mark(until ?? undefined);
  try {
    const params = { campaignId: item.campaign.id, phaseId: item.phase.id };
    await api.call('snoozePhase', { params, body: { until } });
  } catch (error) {
    mark(item.snoozedUntil);
    throw error;
  } finally {
    void queries.invalidateQueries({ queryKey: approvalsKey });
  }
}

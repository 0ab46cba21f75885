// What the application holds of campaigns: read once over HTTP, then moved on by the events of the socket.
import {
  type QueryClient,
  queryOptions,
  skipToken,
  useQuery,
  useQueryClient,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import { type ProgressOfPhases, progressOf, withProgress } from '../../shared/client/phase-progress.ts';
import { type CampaignDetail, isTerminalCampaign } from '../../shared/contracts/campaign.ts';
import type { PhaseProgress } from '../../shared/contracts/live-events.ts';
import type { Phase } from '../../shared/contracts/phase.ts';
import { api } from './api.ts';
import { campaignKeys, type LoggedEvent } from './campaign-keys.ts';
import { followCampaign, useConnectionState } from './live.ts';
import { receive } from './receive-events.ts';

export const campaignQuery = (campaignId: string) =>
  queryOptions({
    queryKey: campaignKeys.detail(campaignId),
    queryFn: () => api.call('getCampaign', { params: { campaignId } }),
    staleTime: 30_000,
  });

export const phaseQuery = (campaignId: string, phaseId: string) =>
  queryOptions({
    queryKey: campaignKeys.phase(campaignId, phaseId),
    queryFn: () => api.call('getPhase', { params: { campaignId, phaseId } }),
    staleTime: 60_000,
  });

export const callsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: campaignKeys.calls(campaignId),
    queryFn: () => api.call('listModelCalls', { params: { campaignId } }),
    staleTime: 5_000,
  });

export const eventsQuery = (campaignId: string) =>
  queryOptions({
    queryKey: campaignKeys.events(campaignId),
    queryFn: () => readEvents(campaignId),
    staleTime: Number.POSITIVE_INFINITY,
  });

async function readEvents(campaignId: string): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for (;;) {
    const page = await api.call('listEvents', {
      params: { campaignId },
      query: { after: events.at(-1)?.number ?? 0, limit: 500 },
    });
    events.push(...page.events);
    if (page.events.length === 0 || (events.at(-1)?.number ?? 0) >= page.lastEvent) return events;
  }
}

/** The campaign, moved on by its events for as long as somebody looks. Suspends until it has been read. */
export function useLiveCampaign(campaignId: string): CampaignDetail {
  const queries = useQueryClient();
  const { data } = useSuspenseQuery(campaignQuery(campaignId));
  useFollowing(campaignId, data.lastEvent, queries);
  return data;
}

function useFollowing(campaignId: string, lastEvent: number, queries: QueryClient): void {
  const connection = useConnectionState();
  // Only the number it begins with counts: the socket itself knows how far it is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number is no reason to subscribe again
  useEffect(
    () =>
      followCampaign(campaignId, lastEvent, {
        onEvent: (event) => receive(queries, event),
        onProgress: (frame) => receiveProgress(queries, frame),
      }),
    [campaignId, queries],
  );
  useEffect(() => {
    if (connection === 'waiting')
      void queries.invalidateQueries({ queryKey: campaignKeys.detail(campaignId), exact: true });
  }, [connection, campaignId, queries]);
}

const receiveProgress = (queries: QueryClient, frame: PhaseProgress): void =>
  void queries.setQueryData<ProgressOfPhases>(campaignKeys.progress(frame.campaignId), (known = {}) =>
    withProgress(known, frame, Date.now()),
  );

/** How far the model of a phase has come, as long as it is at work. */
export function useProgressOf(campaignId: string, phase: Phase, now: number): PhaseProgress['data'] | undefined {
  const { data } = useQuery<ProgressOfPhases>({
    queryKey: campaignKeys.progress(campaignId),
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return progressOf(phase, data ?? {}, now);
}

export const isOver = ({ status }: Pick<CampaignDetail, 'status'>): boolean => isTerminalCampaign(status);

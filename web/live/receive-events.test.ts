import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CampaignDetail } from '../../shared/contracts/campaign.ts';
import type { LiveEvent } from '../../shared/contracts/live-events.ts';
import { sampleExportData } from '../../shared/export/testing/sample-export-data.ts';
import { approvalsKey } from './approvals-data.ts';
import { campaignKeys } from './campaign-keys.ts';
import { receive } from './receive-events.ts';

const { campaign } = sampleExportData();
const key = campaignKeys.detail(campaign.id);
const common = (number: number) => ({ number, campaignId: campaign.id, at: '2026-11-23T09:00:00.000Z' });
/** Every phase runs and ends, with its cost: three events each, in order. */
const burst = campaign.phases.flatMap(({ id }, place): LiveEvent[] => {
  const first = campaign.lastEvent + 1 + place * 3;
  const money = { spentMicroUsd: first, committedMicroUsd: first };
  return [
    { ...common(first), type: 'phase:status', data: { phaseId: id, status: 'RUNNING', attempt: 2 } },
    { ...common(first + 1), type: 'cost:updated', data: money },
    { ...common(first + 2), type: 'phase:status', data: { phaseId: id, status: 'COMPLETED', attempt: 2 } },
  ];
});

describe('receiving events', () => {
  let queries: QueryClient;
  beforeEach(() => {
    vi.useFakeTimers();
    queries = new QueryClient();
    queries.setQueryData(key, campaign);
  });
  afterEach(() => {
    queries.clear();
    vi.useRealTimers();
  });
  const changesOf = (queryKey: readonly unknown[]) => {
    const seen: unknown[] = [];
    queries.getQueryCache().subscribe((change) => {
      const isIt = JSON.stringify(change.query.queryKey) === JSON.stringify(queryKey);
      if (isIt && change.type === 'updated' && change.action.type === 'success') seen.push(change.query.state.data);
    });
    return seen;
  };

  it('changes the campaign once for all events that come before a frame', () => {
    const changes = changesOf(key);
    for (const event of burst) receive(queries, event);
    vi.runOnlyPendingTimers();

    expect(changes).toHaveLength(1);
    const after = queries.getQueryData<CampaignDetail>(key);
    expect(after?.lastEvent).toBe(burst.at(-1)?.number);
    expect(after?.phases.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(
      campaign.phases.map(() => 'COMPLETED 2'),
    );
  });

  it('leaves a phase that did not move the same object, so that it need not be drawn again', () => {
    for (const event of burst.slice(0, 3)) receive(queries, event);
    vi.runOnlyPendingTimers();

    const after = queries.getQueryData<CampaignDetail>(key)?.phases ?? [];
    expect(after.filter((phase, place) => phase !== campaign.phases[place]).map(({ id }) => id)).toEqual([
      campaign.phases[0]?.id,
    ]);
  });

  it('asks again for what waits at once and once more when the burst is over, however many events it has', () => {
    queries.setQueryData(approvalsKey, { approvals: [], total: 0 });
    const invalidate = vi.spyOn(queries, 'invalidateQueries');
    for (const event of burst) {
      receive(queries, event);
      vi.advanceTimersByTime(20); // a frame of its own for each
    }
    vi.advanceTimersByTime(5000);

    const asked = invalidate.mock.calls.filter(([filters]) => filters?.queryKey === approvalsKey);
    expect(burst.length * 20).toBeLessThan(1000);
    expect(asked).toHaveLength(2);
  });

  it('does not read a long list anew for one event', () => {
    const isStale = (queryKey: readonly unknown[]) => queries.getQueryState(queryKey)?.isInvalidated;
    queries.setQueryData([...campaignKeys.lists, 'short'], { pages: [1], pageParams: [] });
    queries.setQueryData([...campaignKeys.lists, 'long'], { pages: [1, 2], pageParams: [] });
    receive(queries, { ...common(campaign.lastEvent + 1), type: 'campaign:status', data: { status: 'PAUSED' } });
    vi.runOnlyPendingTimers();

    expect([isStale([...campaignKeys.lists, 'short']), isStale([...campaignKeys.lists, 'long'])]).toEqual([
      true,
      false,
    ]);
  });
});

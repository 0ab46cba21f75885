// What events change in the cache. Those that come before the next frame are taken together: one change of the cache, one drawing of the page.
import type { QueryClient } from '@tanstack/react-query';
import { applyLiveEvent } from '../../shared/client/apply-live-event.ts';
import type { CampaignDetail } from '../../shared/contracts/campaign.ts';
import type { LiveEvent } from '../../shared/contracts/live-events.ts';
import { approvalsKey } from './approvals-data.ts';
import { campaignKeys, type LoggedEvent } from './campaign-keys.ts';
import { refresh } from './refresh.ts';

/** Of a phase that is looked at: what it made is awaited. */
const phaseMilliseconds = 250;

const waiting = new WeakMap<QueryClient, LiveEvent[]>();

/** Takes an event in; what it changes is in the cache by the next frame. */
export function receive(queries: QueryClient, event: LiveEvent): void {
  const events = waiting.get(queries);
  if (events) {
    events.push(event);
    return;
  }
  waiting.set(queries, [event]);
  beforeNextFrame(() => {
    const received = waiting.get(queries) ?? [];
    waiting.delete(queries);
    for (const [campaignId, own] of Map.groupBy(received, (one) => one.campaignId)) apply(queries, campaignId, own);
  });
}

/** A page that nobody sees draws no frames. */
function beforeNextFrame(run: () => void): void {
  if (typeof document === 'undefined' || document.visibilityState === 'hidden') setTimeout(run);
  else requestAnimationFrame(run);
}

function apply(queries: QueryClient, campaignId: string, events: readonly LiveEvent[]): void {
  const detail = campaignKeys.detail(campaignId);
  queries.setQueryData<CampaignDetail>(detail, (known) => known && events.reduce(moved, known));
  queries.setQueryData<LoggedEvent[]>(campaignKeys.events(campaignId), (known) => known && withEvents(known, events));
  const types = new Set(events.map(({ type }) => type));
  const isOfCampaign = [...types].some((type) => type.startsWith('campaign:'));
  if (events.some((event) => event.type === 'campaign:status' && event.data.refetch)) refresh(queries, detail);
  const phases = new Set(events.flatMap(({ data }) => ('phaseId' in data ? [data.phaseId] : [])));
  for (const phaseId of phases) refresh(queries, campaignKeys.phase(campaignId, phaseId), phaseMilliseconds);
  if (types.has('phase:status') || types.has('cost:updated')) refresh(queries, campaignKeys.calls(campaignId));
  if (types.has('phase:status') || isOfCampaign) refresh(queries, approvalsKey);
  if (isOfCampaign) refresh(queries, campaignKeys.lists);
}

const moved = (campaign: CampaignDetail, event: LiveEvent): CampaignDetail =>
  event.number > campaign.lastEvent ? applyLiveEvent(campaign, event) : campaign;

function withEvents(known: LoggedEvent[], events: readonly LiveEvent[]): LoggedEvent[] {
  const last = known.at(-1)?.number ?? 0;
  // An event as the log keeps it: whatever its type, it has a number.
  const fresh = events.filter(({ number }) => number > last) as unknown as LoggedEvent[];
  return fresh.length > 0 ? [...known, ...fresh] : known;
}

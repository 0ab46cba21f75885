// A run with forty phases and as many events as asked for: the campaign of a page made larger, and a socket that speaks as the platform's does.
import type { Page, WebSocketRoute } from 'playwright-core';
import type { CampaignDetail } from '../../shared/contracts/campaign.ts';
import type { LiveEvent, ServerReply } from '../../shared/contracts/live-events.ts';
import type { Phase } from '../../shared/contracts/phase.ts';

const count = 40;
const perRank = 5;

/** The campaign with forty phases, five side by side, each behind two of the five before; the first is left as it is. */
export function fortyPhases(campaign: CampaignDetail): CampaignDetail {
  const [first] = campaign.phases;
  if (!first) throw new Error('A campaign has phases.');
  const idAt = (place: number) => (place === 0 ? first.id : `phase-${place}`);
  const phases = Array.from({ length: count }, (_, place): Phase => {
    if (place === 0) return first;
    const rank = Math.floor(place / perRank);
    const before = rank === 0 ? [] : [0, 1].map((step) => idAt((rank - 1) * perRank + ((place + step) % perRank)));
    const { startedAt: _s, finishedAt: _f, waitingSince: _w, ...rest } = first;
    return {
      ...rest,
      ...{ id: idAt(place), position: place, name: { en: `Phase ${place}`, fr: `Étape ${place}` } },
      ...{ status: 'IDLE', dependsOn: before, waitsFor: before },
    };
  });
  return { ...campaign, status: 'RUNNING', phases, phaseCount: count };
}

/** Events in the order in which they are to be sent: phases begin, spend, and end, again and again. */
export function streamOf({ id, lastEvent, phases }: CampaignDetail, events: number): LiveEvent[] {
  return Array.from({ length: events }, (_, place): LiveEvent => {
    const phase = phases[1 + (Math.floor(place / 4) % (phases.length - 1))]?.id ?? '';
    const attempt = 1 + Math.floor(place / 4 / (phases.length - 1));
    const common = { number: lastEvent + place + 1, campaignId: id, at: new Date().toISOString() };
    const spent = { spentMicroUsd: place * 1000, committedMicroUsd: place * 1000 + 500 };
    switch (place % 4) {
      case 0:
        return { ...common, type: 'phase:status', data: { phaseId: phase, status: 'RUNNING', attempt } };
      case 1:
        return { ...common, type: 'cost:updated', data: spent };
      case 2:
        return { ...common, type: 'phase:output', data: { phaseId: phase, attempt } };
      default:
        return { ...common, type: 'phase:status', data: { phaseId: phase, status: 'COMPLETED', attempt } };
    }
  });
}

/** Stands in for the platform's socket on this page. */
export async function fakeSocket(page: Page) {
  let open: WebSocketRoute | undefined;
  let tell = () => {};
  let isSubscribed = new Promise<void>((resolve) => {
    tell = resolve;
  });
  await page.routeWebSocket(/\/live/, (socket) => {
    open = socket;
    socket.onMessage((text) => {
      const message = JSON.parse(String(text)) as { action: string; campaignId?: string; after?: number };
      const { campaignId = '', after = 0 } = message;
      if (message.action === 'ping') socket.send(JSON.stringify({ type: 'pong' } satisfies ServerReply));
      if (message.action !== 'subscribe:campaign') return;
      socket.send(JSON.stringify({ type: 'subscribed', campaignId, lastEvent: after } satisfies ServerReply));
      tell();
    });
  });
  return {
    send: (event: LiveEvent) => open?.send(JSON.stringify(event)),
    async subscribed() {
      await isSubscribed;
      isSubscribed = new Promise((resolve) => {
        tell = resolve;
      });
    },
  };
}

// The one socket of a tab: opened by the first who follows a campaign, shared by all, and closed with the session.
import { useSyncExternalStore } from 'react';
import { createLiveClient, type LiveClient } from '../../shared/client/live-client.ts';
import type { ConnectionState } from '../../shared/client/live-connection.ts';
import type { LiveEvent, PhaseProgress } from '../../shared/contracts/live-events.ts';
import { currentSession } from './session.ts';
import { settings } from './settings.ts';

interface Listener {
  readonly onEvent: (event: LiveEvent) => void;
  readonly onProgress?: (progress: PhaseProgress) => void;
}
interface Followed {
  readonly listeners: Set<Listener>;
  readonly stop: () => void;
}

const followed = new Map<string, Followed>();
const stateListeners = new Set<() => void>();
let state: ConnectionState['name'] = 'closed';
let client: LiveClient | undefined;

const connected = (): LiveClient => {
  client ??= createLiveClient({
    url: settings().liveUrl,
    token: () => currentSession()?.token,
    onStateChange: ({ name }) => {
      state = name;
      for (const listener of stateListeners) listener();
    },
  });
  return client;
};

/** Hands on the events of a campaign after the given one, and how far its models are, until the answer is called. */
export function followCampaign(campaignId: string, after: number, listener: Listener): () => void {
  const known = followed.get(campaignId) ?? follow(campaignId, after);
  known.listeners.add(listener);
  return () => {
    known.listeners.delete(listener);
    if (known.listeners.size > 0 || followed.get(campaignId) !== known) return;
    known.stop();
    followed.delete(campaignId);
  };
}

function follow(campaignId: string, after: number): Followed {
  const listeners = new Set<Listener>();
  const stop = connected().subscribe(
    campaignId,
    after,
    (event) => {
      for (const { onEvent } of [...listeners]) onEvent(event);
    },
    (progress) => {
      for (const { onProgress } of [...listeners]) onProgress?.(progress);
    },
  );
  const fresh = { listeners, stop };
  followed.set(campaignId, fresh);
  return fresh;
}

/** Calls back whenever what waits in the workspace may have changed. One at a time: the frame of the pages. */
export function watchApprovals(onChange: () => void): () => void {
  return connected().watchApprovals(onChange);
}

/** With the session: nobody else of this tab may hear what was followed. */
export function closeLive(): void {
  followed.clear();
  client?.close();
  client = undefined;
}

const listen = (listener: () => void) => {
  stateListeners.add(listener);
  return () => void stateListeners.delete(listener);
};
export const isConnected = (): boolean => state === 'open';
export const useConnectionState = (): ConnectionState['name'] => useSyncExternalStore(listen, () => state);

// Follows campaigns over the socket: events in order, exactly once, across gaps and lost connections. Browser-safe.
import type { LiveEvent, PhaseProgress } from '../contracts/live-events.ts';
import { createEventSequence, type EventSequence } from './event-sequence.ts';
import { type LiveConnectionOptions, openLiveConnection, scheduleWithTimers } from './live-connection.ts';
import { readFrame, type UnknownEvent } from './live-frames.ts';

export interface LiveClientOptions extends LiveConnectionOptions {
  /** The server refused a message of ours, for instance because the campaign is not there. */
  readonly onRefusal?: (refusal: { readonly code: string; readonly detail: string }) => void;
}

export interface LiveClient {
  /**
   * Hands on every event with a number above `after`, oldest first, and as it comes how far models at work have come. Yields what ends the
   * subscription.
   */
  subscribe(
    campaignId: string,
    after: number,
    onEvent: (event: LiveEvent) => void,
    onProgress?: (progress: PhaseProgress) => void,
  ): () => void;
  /**
   * Calls back when what waits for people in the workspace may have changed: at the beginning, after every connection anew, and with every change.
   * Answers with what ends it; one at a time.
   */
  watchApprovals(onChange: () => void): () => void;
  close(): void;
}

interface Subscription {
  readonly sequence: EventSequence<LiveEvent | UnknownEvent>;
  readonly onEvent: (event: LiveEvent) => void;
  readonly onProgress?: ((progress: PhaseProgress) => void) | undefined;
  /** Set while missing events are on their way; calling it forgets the wait. */
  cancelWait?: (() => void) | undefined;
}

/** Functions push side by side, so an event may overtake the one before it by a moment. */
const overtakingMilliseconds = 150;
/** How long missing events may take to come before they are asked for again. */
const replayMilliseconds = 2_000;

/** Opens the connection at once and keeps it until `close`. One subscription per campaign. */
export const createLiveClient = (options: LiveClientOptions): LiveClient => {
  const { schedule = scheduleWithTimers } = options;
  const subscriptions = new Map<string, Subscription>();

  const ask = (campaignId: string, { sequence }: Subscription) =>
    connection.send({ action: 'subscribe:campaign', campaignId, after: sequence.last });

  let onApprovals: (() => void) | undefined;
  const askForApprovals = () => {
    if (onApprovals) connection.send({ action: 'subscribe:approvals' });
  };

  const askForAll = () => {
    for (const [campaignId, subscription] of subscriptions) {
      forgetWait(subscription);
      ask(campaignId, subscription);
    }
  };

  /** Gives missing events time to come, then asks for them, again and again until none is missing. */
  const askLater = (campaignId: string, subscription: Subscription, milliseconds: number) => {
    subscription.cancelWait ??= schedule(() => {
      subscription.cancelWait = undefined;
      if (!subscription.sequence.behind) return;
      ask(campaignId, subscription);
      askLater(campaignId, subscription, replayMilliseconds);
    }, milliseconds);
  };

  const receiveEvent = (event: LiveEvent | UnknownEvent) => {
    const subscription = subscriptions.get(event.campaignId);
    if (!subscription) return;
    const ready = subscription.sequence.accept(event);
    for (const next of ready) if ('data' in next) subscription.onEvent(next);
    // A replay that goes on is given time anew: asked again, the server would send all of it twice.
    if (ready.length > 0) forgetWait(subscription);
    if (subscription.sequence.behind)
      askLater(event.campaignId, subscription, ready.length > 0 ? replayMilliseconds : overtakingMilliseconds);
  };

  /** The server has sent as much as it may at once. */
  const askForMore = (campaignId: string) => {
    const subscription = subscriptions.get(campaignId);
    if (!subscription?.sequence.behind) return;
    forgetWait(subscription);
    ask(campaignId, subscription);
    askLater(campaignId, subscription, replayMilliseconds);
  };

  const receive = (text: string) => {
    const frame = readFrame(text);
    if (frame.kind === 'event') receiveEvent(frame.event);
    if (frame.kind === 'progress') subscriptions.get(frame.progress.campaignId)?.onProgress?.(frame.progress);
    if (frame.kind === 'approvals') onApprovals?.();
    if (frame.kind !== 'reply') return;
    if (frame.reply.type === 'subscribed:approvals') onApprovals?.();
    if (frame.reply.type === 'error') options.onRefusal?.(frame.reply);
    if (frame.reply.type === 'replay:more') askForMore(frame.reply.campaignId);
    if (frame.reply.type !== 'subscribed') return;
    const { campaignId, lastEvent } = frame.reply;
    const subscription = subscriptions.get(campaignId);
    subscription?.sequence.expect(lastEvent);
    if (subscription?.sequence.behind) askLater(campaignId, subscription, replayMilliseconds);
  };

  const onOpen = () => {
    askForAll();
    askForApprovals();
  };
  const connection = openLiveConnection(options, { onOpen, onText: receive, onQuiet: askForAll });

  return {
    subscribe: (campaignId, after, onEvent, onProgress) => {
      const subscription: Subscription = { sequence: createEventSequence(after), onEvent, onProgress };
      subscriptions.set(campaignId, subscription);
      ask(campaignId, subscription);
      return () => {
        forgetWait(subscription);
        subscriptions.delete(campaignId);
        connection.send({ action: 'unsubscribe:campaign', campaignId });
      };
    },
    watchApprovals: (onChange) => {
      onApprovals = onChange;
      askForApprovals();
      return () => {
        onApprovals = undefined;
      };
    },
    close: () => {
      for (const subscription of subscriptions.values()) forgetWait(subscription);
      connection.close();
    },
  };
};

const forgetWait = (subscription: Subscription): void => {
  subscription.cancelWait?.();
  subscription.cancelWait = undefined;
};

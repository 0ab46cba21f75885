// A queue of messages, kept until whoever took one deletes it. A message that is taken is hidden for a while and comes again after it; one that
// came too often is moved aside.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Store } from '../state/store.ts';

const messageSchema = z.object({
  body: z.string(),
  /** Epoch milliseconds. */
  visibleAt: z.number(),
  receivedTimes: z.int(),
});

export interface ReceivedMessage extends z.output<typeof messageSchema> {
  readonly id: string;
  /** What this receipt of it is called; a later one has another name. */
  readonly receiptHandle: string;
}

export interface QueueSettings {
  readonly visibilitySeconds: number;
  /** How often a message is handed out at most. */
  readonly maximumReceives: number;
}

const longestSleepMilliseconds = 60_000;

export type Queue = ReturnType<typeof openQueue>;

const receiptOf = (id: string, receivedTimes: number) => `${id}/${receivedTimes}`;

/** Opens the queue of a store. Every change is kept before it is answered. Throws CorruptStateError. */
export function openQueue(store: Store, { visibilitySeconds, maximumReceives }: QueueSettings) {
  const messages = store.collection('queue', messageSchema);
  const deadLetters = store.collection('dead-letters', messageSchema);
  let wake: (() => void) | undefined;
  const named = (receiptHandle: string) => {
    const id = receiptHandle.split('/', 1)[0] ?? '';
    const message = messages.get(id);
    return message && receiptOf(id, message.receivedTimes) === receiptHandle ? { id, message } : undefined;
  };

  return {
    deadLetters: deadLetters as ReadonlyMap<string, unknown>,

    /** Gives the id of the message. */
    send(body: string, delaySeconds: number): string {
      const id = randomUUID();
      messages.set(id, { body, visibleAt: Date.now() + delaySeconds * 1000, receivedTimes: 0 });
      wake?.();
      return id;
    },

    /** Takes up to so many messages that are visible now. */
    take(most: number): ReceivedMessage[] {
      const taken: ReceivedMessage[] = [];
      for (const [id, message] of messages) {
        if (taken.length === most) break;
        if (message.visibleAt > Date.now()) continue;
        if (message.receivedTimes >= maximumReceives) {
          deadLetters.set(id, message);
          messages.delete(id);
          continue;
        }
        const received = {
          ...message,
          receivedTimes: message.receivedTimes + 1,
          visibleAt: Date.now() + visibilitySeconds * 1000,
        };
        messages.set(id, received);
        taken.push({ ...received, id, receiptHandle: receiptOf(id, received.receivedTimes) });
      }
      return taken;
    },

    /** Hides a message that was taken for so long from now on; false when it was deleted, or has been taken again since. */
    hide(receiptHandle: string, seconds: number): boolean {
      const found = named(receiptHandle);
      if (!found) return false;
      messages.set(found.id, { ...found.message, visibleAt: Date.now() + seconds * 1000 });
      wake?.();
      return true;
    },

    /** Deletes a message that was taken. */
    delete(receiptHandle: string): void {
      const found = named(receiptHandle);
      if (found) messages.delete(found.id);
    },

    /** Resolves when a message may have become visible. Tells only who asked last. */
    changed(): Promise<void> {
      let next = Date.now() + longestSleepMilliseconds;
      for (const { visibleAt } of messages.values()) next = Math.min(next, visibleAt);
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, Math.max(0, next - Date.now())).unref();
      wake = resolve;
      return promise.finally(() => clearTimeout(timer));
    },
  };
}

// Reads what comes over the socket. Events of a type this version does not know are kept by number, so that no gap is seen.

import * as z from 'zod';
import { jsonOf } from '../contracts/json-of.ts';
import {
  type ApprovalsChanged,
  approvalsChangedSchema,
  type LiveEvent,
  liveEventSchema,
  type PhaseProgress,
  phaseProgressSchema,
  type ServerReply,
} from '../contracts/live-events.ts';
import { tolerant } from '../contracts/tolerant.ts';

/** An event of a later version: it takes its place in the order but is handed to nobody. */
export interface UnknownEvent {
  readonly type: string;
  readonly number: number;
  readonly campaignId: string;
}

export type Frame =
  | { readonly kind: 'event'; readonly event: LiveEvent | UnknownEvent }
  | { readonly kind: 'progress'; readonly progress: PhaseProgress }
  | { readonly kind: 'approvals'; readonly change: ApprovalsChanged }
  | { readonly kind: 'reply'; readonly reply: ServerReply }
  | { readonly kind: 'unreadable' };

const replySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subscribed'), campaignId: z.string(), lastEvent: z.int() }),
  z.object({ type: z.literal('replay:more'), campaignId: z.string(), after: z.int() }),
  z.object({ type: z.literal('unsubscribed'), campaignId: z.string() }),
  z.object({ type: z.literal('subscribed:approvals') }),
  z.object({ type: z.literal('pong') }),
  z.object({
    type: z.literal('error'),
    code: z.enum(['invalid-message', 'not-found', 'internal']),
    detail: z.string(),
  }),
]);
const numberedSchema = z.object({ type: z.string(), number: z.int().min(1), campaignId: z.string() });

/** Says what a text frame is. Never throws: what cannot be read is `unreadable`. */
export const readFrame = (text: string): Frame => {
  const content = jsonOf(text);
  const reply = replySchema.safeParse(content);
  if (reply.success) return { kind: 'reply', reply: reply.data };
  const event = tolerant(liveEventSchema).safeParse(content);
  // The union of the event schemas is LiveEvent by construction; z.infer loses the pairing of type and data.
  if (event.success) return { kind: 'event', event: event.data as LiveEvent };
  const progress = tolerant(phaseProgressSchema).safeParse(content);
  if (progress.success) return { kind: 'progress', progress: progress.data };
  const change = tolerant(approvalsChangedSchema).safeParse(content);
  if (change.success) return { kind: 'approvals', change: change.data };
  const numbered = numberedSchema.safeParse(content);
  return numbered.success ? { kind: 'event', event: numbered.data } : { kind: 'unreadable' };
};

// What travels over the socket. Events of a campaign are numbered from 1 without gaps on the wire; a client that sees a gap replays from its last number.
import * as z from 'zod';
import { generatedAssetSchema } from './asset.ts';
import { campaignStatusSchema } from './campaign.ts';
import {
  campaignIdSchema,
  isoDateTimeSchema,
  microUsdSchema,
  phaseIdSchema,
  principalIdSchema,
} from './identifiers.ts';
import { failureSchema, phaseStatusSchema } from './phase.ts';

export const liveEventData = {
  'campaign:status': z.strictObject({
    status: campaignStatusSchema,
    refetch: z.literal(true).optional().describe('A crash lost the event of this number: read the campaign again'),
  }),
  'phase:status': z.strictObject({
    phaseId: phaseIdSchema,
    status: phaseStatusSchema,
    attempt: z.int().min(1),
    reason: z.string().optional(),
  }),
  'phase:output': z.strictObject({
    phaseId: phaseIdSchema,
    attempt: z.int().min(1),
    output: z.unknown().optional().describe('Left out when too large for a frame: fetch the phase instead'),
  }),
  'phase:error': z.strictObject({ phaseId: phaseIdSchema, attempt: z.int().min(1), failure: failureSchema }),
  'phase:approved': z.strictObject({ phaseId: phaseIdSchema, attempt: z.int().min(1), decidedBy: principalIdSchema }),
  'asset:created': z.strictObject({ asset: generatedAssetSchema }),
  'asset:updated': z.strictObject({ asset: generatedAssetSchema }),
  'cost:updated': z.strictObject({ spentMicroUsd: microUsdSchema, committedMicroUsd: microUsdSchema }),
  'campaign:completed': z.strictObject({ skippedPhases: z.array(phaseIdSchema) }),
  'campaign:failed': z.strictObject({ failedPhases: z.array(phaseIdSchema) }),
} as const;
export type LiveEventType = keyof typeof liveEventData;
export const liveEventTypes = Object.keys(liveEventData) as LiveEventType[];

/** What happened, before it gets its number and time. */
export type NewLiveEvent = {
  [Type in LiveEventType]: { type: Type; data: z.infer<(typeof liveEventData)[Type]> };
}[LiveEventType];

const eventSchemas = liveEventTypes.map((type) =>
  z.strictObject({
    type: z.literal(type),
    number: z.int().min(1),
    campaignId: campaignIdSchema,
    at: isoDateTimeSchema,
    data: liveEventData[type],
  }),
);
export const liveEventSchema = z.union(eventSchemas);
export type LiveEvent = NewLiveEvent & { number: number; campaignId: string; at: string };

/** Messages a client may send. `action` selects the WebSocket route. */
export const clientMessageSchema = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('subscribe:campaign'),
    campaignId: campaignIdSchema,
    after: z.int().min(0).optional().describe('Replay events with a greater number first'),
  }),
  z.strictObject({ action: z.literal('unsubscribe:campaign'), campaignId: campaignIdSchema }),
  z.strictObject({ action: z.literal('ping') }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

/** Frames that are not events: answers to a client's message. */
export type ServerReply =
  | { type: 'subscribed'; campaignId: string; lastEvent: number }
  /** A replay took as long as it may: subscribe again after this number for the rest. */
  | { type: 'replay:more'; campaignId: string; after: number }
  | { type: 'unsubscribed'; campaignId: string }
  | { type: 'pong' }
  | { type: 'error'; code: 'invalid-message' | 'not-found' | 'internal'; detail: string };

/** Largest frame we send: API Gateway refuses frames over 128 KB, and we leave room for the envelope. */
export const maximumFrameBytes = 120_000;

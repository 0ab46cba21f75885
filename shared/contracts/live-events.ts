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
import { skipReasonSchema } from './reasons.ts';
import { whenUsed } from './when-used.ts';

/** Characters of what is shown of a text under way. */
export const longestSentence = 240;

export const liveEventData = {
  'campaign:status': whenUsed(() =>
    z.strictObject({
      status: campaignStatusSchema,
      refetch: z.literal(true).optional().describe('A crash lost the event of this number: read the campaign again'),
    }),
  ),
  'phase:status': whenUsed(() =>
    z.strictObject({
      phaseId: phaseIdSchema,
      status: phaseStatusSchema,
      attempt: z.int().min(1),
      skippedBecause: skipReasonSchema.optional(),
      waitedDays: z.int().optional().describe('A reminder: nobody has decided for so long. After 14 it ends as failed'),
    }),
  ),
  'phase:output': whenUsed(() =>
    z.strictObject({
      phaseId: phaseIdSchema,
      attempt: z.int().min(1),
      output: z.unknown().optional().describe('Left out when too large for a frame: fetch the phase instead'),
    }),
  ),
  'phase:error': whenUsed(() =>
    z.strictObject({ phaseId: phaseIdSchema, attempt: z.int().min(1), failure: failureSchema }),
  ),
  'phase:approved': whenUsed(() =>
    z.strictObject({ phaseId: phaseIdSchema, attempt: z.int().min(1), decidedBy: principalIdSchema }),
  ),
  'asset:created': whenUsed(() => z.strictObject({ asset: generatedAssetSchema })),
  'asset:updated': whenUsed(() => z.strictObject({ asset: generatedAssetSchema })),
  'cost:updated': whenUsed(() => z.strictObject({ spentMicroUsd: microUsdSchema, committedMicroUsd: microUsdSchema })),
  'cost:alert': whenUsed(() =>
    z.strictObject({
      percent: z
        .union([z.literal(50), z.literal(80), z.literal(100)])
        .describe('Of the cap; 100 also when the next call would have passed it. Each once for each cap'),
      spentMicroUsd: microUsdSchema,
      committedMicroUsd: microUsdSchema,
      aiCapMicroUsd: microUsdSchema,
    }),
  ),
  'campaign:completed': whenUsed(() => z.strictObject({ skippedPhases: z.array(phaseIdSchema) })),
  'campaign:failed': whenUsed(() => z.strictObject({ failedPhases: z.array(phaseIdSchema) })),
} as const;
export type LiveEventType = keyof typeof liveEventData;
export const liveEventTypes = Object.keys(liveEventData) as LiveEventType[];

/** What happened, before it gets its number and time. */
export type NewLiveEvent = {
  [Type in LiveEventType]: { type: Type; data: z.infer<(typeof liveEventData)[Type]> };
}[LiveEventType];

const eventSchemas = () =>
  liveEventTypes.map((type) =>
    z.strictObject({
      type: z.literal(type),
      number: z.int().min(1),
      campaignId: campaignIdSchema,
      at: isoDateTimeSchema,
      data: liveEventData[type],
    }),
  );
export const liveEventSchema = whenUsed(() => z.union(eventSchemas()));
export type LiveEvent = NewLiveEvent & { number: number; campaignId: string; at: string };

/**
 * How far the model of a running phase has come: for people to look at meanwhile. It has no number and is kept nowhere: one that is lost is not
 * replayed, the next says more, and what counts is the output. At most two a second for each phase.
 */
export const phaseProgressSchema = whenUsed(() =>
  z.strictObject({
    type: z.literal('phase:progress'),
    campaignId: campaignIdSchema,
    at: isoDateTimeSchema,
    data: z.strictObject({
      phaseId: phaseIdSchema,
      attempt: z.int().min(1),
      kind: z.enum(['text', 'image', 'video']).describe('What the model is making'),
      model: z.string(),
      characters: z.int().min(0).describe('Written so far; 0 where nothing is written, or nothing is told on the way'),
      lastSentence: z
        .string()
        .max(longestSentence)
        .optional()
        .describe('The last finished sentence or field, without markup. Neither checked nor whole: for reading along'),
      elapsedMilliseconds: z.int().min(0).describe('Since the model was asked; of a job, since the attempt began'),
      costMicroUsd: microUsdSchema.describe(
        'Of this run of the phase: what was billed, and an estimate of what is under way',
      ),
    }),
  }),
);
export type PhaseProgress = z.infer<typeof phaseProgressSchema>;

/**
 * What waits for people in the workspace is not what it was: `GET /approvals` says what it is now. For who asked by `subscribe:approvals`. It has no
 * number and is kept nowhere; who was away asks once on coming back.
 */
export const approvalsChangedSchema = whenUsed(() =>
  z.strictObject({
    type: z.literal('approvals:changed'),
    campaignId: campaignIdSchema.describe('Where something began to wait, or waits no more'),
    at: isoDateTimeSchema,
  }),
);
export type ApprovalsChanged = z.infer<typeof approvalsChangedSchema>;

/** Messages a client may send. `action` selects the WebSocket route. */
export const clientMessageSchema = whenUsed(() =>
  z.discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('subscribe:campaign'),
      campaignId: campaignIdSchema,
      after: z.int().min(0).optional().describe('Replay events with a greater number first'),
    }),
    z.strictObject({ action: z.literal('unsubscribe:campaign'), campaignId: campaignIdSchema }),
    z.strictObject({ action: z.literal('subscribe:approvals') }),
    z.strictObject({ action: z.literal('ping') }),
  ]),
);
export type ClientMessage = z.infer<typeof clientMessageSchema>;

/** Frames that are neither events nor progress: answers to a client's message. */
export type ServerReply =
  | { type: 'subscribed'; campaignId: string; lastEvent: number }
  /** A replay took as long as it may: subscribe again after this number for the rest. */
  | { type: 'replay:more'; campaignId: string; after: number }
  | { type: 'unsubscribed'; campaignId: string }
  /** From now on `approvals:changed` is sent; what waited before is to be asked for. */
  | { type: 'subscribed:approvals' }
  | { type: 'pong' }
  | { type: 'error'; code: 'invalid-message' | 'not-found' | 'internal'; detail: string };

/** Largest frame we send: API Gateway refuses frames over 128 KB, and we leave room for the envelope. */
export const maximumFrameBytes = 120_000;

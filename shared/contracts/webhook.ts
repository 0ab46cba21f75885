// Webhooks: where a workspace wants its events sent, what is sent, and how each delivery went.
import * as z from 'zod';
import {
  campaignIdSchema,
  deliveryIdSchema,
  isoDateTimeSchema,
  webhookIdSchema,
  workspaceIdSchema,
} from './identifiers.ts';
import { type LiveEventType, liveEventTypes } from './live-events.ts';
import { anyLine } from './text.ts';
import { whenUsed } from './when-used.ts';

export const webhookEventTypeSchema = z
  .enum(liveEventTypes as [LiveEventType, ...LiveEventType[]])
  .describe('A kind of event of the live socket');
/** Sent on request only. */
export const webhookTestType = 'webhook:test';

export const webhookUrlSchema = z
  .url()
  .max(2000)
  .describe('https address of the receiver, on port 443 of a public host, without user name or password');
export const webhookEventsSchema = z
  .array(webhookEventTypeSchema)
  .min(1, 'must name at least one kind of event')
  .max(liveEventTypes.length)
  .refine((types) => new Set(types).size === types.length, 'must not name a kind twice')
  .describe('Kinds of events to send');
export const webhookDescriptionSchema = anyLine(200);

export const webhookSchema = whenUsed(() =>
  z.strictObject({
    id: webhookIdSchema,
    url: webhookUrlSchema,
    events: z.array(webhookEventTypeSchema),
    description: webhookDescriptionSchema.optional(),
    enabled: z.boolean(),
    disabledBecause: z.string().optional().describe('Present when the system disabled it'),
    createdAt: isoDateTimeSchema,
    updatedAt: isoDateTimeSchema,
    formerSecretUntil: isoDateTimeSchema
      .optional()
      .describe('Until then the secret before the last rotation signs too'),
  }),
);
export type Webhook = z.infer<typeof webhookSchema>;

export const webhookSecretSchema = z
  .string()
  .startsWith('whsec_')
  .describe('Signs what is sent (Standard Webhooks). Shown once: keep it');

/** What arrives at a receiver. Outputs are left out: fetch the phase. */
export const webhookPayloadSchema = whenUsed(() =>
  z.strictObject({
    id: deliveryIdSchema.describe('The same at every attempt and replay, and the same as the header webhook-id'),
    type: z.union([webhookEventTypeSchema, z.literal(webhookTestType)]),
    workspaceId: workspaceIdSchema,
    campaignId: campaignIdSchema.optional(),
    number: z.int().min(1).optional().describe('Of the event in its campaign: deliveries may arrive in another order'),
    at: isoDateTimeSchema,
    data: z.record(z.string(), z.unknown()),
  }),
);
export type WebhookPayload = z.infer<typeof webhookPayloadSchema>;

export const deliveryStatusSchema = z.enum(['PENDING', 'SUCCEEDED', 'FAILED']);
export type DeliveryStatus = z.infer<typeof deliveryStatusSchema>;

export const deliveryAttemptSchema = z.strictObject({
  at: isoDateTimeSchema,
  milliseconds: z.int().min(0),
  status: z.int().optional().describe('HTTP status of the answer; missing when there was none'),
  error: z.string().optional().describe('Why the attempt failed, in words'),
});
export type DeliveryAttempt = z.infer<typeof deliveryAttemptSchema>;

export const webhookDeliverySchema = whenUsed(() =>
  z.strictObject({
    id: deliveryIdSchema,
    webhookId: webhookIdSchema,
    type: webhookPayloadSchema.unwrap().shape.type,
    campaignId: campaignIdSchema.optional(),
    number: z.int().min(1).optional(),
    status: deliveryStatusSchema,
    createdAt: isoDateTimeSchema,
    attempts: z.array(deliveryAttemptSchema).describe('Of the first sending or of the last replay'),
    replays: z.int().min(0),
    nextAttemptAt: isoDateTimeSchema.optional(),
    response: z.string().optional().describe('Beginning of the last answer, 1 KB at most'),
  }),
);
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

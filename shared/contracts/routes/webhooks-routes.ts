// Webhooks of a workspace, and the log of what was sent to them.
import * as z from 'zod';
import { deliveryIdSchema, webhookIdSchema } from '../identifiers.ts';
import {
  deliveryStatusSchema,
  webhookDeliverySchema,
  webhookDescriptionSchema,
  webhookEventsSchema,
  webhookSchema,
  webhookSecretSchema,
  webhookUrlSchema,
} from '../webhook.ts';
import { nextCursor, pageQuery, type Route, successSchema } from './route.ts';

const webhookParams = z.strictObject({ webhookId: webhookIdSchema });
const withSecret = z.strictObject({ webhook: webhookSchema, secret: webhookSecretSchema });
const accepted = z.strictObject({ deliveryId: deliveryIdSchema.describe('Under which the log will show it') });
const common = { access: 'both', permission: 'webhooks:write', lambda: 'webhooks' } as const;

export const webhooksRoutes = {
  createWebhook: {
    ...common,
    method: 'POST',
    path: '/webhooks',
    needs: 'session',
    summary: 'Registers an address for events; answers with the secret that signs them, which is shown only once',
    body: z.strictObject({
      url: webhookUrlSchema,
      events: webhookEventsSchema,
      description: webhookDescriptionSchema.optional(),
    }),
    response: withSecret,
    status: 201,
    problems: ['limit-reached'],
    idempotent: true,
  },
  listWebhooks: {
    ...common,
    method: 'GET',
    path: '/webhooks',
    summary: 'Lists the webhooks of the workspace',
    response: z.strictObject({ webhooks: z.array(webhookSchema) }),
    status: 200,
    problems: [],
  },
  getWebhook: {
    ...common,
    method: 'GET',
    path: '/webhooks/{webhookId}',
    summary: 'Reads a webhook',
    params: webhookParams,
    response: webhookSchema,
    status: 200,
    problems: ['not-found'],
  },
  changeWebhook: {
    ...common,
    method: 'PATCH',
    path: '/webhooks/{webhookId}',
    needs: 'session',
    summary: 'Changes address, events or description, disables or enables',
    params: webhookParams,
    body: z
      .strictObject({
        url: webhookUrlSchema.optional(),
        events: webhookEventsSchema.optional(),
        description: webhookDescriptionSchema.optional(),
        enabled: z.boolean().optional(),
      })
      .refine((body) => Object.keys(body).length > 0, 'must change something'),
    response: webhookSchema,
    status: 200,
    problems: ['not-found'],
  },
  deleteWebhook: {
    ...common,
    method: 'DELETE',
    path: '/webhooks/{webhookId}',
    needs: 'session',
    summary: 'Deletes a webhook with its log; what is still on its way is dropped',
    params: webhookParams,
    response: successSchema,
    status: 200,
    problems: ['not-found'],
  },
  rotateWebhookSecret: {
    ...common,
    method: 'POST',
    path: '/webhooks/{webhookId}/rotate-secret',
    needs: 'session',
    summary: 'Makes a new secret, shown only once; the old one signs too for 24 hours',
    params: webhookParams,
    response: withSecret,
    status: 200,
    problems: ['not-found', 'conflict'],
    idempotent: true,
  },
  testWebhook: {
    ...common,
    method: 'POST',
    path: '/webhooks/{webhookId}/test',
    summary: 'Sends an event of the type webhook:test',
    params: webhookParams,
    response: accepted,
    status: 202,
    problems: ['not-found', 'conflict'],
  },
  listWebhookDeliveries: {
    ...common,
    method: 'GET',
    path: '/webhooks/{webhookId}/deliveries',
    summary: 'Lists what was sent in the last 30 days and how it went, newest event first',
    params: webhookParams,
    query: z.strictObject({ ...pageQuery, status: deliveryStatusSchema.optional() }),
    response: z.strictObject({ deliveries: z.array(webhookDeliverySchema), nextCursor }),
    status: 200,
    problems: ['not-found', 'validation-failed'],
  },
  replayWebhookDelivery: {
    ...common,
    method: 'POST',
    path: '/webhooks/{webhookId}/deliveries/{deliveryId}/replay',
    summary: 'Sends a delivery again under the same id, with all its attempts anew',
    params: z.strictObject({ webhookId: webhookIdSchema, deliveryId: deliveryIdSchema }),
    response: accepted,
    status: 202,
    problems: ['not-found', 'conflict'],
  },
} as const satisfies Record<string, Route>;

// A person's keys for the partner API. No key opens these: only somebody who signed in makes keys.
import * as z from 'zod';
import { apiKeyIdSchema, apiKeySchema, apiKeySecretSchema, newApiKeySchema } from '../api-key.ts';
import { type Route, successSchema } from './route.ts';

export const apiKeysRoutes = {
  createApiKey: {
    method: 'POST',
    path: '/users/me/api-keys',
    needs: 'session',
    access: 'user',
    permission: 'api-keys:write',
    lambda: 'api-keys',
    summary: 'Makes an API key; its secret is in this answer and never shown again',
    body: newApiKeySchema,
    response: z.strictObject({ key: apiKeySchema, secret: apiKeySecretSchema }),
    status: 201,
    idempotent: true,
    problems: ['limit-reached', 'unavailable'],
  },
  listApiKeys: {
    method: 'GET',
    path: '/users/me/api-keys',
    access: 'user',
    permission: 'api-keys:write',
    lambda: 'api-keys',
    summary: "Lists one's API keys, without their secrets",
    response: z.strictObject({ keys: z.array(apiKeySchema) }),
    status: 200,
    problems: [],
  },
  revokeApiKey: {
    method: 'DELETE',
    path: '/users/me/api-keys/{keyId}',
    needs: 'session',
    access: 'user',
    permission: 'api-keys:write',
    lambda: 'api-keys',
    summary: 'Revokes an API key; it is refused from now on',
    params: z.strictObject({ keyId: apiKeyIdSchema }),
    response: successSchema,
    status: 200,
    problems: ['not-found', 'unavailable'],
  },
} as const satisfies Record<string, Route>;

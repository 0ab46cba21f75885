// The management API of API Gateway (REST, JSON) as far as the application uses it: keys, and the usage plans they are put in.
import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { at, type Resource } from '../endpoint/endpoint.ts';
import { checked, parsed, ServiceError } from '../endpoint/service.ts';
import { type GatewayKey, type Keys, localUsagePlanIds } from './keys.ts';

/** The SDK writes these; unknown fields are ones that the application does not use, and are refused rather than ignored. */
const createKeySchema = z.strictObject({
  name: z.string().min(1).max(1024),
  value: z.string().min(20).max(128),
  enabled: z.literal(true),
  tags: z.record(z.string(), z.string()).default({}),
});
const planKeySchema = z.strictObject({ keyId: z.string(), keyType: z.literal('API_KEY') });

export function keyManagement(keys: Keys): readonly Resource[] {
  const existing = (keyId = ''): GatewayKey => {
    const key = keys.get(keyId);
    if (!key) throw new ServiceError('NotFoundException', 'Invalid API Key identifier specified', { status: 404 });
    return key;
  };

  return [
    at('POST', '/apikeys', async ({ content }) => {
      const { enabled: _enabled, ...settings } = checked(createKeySchema, parsed(content), 'BadRequestException');
      const key = { ...settings, id: randomBytes(5).toString('hex') };
      keys.set(key.id, key);
      return { status: 201, body: { id: key.id } };
    }),

    at('GET', '/apikeys', async ({ query }) => {
      const named = [...keys.values()].filter((key) => key.name.startsWith(query.get('name') ?? ''));
      return { body: { item: named.map(({ id, name, tags }) => ({ id, name, tags })) } };
    }),

    at('DELETE', '/apikeys/:keyId', async ({ ids }) => {
      keys.delete(existing(ids['keyId']).id);
      return { status: 202 };
    }),

    at('POST', '/usageplans/:planId/keys', async ({ ids: { planId }, content }) => {
      const key = existing(checked(planKeySchema, parsed(content), 'BadRequestException').keyId);
      if (!planId || !Object.values(localUsagePlanIds).includes(planId))
        throw new ServiceError('NotFoundException', 'Invalid Usage Plan ID specified', { status: 404 });
      keys.set(key.id, { ...key, planId });
      return { status: 201 };
    }),
  ];
}

// The management API of API Gateway (REST, JSON) as far as the application uses it: keys, and the usage plans they are put in.
import * as z from 'zod';
import { partnerTierNames } from '../../shared/contracts/limits.ts';
import type { Resource } from '../edge/edge.ts';
import { checked, ServiceError } from '../edge/service.ts';
import { type GatewayKey, type KeyStore, planIdOf } from './key-store.ts';

/** The SDK writes these; unknown fields are ones that the application does not use, and are refused rather than ignored. */
const createKeySchema = z.strictObject({
  name: z.string().min(1).max(1024),
  value: z.string().min(20).max(128),
  enabled: z.boolean().default(false),
  tags: z.record(z.string(), z.string()).default({}),
});
const planKeySchema = z.strictObject({ keyId: z.string(), keyType: z.literal('API_KEY') });

export function keyManagement(store: KeyStore): readonly Resource[] {
  const existing = (keyId = ''): GatewayKey => {
    const key = store.byId(keyId);
    if (!key) throw new ServiceError('NotFoundException', 'Invalid API Key identifier specified', { status: 404 });
    return key;
  };

  return [
    {
      method: 'POST',
      path: new URLPattern({ pathname: '/apikeys' }),
      async answer({ body }) {
        const key = checked(createKeySchema, body, 'BadRequestException');
        if (store.byValue(key.value)) throw conflict('API Key already exists');
        return { status: 201, body: described(await store.add(key)) };
      },
    },
    {
      method: 'GET',
      path: new URLPattern({ pathname: '/apikeys' }),
      async answer({ query }) {
        const name = query.get('name') ?? '';
        return {
          body: {
            item: store
              .all()
              .filter((key) => key.name.startsWith(name))
              .map(described),
          },
        };
      },
    },
    {
      method: 'DELETE',
      path: new URLPattern({ pathname: '/apikeys/:keyId' }),
      async answer({ ids }) {
        await store.remove(existing(ids['keyId']).id);
        return { status: 202 };
      },
    },
    {
      method: 'POST',
      path: new URLPattern({ pathname: '/usageplans/:planId/keys' }),
      async answer({ ids, body }) {
        const planId = ids['planId'] ?? '';
        const key = existing(checked(planKeySchema, body, 'BadRequestException').keyId);
        if (!partnerTierNames.some((tier) => planIdOf(tier) === planId))
          throw new ServiceError('NotFoundException', 'Invalid Usage Plan ID specified', { status: 404 });
        // All plans are of the one API and stage there is, and there a key may be in one plan only.
        if (key.planIds.length > 0) throw conflict('The key is in a usage plan of this stage already');
        await store.addToPlan(key, planId);
        return { status: 201, body: { id: key.id, type: 'API_KEY', value: key.value, name: key.name } };
      },
    },
  ];
}

const conflict = (message: string) => new ServiceError('ConflictException', message, { status: 409 });

/** Values are not listed: the application never asks for them. */
const described = ({ id, name, enabled, createdAt, tags }: GatewayKey) => ({
  id,
  name,
  tags,
  enabled,
  createdDate: Date.parse(createdAt) / 1000,
  stageKeys: [],
});

// The keys of the embedded API Gateway and the usage plans they are in, kept in one file.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { type PartnerTierName, partnerTierNames } from '../../shared/contracts/limits.ts';
import { JsonFile } from '../state/json-file.ts';

const gatewayKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  value: z.string(),
  enabled: z.boolean(),
  createdAt: z.iso.datetime(),
  planIds: z.array(z.string()),
  tags: z.record(z.string(), z.string()).default({}),
});
export type GatewayKey = z.infer<typeof gatewayKeySchema>;

/** The plans exist from the start, one per tier, under fixed ids. */
export const planIdOf = (tier: PartnerTierName): string => `local-${tier}`;
export const localUsagePlanIds = Object.fromEntries(partnerTierNames.map((tier) => [tier, planIdOf(tier)]));

export type KeyStore = Awaited<ReturnType<typeof openKeyStore>>;

/** Opens the keys of a directory. Every change is on the disk before it is answered. Throws CorruptStateError for a file that is not its own. */
export async function openKeyStore(directory: string) {
  const file = await JsonFile.open({
    path: join(directory, 'keys.json'),
    directory,
    schema: z.array(gatewayKeySchema),
    initial: [],
  });
  const replace = (id: string, ...replacements: GatewayKey[]): Promise<void> => {
    file.content = [...file.content.filter((key) => key.id !== id), ...replacements];
    return file.save();
  };
  return {
    all: (): readonly GatewayKey[] => file.content,
    byId: (id: string): GatewayKey | undefined => file.content.find((key) => key.id === id),
    byValue: (value: string): GatewayKey | undefined => file.content.find((key) => key.value === value),

    async add(settings: Pick<GatewayKey, 'name' | 'value' | 'enabled' | 'tags'>): Promise<GatewayKey> {
      const id = randomBytes(5).toString('hex');
      const key = { ...settings, id, createdAt: new Date().toISOString(), planIds: [] };
      await replace(id, key);
      return key;
    },

    addToPlan: (key: GatewayKey, planId: string): Promise<void> =>
      replace(key.id, { ...key, planIds: [...key.planIds, planId] }),

    remove: (id: string): Promise<void> => replace(id),
  };
}

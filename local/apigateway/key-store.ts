// The keys of the embedded API Gateway and the usage plans they are in, kept in one file.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { type PartnerTierName, partnerTierNames } from '../../shared/contracts/limits.ts';
import { readJsonFile } from '../state/read-json-file.ts';
import { writeFileAtomically } from '../state/write-file-atomically.ts';

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
  const file = join(directory, 'keys.json');
  const keys = new Map<string, GatewayKey>();
  for (const key of (await readJsonFile(file, z.array(gatewayKeySchema), { directory })) ?? []) keys.set(key.id, key);
  let writing: Promise<void> = Promise.resolve();
  const save = (): Promise<void> => {
    const written = writing.then(() => writeFileAtomically(file, JSON.stringify([...keys.values()], null, 2)));
    writing = written.catch(() => {}); // whoever saved hears of it; the next one tries again
    return written;
  };

  return {
    all: (): GatewayKey[] => [...keys.values()],
    byId: (id: string): GatewayKey | undefined => keys.get(id),
    byValue: (value: string): GatewayKey | undefined => [...keys.values()].find((key) => key.value === value),

    async add({
      name,
      value,
      enabled,
      tags,
    }: Pick<GatewayKey, 'name' | 'value' | 'enabled' | 'tags'>): Promise<GatewayKey> {
      const id = randomBytes(5).toString('hex');
      const key = { id, name, value, enabled, createdAt: new Date().toISOString(), planIds: [], tags };
      keys.set(id, key);
      await save();
      return key;
    },

    async addToPlan(key: GatewayKey, planId: string): Promise<void> {
      keys.set(key.id, { ...key, planIds: [...key.planIds, planId] });
      await save();
    },

    async remove(id: string): Promise<void> {
      keys.delete(id);
      await save();
    },
  };
}

// The keys of the embedded API Gateway and the usage plans they are in.
import * as z from 'zod';
import { type PartnerTierName, partnerTierNames } from '../../shared/contracts/limits.ts';
import type { Store } from '../state/store.ts';

const gatewayKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  value: z.string(),
  /** The one that it is in, if any: all are of the one API and stage there is, and there a key may be in one only. */
  planId: z.string().optional(),
  tags: z.record(z.string(), z.string()),
});
export type GatewayKey = z.infer<typeof gatewayKeySchema>;

/** The plans exist from the start, one per tier, under fixed ids. */
export const planIdOf = (tier: PartnerTierName): string => `local-${tier}`;
export const localUsagePlanIds = Object.fromEntries(partnerTierNames.map((tier) => [tier, planIdOf(tier)]));

/** The keys, by their ids. Throws CorruptStateError. */
export const keysOf = (store: Store) => store.collection('api-keys', gatewayKeySchema);
export type Keys = ReturnType<typeof keysOf>;

export const keyOfValue = (keys: Pick<Keys, 'values'>, value: string): GatewayKey | undefined =>
  [...keys.values()].find((key) => key.value === value);

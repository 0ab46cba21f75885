// How keys are taken back: one, or all of a person whose account ends. Apart from api-keys.ts, because that takes no usage plans.
import type { StoredApiKeys, StoredKey } from '../data/api-keys.ts';
import type { GatewayKeys } from './gateway-keys.ts';

export interface KeyRevocationParts {
  readonly apiKeys: Pick<StoredApiKeys, 'listSlots' | 'close' | 'freeSlot'>;
  readonly gatewayKeys: Pick<GatewayKeys, 'remove'>;
}

/** Refused first, forgotten last: cut off anywhere, the key is refused and a repetition does the rest. */
export const removeApiKey =
  ({ apiKeys, gatewayKeys }: KeyRevocationParts) =>
  async (key: StoredKey): Promise<void> => {
    await apiKeys.close(key);
    await gatewayKeys.remove(key.keyId, key.gatewayKeyId);
    await apiKeys.freeSlot(key);
  };

/** Revokes every key of a person. Safe to repeat. All are refused before any is removed. */
export const revokeAllApiKeys =
  (parts: KeyRevocationParts) =>
  async (userId: string): Promise<void> => {
    const slots = await parts.apiKeys.listSlots(userId);
    for (const key of slots) await parts.apiKeys.close(key);
    for (const key of slots) await removeApiKey(parts)(key);
  };

// API keys. One item is found by the hash of the secret and lets requests in; one lies in a slot of its owner, for lists and
// revocation. The secret is in neither. Knows the table; what API Gateway must be told is in accounts/.
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { apiKeyIdSchema, partnerTierSchema } from '../contracts/api-key.ts';
import { apiKeyScopeSchema } from '../contracts/api-key-scopes.ts';
import { mostApiKeys } from '../contracts/limits.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const keyFields = {
  keyId: apiKeyIdSchema,
  userId: z.string(),
  hash: z.string(),
  slot: z.int(),
  scopes: z.array(apiKeyScopeSchema),
  validUntil: z.string(),
  lastUsedAt: z.string().optional(),
};
/** What a request that shows the secret finds. */
const knownKeySchema = z.object({ ...keyFields, workspaceId: z.string() });
export type KnownKey = z.infer<typeof knownKeySchema>;

const storedKeySchema = z.object({
  ...keyFields,
  name: z.string(),
  prefix: z.string(),
  tier: partnerTierSchema,
  createdAt: z.string(),
  /** The key's id in API Gateway. Missing: its creation is under way or was cut off, and nobody has its secret. */
  gatewayKeyId: z.string().optional(),
});
export type StoredKey = z.infer<typeof storedKeySchema>;

/** What is stored of a secret. It has 256 random bits, so a plain hash cannot be undone by trying. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export type StoredApiKeys = ReturnType<typeof createStoredApiKeys>;

export function createStoredApiKeys(table: Table) {
  const isStill = ({ keyId }: Pick<StoredKey, 'keyId'>) => ({
    expression: 'keyId = :keyId',
    values: { ':keyId': keyId },
  });
  return {
    /** Access pattern 21. The key with this hash, valid or expired; undefined when it was revoked or never was. */
    find: (hash: string): Promise<KnownKey | undefined> => table.get(keys.apiKey(hash), knownKeySchema),

    /** Access pattern 22. Every slot of a person that is taken, also by keys that are expired or not finished. */
    listSlots: (userId: string): Promise<StoredKey[]> =>
      table.queryAll({ ...lists.apiKeySlots(userId), consistent: true }, storedKeySchema),

    /** Takes a free slot of the person. Answers undefined when there is none: two that come at once cannot share one. */
    async takeSlot(key: Omit<StoredKey, 'slot'>, taken: readonly StoredKey[]): Promise<StoredKey | undefined> {
      const used = new Set(taken.map(({ slot }) => slot));
      const free = Array.from({ length: mostApiKeys }, (_slot, index) => index).filter((slot) => !used.has(slot));
      for (const slot of free) {
        const isOurs = await table.put(
          keys.apiKeySlot(key.userId, slot),
          { ...key, slot },
          { expression: 'attribute_not_exists(pk)' },
        );
        if (isOurs) return { ...key, slot };
      }
      return undefined;
    },

    /** Lets requests with the secret in. The item is gone some time after the key has expired. */
    async open({ keyId, userId, hash, slot, scopes, validUntil }: StoredKey, workspaceId: string): Promise<void> {
      const expiresAt = Math.ceil(Date.parse(validUntil) / 1000);
      await table.put(keys.apiKey(hash), {
        keyId,
        userId,
        workspaceId,
        hash,
        slot,
        scopes,
        validUntil,
        expiresAt,
      });
    },

    /** Refuses the secret from now on. */
    async close({ hash }: StoredKey): Promise<void> {
      await table.delete(keys.apiKey(hash));
    },

    /** Notes the id in API Gateway, by which the key is finished; answers false when it was revoked meanwhile. */
    async finish(key: StoredKey, gatewayKeyId: string): Promise<boolean> {
      const { expression: condition, values } = isStill(key);
      const finished = await table.update(
        keys.apiKeySlot(key.userId, key.slot),
        {
          expression: 'SET gatewayKeyId = :gatewayKeyId',
          condition,
          values: { ...values, ':gatewayKeyId': gatewayKeyId },
        },
        storedKeySchema,
      );
      return finished !== undefined;
    },

    /** Frees the slot, unless another key has it by now. */
    async freeSlot(key: StoredKey): Promise<void> {
      await table.delete(keys.apiKeySlot(key.userId, key.slot), isStill(key));
    },

    /** Notes that the key was used, in both items. Does nothing to those that are gone: a revoked key does not come back. */
    async noteUse(key: KnownKey, usedAt: string): Promise<void> {
      const change = { expression: 'SET lastUsedAt = :usedAt', values: { ':usedAt': usedAt } };
      if (!(await table.update(keys.apiKey(key.hash), change, knownKeySchema))) return;
      const { expression: condition, values } = isStill(key);
      await table.update(
        keys.apiKeySlot(key.userId, key.slot),
        { expression: change.expression, condition, values: { ...change.values, ...values } },
        storedKeySchema,
      );
    },
  };
}

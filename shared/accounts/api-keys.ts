// A person's API keys: makes, lists and revokes them. Two stores have to agree, the table and API Gateway, and a crash may come between
// any two writes. What lets a request in is the table alone; nobody has the secret before everything is written.

import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import type { ApiKey, newApiKeySchema } from '../contracts/api-key.ts';
import { mostApiKeys } from '../contracts/limits.ts';
import { hashOfSecret, type StoredApiKeys, type StoredKey } from '../data/api-keys.ts';
import type { Users } from '../data/users.ts';
import { apiKeySecretOf, isExpired, shownPrefixOf } from '../domain/accounts/api-key-secret.ts';
import { newApiKeyId } from '../runtime/ids.ts';
import { logger } from '../runtime/logger.ts';
import { accountGone, ProblemError } from '../runtime/problem-error.ts';
import type { GatewayKeys } from './gateway-keys.ts';
import { removeApiKey } from './revoke-api-keys.ts';

export interface ApiKeysParts {
  readonly apiKeys: StoredApiKeys;
  readonly gatewayKeys: GatewayKeys;
  readonly users: Pick<Users, 'get' | 'isOpen'>;
  readonly clock: () => Date;
}

/** Longer than the function that makes a key may run: what is unfinished after it was cut off. */
const creationMilliseconds = 60_000;
const dayMilliseconds = 24 * 60 * 60 * 1000;

export type ApiKeys = ReturnType<typeof createApiKeys>;

export function createApiKeys({ apiKeys, gatewayKeys, users, clock }: ApiKeysParts) {
  const remove = removeApiKey({ apiKeys, gatewayKeys });

  const isLeftOver = (key: StoredKey): boolean =>
    isExpired(key, clock()) ||
    (!key.gatewayKeyId && clock().getTime() - Date.parse(key.createdAt) > creationMilliseconds);

  /** Takes a slot, after removing what expired or was cut off. Throws limit-reached when all are in use. */
  const takeSlot = async (key: Omit<StoredKey, 'slot'>): Promise<StoredKey> => {
    const slots = await apiKeys.listSlots(key.userId);
    const leftOver = slots.filter(isLeftOver);
    for (const old of leftOver) await remove(old);
    const taken = await apiKeys.takeSlot(
      key,
      slots.filter((slot) => !leftOver.includes(slot)),
    );
    if (taken) return taken;
    throw new ProblemError('limit-reached', `You have ${mostApiKeys} API keys. Revoke one that is not needed.`);
  };

  return {
    /** Makes a key and answers with its secret. Whatever fails or is cut off leaves no key that anybody could use. */
    async create(
      userId: string,
      { name, expiresInDays, scopes }: z.infer<typeof newApiKeySchema>,
    ): Promise<{ key: ApiKey; secret: string }> {
      const owner = await users.get(userId);
      // A token outlives its account by an hour at most; a key would by a year.
      if (!owner) throw accountGone();
      const now = clock();
      const secret = apiKeySecretOf(randomBytes(32));
      const key = await takeSlot({
        keyId: newApiKeyId(now),
        userId,
        hash: hashOfSecret(secret),
        prefix: shownPrefixOf(secret),
        name,
        scopes,
        tier: owner.tier ?? 'standard',
        createdAt: now.toISOString(),
        validUntil: new Date(now.getTime() + expiresInDays * dayMilliseconds).toISOString(),
      });
      let gatewayKeyId: string | undefined;
      try {
        await apiKeys.open(key, owner.workspaceId);
        gatewayKeyId = await gatewayKeys.register(key);
        if (!(await apiKeys.finish(key, gatewayKeyId)))
          throw new ProblemError('unavailable', 'All your keys were revoked while this one was made. Try again.');
        // Asked once more after the key is written: a deletion that began meanwhile has revoked what it found, and may not have found this one.
        if (!(await users.isOpen(userId))) throw accountGone();
      } catch (error) {
        // What cannot be removed now is when its slot is needed; the failure that led here is what the client must hear of.
        await remove({ ...key, gatewayKeyId }).catch((left: unknown) =>
          logger.warn('An unfinished key is left', { left }),
        );
        throw error;
      }
      return { key: shown(key), secret };
    },

    /** Every finished key that is not revoked, oldest first; also expired ones, until their slot is needed. */
    async list(userId: string): Promise<ApiKey[]> {
      const slots = await apiKeys.listSlots(userId);
      return slots
        .filter(({ gatewayKeyId }) => gatewayKeyId !== undefined)
        .sort((one, other) => (one.keyId < other.keyId ? -1 : 1))
        .map(shown);
    },

    /** Revokes a key at once. Throws not-found for one that the person does not have (any more). */
    async revoke(userId: string, keyId: string): Promise<void> {
      const key = (await apiKeys.listSlots(userId)).find((slot) => slot.keyId === keyId);
      if (!key) throw new ProblemError('not-found', 'You have no such API key.');
      await remove(key);
    },
  };
}

const shown = ({ keyId, name, prefix, scopes, tier, createdAt, validUntil, lastUsedAt }: StoredKey): ApiKey => ({
  id: keyId,
  name,
  prefix,
  scopes,
  tier,
  createdAt,
  expiresAt: validUntil,
  lastUsedAt,
});

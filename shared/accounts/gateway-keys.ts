// API keys in API Gateway, which holds each to the usage plan of its tier. Knows hashes and plans, and no person.
import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  GetApiKeysCommand,
  LimitExceededException,
  NotFoundException,
  paginateGetApiKeys,
  TooManyRequestsException,
} from '@aws-sdk/client-api-gateway';
import { gatewayKeyTags } from '../contracts/gateway-key-tags.ts';
import type { PartnerTierName } from '../contracts/limits.ts';
import type { UsagePlanIds } from '../contracts/usage-plan-ids.ts';
import { ProblemError } from '../runtime/problem-error.ts';

export interface NewGatewayKey {
  readonly keyId: string;
  /** Of the secret; what API Gateway counts requests by. */
  readonly hash: string;
  readonly tier: PartnerTierName;
  /** ISO 8601; afterwards removeExpired may take it away. */
  readonly validUntil: string;
}

export interface GatewayKeys {
  /** Registers a key under the hash of its secret, in the plan of the tier. Leaves nothing behind when it fails. */
  register(key: NewGatewayKey): Promise<string>;
  /** Removes a key; nothing happens when it is gone. Without its id it is looked for by the name it was registered under. */
  remove(keyId: string, gatewayKeyId: string | undefined): Promise<void>;
}

/** Both throw unavailable when API Gateway is asked too often or has as many keys as an account may. */
export function createGatewayKeys(
  client: APIGatewayClient,
  usagePlanIds: UsagePlanIds,
  tableName: string,
): GatewayKeys {
  return {
    ...createGatewayKeyRemoval(client),
    register: ({ keyId, hash, tier, validUntil }) =>
      translated(async () => {
        const tags = { [gatewayKeyTags.table]: tableName, [gatewayKeyTags.validUntil]: validUntil };
        const { id } = await client.send(new CreateApiKeyCommand({ name: keyId, value: hash, enabled: true, tags }));
        if (!id) throw new Error('API Gateway gave a new key no id');
        try {
          await client.send(
            new CreateUsagePlanKeyCommand({ usagePlanId: usagePlanIds[tier], keyId: id, keyType: 'API_KEY' }),
          );
        } catch (error) {
          await removeById(client, id);
          throw error;
        }
        return id;
      }),
  };
}

export const openGatewayKeys = (usagePlanIds: UsagePlanIds, tableName: string): GatewayKeys =>
  createGatewayKeys(new APIGatewayClient({}), usagePlanIds, tableName);

/** The half that needs to know no plan. */
export const createGatewayKeyRemoval = (client: APIGatewayClient): Pick<GatewayKeys, 'remove'> => ({
  remove: (keyId, gatewayKeyId) =>
    translated(async () => {
      if (gatewayKeyId) return removeById(client, gatewayKeyId);
      const { items = [] } = await client.send(new GetApiKeysCommand({ nameQuery: keyId }));
      for (const { id, name } of items) if (id && name === keyId) await removeById(client, id);
    }),
});

/**
 * Removes every key of this stage that expired before the given time, and answers how many. The authorizer refuses them anyway; here they
 * only took room, of which an account has 10,000 keys. Safe to repeat and to break off. Keys of other stages and programs stay.
 */
export async function removeExpiredKeys(client: APIGatewayClient, tableName: string, now: Date): Promise<number> {
  let removed = 0;
  for await (const { items = [] } of paginateGetApiKeys({ client, pageSize: 500 }, {})) {
    for (const { id, tags = {} } of items) {
      const validUntil = Date.parse(tags[gatewayKeyTags.validUntil] ?? '');
      if (!id || tags[gatewayKeyTags.table] !== tableName || !(validUntil < now.getTime())) continue;
      await removeById(client, id);
      removed += 1;
    }
  }
  return removed;
}

async function removeById(client: APIGatewayClient, apiKey: string): Promise<void> {
  try {
    await client.send(new DeleteApiKeyCommand({ apiKey }));
  } catch (error) {
    if (!(error instanceof NotFoundException)) throw error;
  }
}

async function translated<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooManyRequestsException)
      throw new ProblemError('unavailable', 'Too many keys are being changed at once. Try again.', [], 5);
    if (error instanceof LimitExceededException)
      throw new ProblemError('unavailable', 'No more keys can be made now. Tell us: the limit must be raised.');
    throw error;
  }
}

// API keys in API Gateway, which holds each to the usage plan of its tier. Knows hashes and plans, and no person.
import {
  type APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanKeyCommand,
  DeleteApiKeyCommand,
  GetApiKeysCommand,
  LimitExceededException,
  NotFoundException,
  TooManyRequestsException,
} from '@aws-sdk/client-api-gateway';
import type { PartnerTierName } from '../contracts/limits.ts';
import type { UsagePlanIds } from '../contracts/usage-plan-ids.ts';
import { ProblemError } from '../runtime/problem-error.ts';

export interface GatewayKeys {
  /** Registers a key under the hash of its secret, in the plan of the tier. Leaves nothing behind when it fails. */
  register(keyId: string, hash: string, tier: PartnerTierName): Promise<string>;
  /** Removes a key; nothing happens when it is gone. Without its id it is looked for by the name it was registered under. */
  remove(keyId: string, gatewayKeyId: string | undefined): Promise<void>;
}

/** Both throw unavailable when API Gateway is asked too often or has as many keys as an account may. */
export function createGatewayKeys(client: APIGatewayClient, usagePlanIds: UsagePlanIds): GatewayKeys {
  return {
    ...createGatewayKeyRemoval(client),
    register: (keyId, hash, tier) =>
      translated(async () => {
        const { id } = await client.send(new CreateApiKeyCommand({ name: keyId, value: hash, enabled: true }));
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

/** The half that needs to know no plan. */
export const createGatewayKeyRemoval = (client: APIGatewayClient): Pick<GatewayKeys, 'remove'> => ({
  remove: (keyId, gatewayKeyId) =>
    translated(async () => {
      if (gatewayKeyId) return removeById(client, gatewayKeyId);
      const { items = [] } = await client.send(new GetApiKeysCommand({ nameQuery: keyId }));
      for (const { id, name } of items) if (id && name === keyId) await removeById(client, id);
    }),
});

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

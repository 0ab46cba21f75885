// Seals the secrets of webhooks from the time when they lay in the table as they are.
import type { WebhookRecord, Webhooks } from '../data/webhooks.ts';
import { isClear, type SecretBox } from './secret-box.ts';

export interface EncryptWebhookSecretsParts {
  readonly webhooks: Pick<Webhooks, 'reseal'>;
  readonly secrets: Pick<SecretBox, 'seal'>;
}

/** Writes the secrets of a webhook again if they are in clear. Safe to repeat; one that is rotated meanwhile is left alone. */
export const encryptWebhookSecrets =
  ({ webhooks, secrets }: EncryptWebhookSecretsParts) =>
  async (workspaceId: string, { id, secret, formerSecret }: WebhookRecord): Promise<void> => {
    const isDone = !isClear(secret) && (formerSecret === undefined || !isClear(formerSecret));
    if (isDone) return;
    const sealed = (stored: string) =>
      isClear(stored) ? secrets.seal(stored, { workspaceId, webhookId: id }) : Promise.resolve(stored);
    await webhooks.reseal(workspaceId, id, {
      from: secret,
      to: await sealed(secret),
      former: formerSecret && (await sealed(formerSecret)),
    });
  };

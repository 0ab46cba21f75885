import { publicWebhook, type Webhooks } from '../../../shared/data/webhooks.ts';
import { ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { SecretBox } from '../../../shared/webhooks/secret-box.ts';
import { newWebhookSecret } from '../../../shared/webhooks/sign-webhook.ts';
import type { Input } from '../../kit/http-function.ts';
import { requireWebhook } from './require-webhook.ts';

/** A day to give the new secret to every receiver. */
const overlapMilliseconds = 24 * 60 * 60 * 1000;

export interface RotateSecretParts {
  readonly webhooks: Pick<Webhooks, 'get' | 'rotate'>;
  readonly secrets: Pick<SecretBox, 'seal'>;
  readonly clock: () => Date;
}

/** Makes a new secret. Until the overlap is over every request carries a signature of each. */
export const rotateWebhookSecret =
  ({ webhooks, secrets, clock }: RotateSecretParts) =>
  async ({ params: { webhookId }, principal: { workspaceId } }: Input<'rotateWebhookSecret'>) => {
    const { secret: from } = await requireWebhook(webhooks, workspaceId, webhookId);
    const now = clock();
    const secret = newWebhookSecret();
    const formerUntil = new Date(now.getTime() + overlapMilliseconds).toISOString();
    const rotated = await webhooks.rotate(workspaceId, webhookId, {
      from,
      to: await secrets.seal(secret, { workspaceId, webhookId }),
      formerUntil,
      now: now.toISOString(),
    });
    if (!rotated) throw new ProblemError('conflict', 'Somebody else has just rotated this secret. Use theirs.');
    return { webhook: publicWebhook(rotated), secret };
  };

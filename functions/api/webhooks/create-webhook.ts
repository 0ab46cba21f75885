import { maximumWebhooks } from '../../../shared/contracts/limits.ts';
import type { Users } from '../../../shared/data/users.ts';
import { publicWebhook, type Webhooks } from '../../../shared/data/webhooks.ts';
import { newWebhookId } from '../../../shared/runtime/ids.ts';
import { accountGone, ProblemError } from '../../../shared/runtime/problem-error.ts';
import type { SecretBox } from '../../../shared/webhooks/secret-box.ts';
import { newWebhookSecret } from '../../../shared/webhooks/sign-webhook.ts';
import type { Input } from '../../kit/http-function.ts';
import { type CheckTarget, requireTarget } from './require-target.ts';

export interface CreateWebhookParts {
  readonly webhooks: Pick<Webhooks, 'list' | 'put' | 'delete'>;
  readonly secrets: Pick<SecretBox, 'seal'>;
  readonly users: Pick<Users, 'isOpen'>;
  readonly checkTarget: CheckTarget;
  readonly clock: () => Date;
}

/**
 * Registers a webhook with a secret of its own. Counted before and after it is written: of several that come together at the
 * limit too many may be refused, but never too many stay. The account is asked for after it is written too: its deletion may have passed.
 */
export const createWebhook =
  ({ webhooks, users, secrets, checkTarget, clock }: CreateWebhookParts) =>
  async ({ body: { url, events, description }, principal: { userId, workspaceId }, named }: Input<'createWebhook'>) => {
    const now = clock();
    const id = newWebhookId(now, named);
    /** Beside this one, which a try before may have written: the repetition gives it another secret. */
    const others = async () => (await webhooks.list(workspaceId)).filter((webhook) => webhook.id !== id).length;
    if ((await others()) >= maximumWebhooks) throw limitReached();
    await requireTarget(checkTarget, url);
    const at = now.toISOString();
    const secret = newWebhookSecret();
    const sealed = await secrets.seal(secret, { workspaceId, webhookId: id });
    const webhook = { id, url, events, description, enabled: true, createdAt: at, updatedAt: at, secret: sealed };
    await webhooks.put(workspaceId, webhook);
    if (!(await users.isOpen(userId))) {
      await webhooks.delete(workspaceId, id);
      throw accountGone();
    }
    if ((await others()) >= maximumWebhooks) {
      await webhooks.delete(workspaceId, id);
      throw limitReached();
    }
    return { webhook: publicWebhook(webhook), secret };
  };

const limitReached = () =>
  new ProblemError('limit-reached', `A workspace may have ${maximumWebhooks} webhooks. Delete one that is not needed.`);

import { publicWebhook, type WebhookRecord, type Webhooks } from '../../../shared/data/webhooks.ts';
import type { Input } from '../../kit/http-function.ts';

export interface ListWebhooksParts {
  readonly webhooks: Pick<Webhooks, 'list'>;
  /** Seals what lies in clear since earlier versions. */
  readonly seal: (workspaceId: string, webhook: WebhookRecord) => Promise<void>;
}

/** All webhooks of the caller's workspace: there are few. */
export const listWebhooks =
  ({ webhooks, seal }: ListWebhooksParts) =>
  async ({ principal: { workspaceId } }: Input<'listWebhooks'>) => {
    const found = await webhooks.list(workspaceId);
    await Promise.all(found.map((webhook) => seal(workspaceId, webhook)));
    return { webhooks: found.map(publicWebhook) };
  };

import { publicWebhook, type Webhooks } from '../../../shared/data/webhooks.ts';
import type { Input } from '../../kit/http-function.ts';

/** All webhooks of the caller's workspace: there are few. */
export const listWebhooks =
  ({ webhooks }: { webhooks: Pick<Webhooks, 'list'> }) =>
  async ({ principal }: Input<'listWebhooks'>) => ({
    webhooks: (await webhooks.list(principal.workspaceId)).map(publicWebhook),
  });

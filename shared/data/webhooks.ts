// Where a workspace wants its events sent, with the secrets that sign them. Secrets lie here sealed (webhooks/secret-box.ts): the key is
// not in the table.
import * as z from 'zod';
import { pickFields } from '../contracts/pick-fields.ts';
import { type Webhook, webhookSchema } from '../contracts/webhook.ts';
import { assignments } from './expressions.ts';
import { keys, lists } from './keys.ts';
import type { Table } from './table.ts';

const recordSchema = z.object({
  ...webhookSchema.unwrap().shape,
  secret: z.string(),
  formerSecret: z.string().optional(),
  /** Since when it is enabled, if that is not since it was made: what happened before is not for it. */
  listensSince: z.string().optional(),
});
export type WebhookRecord = z.infer<typeof recordSchema>;

/** What a client may see of a webhook: its secrets are not among it. */
export const publicWebhook = (record: WebhookRecord): Webhook => pickFields(webhookSchema.unwrap(), record);

/** What is undefined stays as it is. */
export type WebhookChanges = {
  readonly [Field in 'url' | 'events' | 'description' | 'enabled' | 'disabledBecause' | 'listensSince']?:
    | WebhookRecord[Field]
    | undefined;
} & { readonly updatedAt: string };

export type Webhooks = ReturnType<typeof createWebhooks>;

export function createWebhooks(table: Table) {
  return {
    /** Access pattern 25: one of them, by its key. */
    get: (workspaceId: string, webhookId: string): Promise<WebhookRecord | undefined> =>
      table.get(keys.webhook(workspaceId, webhookId), recordSchema),

    /** Access pattern 25: all of a workspace, oldest first; strongly consistent, so that a new one misses no event. */
    list: (workspaceId: string): Promise<WebhookRecord[]> =>
      table.queryAll({ ...lists.webhooks(workspaceId), consistent: true }, recordSchema),

    put: (workspaceId: string, webhook: WebhookRecord) =>
      table.put(keys.webhook(workspaceId, webhook.id), { ...webhook }),

    /** Changes what is given; undefined when the webhook is gone. Enabling forgets why it was disabled. */
    change(workspaceId: string, webhookId: string, changes: WebhookChanges): Promise<WebhookRecord | undefined> {
      const { clause, names, values } = assignments(changes);
      const forgets = changes.enabled ? ' REMOVE disabledBecause' : '';
      return table.update(
        keys.webhook(workspaceId, webhookId),
        { expression: `SET ${clause}${forgets}`, names, values },
        recordSchema,
      );
    },

    /** Puts sealed secrets in the place of those that were read. False when they were rotated since. */
    async reseal(
      workspaceId: string,
      webhookId: string,
      { from, to, former }: { from: string; to: string; former?: string | undefined },
    ): Promise<boolean> {
      const resealed = await table.update(
        keys.webhook(workspaceId, webhookId),
        {
          expression: `SET secret = :to${former === undefined ? '' : ', formerSecret = :former'}`,
          condition: 'secret = :from',
          values: { ':from': from, ':to': to, ...(former === undefined ? {} : { ':former': former }) },
        },
        recordSchema,
      );
      return resealed !== undefined;
    },

    /** Puts a new secret in the place of the given one, which signs too until the given instant. Of two at once one gets undefined. */
    rotate: (
      workspaceId: string,
      webhookId: string,
      { from, to, formerUntil, now }: { from: string; to: string; formerUntil: string; now: string },
    ): Promise<WebhookRecord | undefined> =>
      table.update(
        keys.webhook(workspaceId, webhookId),
        {
          expression: 'SET secret = :to, formerSecret = :from, formerSecretUntil = :until, updatedAt = :now',
          condition: 'secret = :from',
          values: { ':from': from, ':to': to, ':until': formerUntil, ':now': now },
        },
        recordSchema,
      ),

    delete: (workspaceId: string, webhookId: string) => table.delete(keys.webhook(workspaceId, webhookId)),
  };
}

// Delivers one event to one webhook: posts it signed, keeps what came of it, and says when it is to be tried again.
import * as z from 'zod';
import { webhookPayloadSchema } from '../contracts/webhook.ts';
import { webhookLongestPauseSeconds, webhookRetrySeconds } from '../contracts/webhook-retries.ts';
import type { AttemptOutcome, WebhookDeliveries } from '../data/webhook-deliveries.ts';
import type { WebhookRecord, Webhooks } from '../data/webhooks.ts';
import type { PostResult, PostWebhook } from './post-webhook.ts';
import { secondsAsked } from './retry-after-header.ts';
import { type SecretBox, SecretUnreadable } from './secret-box.ts';
import { type Signed, signedHeaders } from './sign-webhook.ts';
import type { DeliveryMessage } from './webhook-queue.ts';

export interface DeliveryParts {
  readonly webhooks: Pick<Webhooks, 'get' | 'change'>;
  readonly deliveries: Pick<WebhookDeliveries, 'get' | 'addAttempt'>;
  readonly post: PostWebhook;
  readonly secrets: Pick<SecretBox, 'open'>;
  /** Seals what lies in clear since earlier versions. */
  readonly seal: (workspaceId: string, webhook: WebhookRecord) => Promise<void>;
  readonly clock: () => Date;
  /** Pauses between attempts; the usual ones when left out. */
  readonly retrySeconds?: readonly number[];
}

/** `again`: the message must come back, after the seconds; when it has come back too often already, the queue sets it aside. */
export type DeliveryOutcome = { readonly state: 'done' } | { readonly state: 'again'; readonly seconds: number };

const done: DeliveryOutcome = { state: 'done' };
const envelopeSchema = z.object(webhookPayloadSchema.unwrap().shape).omit({ workspaceId: true, data: true });
const goneStatus = 410;

/**
 * Safe to repeat: a delivery that has ended, or has been replayed since, is left alone. `attempt` counts from 1. At least once,
 * as every queue: a crash after the receiver has answered sends the event again, under the same id.
 */
export const deliverWebhook =
  (parts: DeliveryParts) =>
  async ({ workspaceId, webhookId, replays, payload }: DeliveryMessage, attempt: number): Promise<DeliveryOutcome> => {
    const { webhooks, deliveries, clock } = parts;
    const { id, type, campaignId, number, at: createdAt } = envelopeSchema.parse(JSON.parse(payload));
    const reference = { workspaceId, webhookId, deliveryId: id };
    const [webhook, known] = await Promise.all([webhooks.get(workspaceId, webhookId), deliveries.get(reference)]);
    if (!webhook || (known && (known.replays !== replays || known.status !== 'PENDING'))) return done;

    const begunAt = clock();
    const result = await send(parts, workspaceId, webhook, { id, payload, sentAt: begunAt });
    const endedAt = clock();
    const firstAt = new Date(known?.attempts[0]?.at ?? begunAt);
    const pause = pauseAfter(result, attempt, firstAt, endedAt, parts.retrySeconds ?? webhookRetrySeconds);
    const outcome = outcomeOf(result, pause, begunAt, endedAt);
    const counts = await deliveries.addAttempt(
      reference,
      replays,
      { type, campaignId, number, createdAt, payload },
      outcome,
    );
    await parts.seal(workspaceId, webhook);
    if (isGone(result))
      await webhooks.change(workspaceId, webhookId, {
        enabled: false,
        disabledBecause: 'The receiver answered 410 Gone. Enable it again when it takes events.',
        updatedAt: clock().toISOString(),
      });
    if (!counts || outcome.status === 'SUCCEEDED' || isNotSent(result) || isGone(result)) return done;
    return { state: 'again', seconds: secondsUntil(outcome.nextAttemptAt, clock()) };
  };

/** A disabled webhook gets nothing; the log says so, and a replay can send it later. */
async function send(
  { post, secrets, clock }: DeliveryParts,
  workspaceId: string,
  { id: webhookId, enabled, url, secret, formerSecret, formerSecretUntil }: WebhookRecord,
  signed: Signed,
): Promise<PostResult> {
  if (!enabled) return { failure: disabledFailure };
  const owner = { workspaceId, webhookId };
  const formerSigns = formerSecret && formerSecretUntil && new Date(formerSecretUntil) > clock();
  const opened = await secrets.open(secret, owner).catch(unreadable);
  if (opened === undefined) return { failure: unreadableFailure };
  // A former secret that cannot be read signs no more: its receivers have had the new one.
  const former = formerSigns ? await secrets.open(formerSecret, owner).catch(unreadable) : undefined;
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'AstroMedia-Webhooks/1',
    ...signedHeaders(signed, former === undefined ? [opened] : [opened, former]),
  };
  return post({ url, headers, body: signed.payload });
}

function unreadable(error: unknown): undefined {
  if (!(error instanceof SecretUnreadable)) throw error;
}

const unreadableFailure =
  'Not sent: the secret of the webhook cannot be read any more. Rotate it, give the new one to the receiver, then replay this delivery.';
const disabledFailure = 'Not sent: the webhook is disabled. Enable it, then replay this delivery.';

/**
 * Seconds until the next attempt; undefined when there is none. A receiver may ask for more than is usual, within the day that all
 * pauses make together.
 */
function pauseAfter(
  result: PostResult,
  attempt: number,
  firstAt: Date,
  endedAt: Date,
  retrySeconds: readonly number[],
): number | undefined {
  const usual = retrySeconds[attempt - 1];
  if (usual === undefined || isGone(result) || isNotSent(result)) return undefined;
  const asked = ('status' in result && secondsAsked(result.retryAfter, endedAt)) || 0;
  const wholeDay = retrySeconds.reduce((sum, seconds) => sum + seconds, 0);
  const leftOfDay = wholeDay - (endedAt.getTime() - firstAt.getTime()) / 1000;
  return Math.max(usual, Math.floor(Math.min(asked, leftOfDay, webhookLongestPauseSeconds)));
}

function outcomeOf(result: PostResult, pause: number | undefined, begunAt: Date, endedAt: Date): AttemptOutcome {
  const error = failureIn(result);
  const milliseconds = endedAt.getTime() - begunAt.getTime();
  return {
    attempt: {
      at: begunAt.toISOString(),
      milliseconds,
      ...('status' in result ? { status: result.status } : {}),
      ...(error ? { error } : {}),
    },
    status: error === undefined ? 'SUCCEEDED' : pause === undefined ? 'FAILED' : 'PENDING',
    ...(error !== undefined && pause !== undefined
      ? { nextAttemptAt: new Date(endedAt.getTime() + pause * 1000).toISOString() }
      : {}),
    ...('status' in result ? { response: result.response } : {}),
  };
}

function failureIn(result: PostResult): string | undefined {
  if ('failure' in result) return result.failure;
  const { status } = result;
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400)
    return `The receiver answered ${status}. Redirects are not followed: change the URL of the webhook.`;
  return `The receiver answered ${status}.`;
}

/** Trying again would change nothing: somebody must do something first. */
const isNotSent = (result: PostResult): boolean =>
  'failure' in result && (result.failure === disabledFailure || result.failure === unreadableFailure);

const isGone = (result: PostResult): boolean => 'status' in result && result.status === goneStatus;

/** After the last attempt there is nothing to wait for: the next receipt moves the message aside. */
const secondsUntil = (instant: string | undefined, now: Date): number =>
  instant === undefined ? 0 : Math.max(0, Math.round((new Date(instant).getTime() - now.getTime()) / 1000));
